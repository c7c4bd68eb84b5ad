// Everybody of a facilitated session: who leads, the wall, phones, laptops, and people without a browser around them.
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { launchBrowser, type Person, person, phone } from '#e2e/harness/browser.ts'
import { join, signIn } from '#e2e/harness/rawClient.ts'
import { type RunningServer, type StartOptions, startServer } from '#e2e/harness/runningServer.ts'
import { type ScriptedSeat, scriptedSeat } from '#e2e/harness/scriptedSeat.ts'
import { RoomPage, type Where } from '#e2e/pages/roomPage.ts'

export const wallSize = { width: 1920, height: 1080 }
export const phoneLook = { viewport: phone, hasTouch: true, isMobile: true } as const

export interface SessionHall {
  readonly server: RunningServer
  readonly browser: Browser
  readonly seats: readonly ScriptedSeat[]
  /** A browser that belongs to nobody yet. */
  somebody(options?: SeatOptions): Promise<Person>
  /** Somebody of the demo, signed in, on the page of that address if one is given. */
  persona(key: string, path?: string, options?: SeatOptions): Promise<Person>
  /** The facilitator of Nantes with the dock before them. */
  leader(options?: SeatOptions): Promise<Person>
  guest(name: string, where: Where, options?: SeatOptions): Promise<Person>
  /** A device of the room, with these people behind it. */
  device(names: readonly [string, ...string[]], options?: SeatOptions): Promise<Person>
  wall(options?: SeatOptions): Promise<Person>
  /** More people without a browser. */
  fill(count: number, how?: Filling): Promise<void>
  /** Everybody without a browser answers the open question; how many were counted. */
  answerAll(given: Parameters<ScriptedSeat['answer']>[0]): Promise<number>
  /** Whatever any page complained about, its console included. */
  complaints(): string[]
  close(): Promise<void>
}

export interface Filling {
  /** Two hundred of them keep nothing of what they hear. */
  readonly deaf?: boolean
  readonly names?: readonly string[]
  /** Where all of them are; every third at a distance where it is absent. */
  readonly presence?: 'in-person' | 'remote'
}

export type SeatOptions = BrowserContextOptions & { readonly newcomer?: boolean }

/** A browser says so itself when a line is cut on purpose. */
const cutLine = /net::ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED|CONNECTION_REFUSED)|WebSocket connection to/

export async function openHall(code: string, start: StartOptions = {}): Promise<SessionHall> {
  const [browser, server] = await Promise.all([launchBrowser(), startServer(start)])
  const people: Person[] = []
  const seats: ScriptedSeat[] = []
  const somebody = async (options: SeatOptions = {}): Promise<Person> => {
    const one = await person(browser, server.url, { reducedMotion: 'reduce', ...options })
    people.push(one)
    listenToConsole(one)
    return one
  }
  const persona = async (key: string, path?: string, options?: SeatOptions): Promise<Person> => {
    const one = await somebody(options)
    const [name = '', value = ''] = (await signIn(server.url, key)).split(';')[0]?.split('=') ?? []
    await one.context.addCookies([{ name, value, url: server.url }])
    if (path !== undefined) await one.page.goto(path)
    return one
  }
  return {
    ...{ server, browser, seats, somebody, persona },
    ...arrivals(code, somebody),
    async leader(options) {
      const one = await persona('facilitator-nantes', `/r/${code}?place=in-person`, options)
      await one.page.locator('.dock').waitFor()
      await new RoomPage(one.page).ready()
      return one
    },
    async fill(count, how) {
      // In small groups: a whole hall at the same instant is what a restart is, not an evening.
      for (let left = count; left > 0; left -= 20) {
        const group = Array.from({ length: Math.min(20, left) }, (_, n) =>
          takeSeat({ url: server.url, code }, seats.length + n, how),
        )
        seats.push(...(await Promise.all(group)))
      }
    },
    async answerAll(given) {
      return (await Promise.all(seats.map((seat) => seat.answer(given)))).filter(Boolean).length
    },
    complaints: () => people.flatMap(({ complaints }) => complaints),
    async close() {
      for (const seat of seats) seat.leave()
      await browser.close()
      await server.close()
    },
  }
}

/** How people come in who are known to nobody. */
function arrivals(
  code: string,
  somebody: SessionHall['somebody'],
): Pick<SessionHall, 'guest' | 'device' | 'wall'> {
  return {
    async guest(name, where, options) {
      const one = await somebody(options)
      await new RoomPage(one.page).enter(code, name, where)
      return one
    },
    async device(names, options) {
      const one = await somebody(options)
      await sitTogether(one, code, names)
      return one
    },
    async wall(options) {
      const one = await somebody({ viewport: wallSize, ...options })
      await one.page.goto(`/r/${code}/display`)
      await one.page.locator('.wall').waitFor()
      return one
    },
  }
}

function listenToConsole({ page, complaints }: Person): void {
  page.on('console', (said) => {
    if (['error', 'warning'].includes(said.type()) && !cutLine.test(said.text()))
      complaints.push(`console: ${said.text()} ${said.location().url}`)
  })
}

async function takeSeat(
  { url, code }: { readonly url: string; readonly code: string },
  n: number,
  { deaf = false, names = [], presence = n % 3 === 2 ? 'remote' : 'in-person' }: Filling = {},
): Promise<ScriptedSeat> {
  const { ticket, you } = (await join(url, code, { name: names[n] ?? `Siège ${n + 1}`, presence })).answer
  return scriptedSeat(url, { ticket, seatId: you.seats[0]?.id ?? '', deaf })
}

async function sitTogether({ page }: Person, code: string, names: readonly string[]): Promise<void> {
  await page.goto(`/r/${code}`)
  await page.getByLabel('Votre nom, tel qu’on le verra').fill(names[0] ?? '')
  await page.locator('form .choice-option', { hasText: 'Cet appareil est celui de la salle' }).click()
  for (const [at, name] of names.slice(1).entries()) {
    const field = page.getByLabel(`Personne ${at + 2}`, { exact: true })
    if ((await field.count()) === 0) await page.getByRole('button', { name: 'Ajouter une personne' }).click()
    await field.fill(name)
  }
  await page.locator('form').getByRole('button', { name: 'Entrer' }).click()
  await new RoomPage(page).ready()
}
