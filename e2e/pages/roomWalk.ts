// A walk through home and room that presses every control it meets: none is inert, none throws, none lies under something else.
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { person, phone } from '#e2e/harness/browser.ts'
import { Crawler, type Place } from '#e2e/pages/crawler.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'
import type { MeAnswer } from '#shared/home/home.ts'

/**
 * The maker's mark leads to the maker's own site; who stands at the selection already goes nowhere; what plays may end by
 * itself while a hand is on its way to stop it.
 */
export const leftAlone = /made with tldraw|^zoomer sur la sélection|^pause$/i

/** The board, or what lies in its place while the texts are sorted. */
const middle = '.tl-canvas, .sorting-stage'

export interface Walker {
  /** In the report, before what was found. */
  readonly who: string
  readonly code: string
  /** Of the demo; a guest where it is absent. */
  readonly persona?: string
  readonly look: BrowserContextOptions
}

interface Visitor extends Pick<Walker, 'code' | 'persona'> {
  readonly crawler: Crawler
  readonly room: RoomPage
}

async function visitor(browser: Browser, url: string, { code, persona, look }: Walker): Promise<Visitor> {
  const { page } = await person(browser, url, look)
  const crawler = new Crawler(page, leftAlone)
  await crawler.open()
  const made = { crawler, room: new RoomPage(page), code, ...(persona ? { persona } : {}) }
  await signIn(made)
  if (persona) await made.room.comeBack(`${code}?place=in-person`)
  else await made.room.enter(code, 'Visite')
  return made
}

/** Once: a new session ends the former, under a page that may still be asking for something with it. */
async function signIn({ room, persona }: Visitor): Promise<void> {
  if (!persona) return
  const { request } = room.page.context()
  const { me } = (await (await request.get('/api/me')).json()) as MeAnswer // the product's own answer
  if (me?.persona !== persona) await request.post('/api/demo/sign-in', { data: { persona } })
}

function home(visitor: Visitor): Place {
  const { page } = visitor.room
  return {
    name: 'home',
    enter: async () => {
      await signIn(visitor)
      await page.goto('/?lang=fr')
      await page.locator('.home-groups .gc').first().waitFor()
    },
    holds: async () =>
      new URL(page.url()).pathname === '/' && (await page.locator('.home-groups .gc').count()) > 0,
  }
}

async function toRoom(visitor: Visitor): Promise<void> {
  const { room, code } = visitor
  await signIn(visitor)
  await room.comeBack(`${code}?lang=fr`)
  if (room.page.viewportSize()?.width !== phone.width) await room.page.locator(middle).first().waitFor()
}
const inRoom = ({ room, code }: Visitor): boolean => new URL(room.page.url()).pathname === `/r/${code}`

/** What a person does to come to the places of a room. */
function steps({ room }: Visitor) {
  const { page } = room
  const isPhone = page.viewportSize()?.width === phone.width
  const quick = { timeout: 2_000 } as const
  /** Milliseconds after which the way there is begun anew from the room's address. */
  const arriving = { timeout: 6_000 } as const
  const bar = (name: string) => page.getByRole('button', { name, exact: true }).click(quick)
  const list = async (): Promise<void> => {
    if (isPhone) await bar('Liste')
  }
  const board = async (): Promise<void> => {
    if (isPhone) await bar('Tableau')
    await page.locator(middle).first().waitFor(arriving)
  }
  const drafts = async (): Promise<void> => {
    await list()
    await page.getByRole('tab', { name: /^(Recommandations|Textes)/ }).click(quick)
  }
  const notes = async (): Promise<void> => {
    await list()
    await room.showNotes()
  }
  const open = async (): Promise<void> => {
    await drafts()
    await page.locator('.list-open[data-act="draft.write"][aria-expanded="false"]').first().click(quick)
    await page.locator('.draft-bar').waitFor(arriving)
  }
  const draw = async (): Promise<void> => {
    await board()
    await page.locator('[data-testid="tools.draw"]').first().click(quick)
  }
  const pick = (selector: string) => async (): Promise<void> => {
    await board()
    await page
      .locator(selector)
      .first()
      .click({ ...quick, force: true })
  }
  return { isPhone, list, board, drafts, notes, open, draw, pick }
}

function rooms(visitor: Visitor): Place[] {
  const { page } = visitor.room
  const to = steps(visitor)
  const place = (name: string, go: () => Promise<void>, sign: string, within?: string): Place => ({
    name,
    enter: async () => {
      if (!inRoom(visitor) || (await page.locator('.room-list').count()) === 0) await toRoom(visitor)
      await go().catch(async () => {
        await toRoom(visitor)
        await go()
      })
    },
    holds: async () => inRoom(visitor) && (await page.locator(sign).count()) > 0,
    ...(within ? { within } : {}),
  })
  const styles = '.tlui-style-panel__wrapper'
  return [
    place('open text', to.open, '.list-draft.open', '.list-draft.open'),
    place('notes', to.notes, '.list-note', '.room-list'),
    place('list', to.drafts, '.list-draft', '.room-list'),
    place('selected note', to.pick('.wb-note'), '.wb-bar', `.wb-bar, ${styles}`),
    place('selected card', to.pick('.wb-card'), '.wb-bar', '.wb-bar'),
    place('drawing', to.draw, '.tl-canvas', styles),
    place('board', to.board, '.tl-canvas', '.wb'),
    place('room', to.isPhone ? to.list : to.board, '.room-list'),
  ]
}

/** One person's walk through home and room: what they found wrong. */
export async function walk(browser: Browser, url: string, walker: Walker): Promise<readonly string[]> {
  const one = await visitor(browser, url, walker)
  const all = [...rooms(one), home(one)]
  for (const place of all) {
    // What the board's own menus offer is the list's, which is walked to the end.
    await one.crawler.visit({ ...place, shallow: place.name === 'board' })
  }
  const { pressed, faults } = one.crawler.findings
  console.log(
    [`${walker.who}: ${pressed.length} controls pressed, ${faults.length} faults`, ...faults].join('\n'),
  )
  await one.room.page.context().close()
  return faults.map((fault) => `${walker.who}: ${fault}`)
}
