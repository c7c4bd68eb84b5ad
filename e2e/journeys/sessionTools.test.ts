// What a session has besides its decisions: following somebody, being away for a moment, a call that whistles in no room, a soft tone.
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, phone } from '#e2e/harness/browser.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { openHall, phoneLook, type SessionHall } from '#e2e/harness/sessionHall.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

const call = 'https://meet.jit.si/SalleDeNantes'
/** Milliseconds after which something that does not come is told by its name. */
const patience = 15_000

/** In the page: counts what would be heard, on the real nodes. */
function listen(): void {
  const heard = { contexts: 0, tones: [] as number[] }
  const Real = globalThis.AudioContext
  Object.assign(globalThis, {
    heard,
    AudioContext: class extends Real {
      constructor() {
        super()
        heard.contexts += 1
      }
      override createOscillator(): OscillatorNode {
        const voice = super.createOscillator()
        const start = voice.start.bind(voice)
        voice.start = (when) => {
          if (this.state === 'running') heard.tones.push(voice.frequency.value)
          start(when)
        }
        return voice
      }
    },
  })
}
const heardBy = ({ page }: Person): Promise<{ contexts: number; tones: number[] }> =>
  page.evaluate(() => (globalThis as unknown as { heard: { contexts: number; tones: number[] } }).heard) // just injected

let hall: SessionHall
let lead: Person
let silent: Person
let still: Person
let ana: Person
let ben: Person

async function leader(options: BrowserContextOptions = {}): Promise<Person> {
  const made = await hall.persona('facilitator-nantes', undefined, options)
  await made.context.addInitScript(listen)
  await made.context.route('https://meet.jit.si/**', (route) => route.fulfill({ body: 'the call' }))
  await made.page.goto('/r/NANTES?place=in-person')
  await made.page.locator('.dock').waitFor()
  made.page.setDefaultTimeout(patience)
  return made
}
async function guest(
  name: string,
  where: 'remote' | 'phone',
  options: BrowserContextOptions,
): Promise<Person> {
  const made = await hall.somebody(options)
  await made.context.addInitScript(listen)
  await new RoomPage(made.page).enter('NANTES', name, where)
  made.page.setDefaultTimeout(patience)
  return made
}

beforeAll(async () => {
  hall = await openHall('NANTES')
  lead = await leader()
  silent = await leader()
  still = await leader()
  ana = await guest('Ana', 'remote', {})
  ben = await guest('Ben', 'phone', phoneLook)
}, 120_000)
afterAll(() => hall?.close())

const banner = ({ page }: Person) => page.locator('.attention-banner', { hasText: 'Ne plus suivre' })
const note = (page: Page, nth: number) => page.locator('.wb-note').nth(nth)

/** Puts the facilitator's hand on a note, as others see it; returns the note's words. */
async function handOn(nth: number): Promise<string> {
  const box = await note(lead.page, nth).boundingBox()
  if (!box) throw new Error('the note is on the screen')
  await lead.page.mouse.move(box.x + box.width / 2 - 30, box.y + box.height / 2)
  await lead.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 })
  return (await note(lead.page, nth).innerText()).split('\n')[0] ?? ''
}

async function follow({ page }: Person): Promise<void> {
  const row = page.locator('.people-list li', { hasText: 'animation' }).first()
  await row.getByRole('button', { name: /^Actions pour/ }).click()
  await page.getByRole('menuitem', { name: 'Suivre' }).click()
}

test('whoever follows somebody is taken to their hand; Escape ends it, and so does one’s own movement', async () => {
  await note(lead.page, 20).waitFor()
  await note(ana.page, 0).waitFor()
  // Others of the same account stay out of it: the first row is the hand that moves.
  for (const other of [silent, still]) await other.page.mouse.move(0, 0)
  await ana.page.locator('.who').click()
  await follow(ana)
  await banner(ana).waitFor()
  const place = async (): Promise<number> => (await note(ana.page, 0).boundingBox())?.x ?? 0
  await handOn(0)
  await until(async () => (await place()) > 500, 'the first note in the middle of the follower’s board')
  await ana.page.keyboard.press('Escape')
  await banner(ana).waitFor({ state: 'detached' })
  await ana.page.locator('.who').click()
  await follow(ana)
  await banner(ana).waitFor()
  await ana.page.mouse.move(700, 600)
  await ana.page.mouse.wheel(0, 200)
  await banner(ana).waitFor({ state: 'detached' })
})

test('who reads in the list follows to the same thing, as a row', async () => {
  await ben.page.getByRole('button', { name: 'Liste', exact: true }).click()
  await ben.page.getByRole('button', { name: 'Plus', exact: true }).click()
  await ben.page.getByRole('menuitem', { name: /^Qui est là/ }).click()
  await follow(ben)
  await banner(ben).waitFor()
  const words = await handOn(12)
  const row = new RoomPage(ben.page).noteRow(words).first()
  await row.waitFor()
  await until(async () => {
    const box = await row.boundingBox()
    return box !== null && box.y > 100 && box.y < phone.height - 80
  }, 'the row in sight')
  await banner(ben).getByRole('button', { name: 'Ne plus suivre' }).click()
  await banner(ben).waitFor({ state: 'detached' })
})

test('somebody who is away for a moment is marked beside their name, from a phone and from a desk', async () => {
  const away = (who: string) =>
    lead.page.locator('.q-list li', { hasText: who }).locator('.attention-is-away')
  for (const [who, name] of [
    [ben, 'Ben'],
    [ana, 'Ana'],
  ] as const) {
    if (who === ben) await ben.page.getByRole('button', { name: 'Maintenant', exact: true }).click()
    await who.page.locator('.own-signs-open').click()
    await who.page.getByRole('button', { name: 'Je m’absente' }).click()
    await away(name).waitFor({ state: 'attached' })
    await who.page.keyboard.press('Escape')
    await who.page.getByRole('button', { name: 'Je suis de retour' }).first().click()
    await away(name).waitFor({ state: 'detached' })
  }
})

test('the call opens without sound in the room, once, and its window is kept', async () => {
  const { page, context } = lead
  await page.getByRole('button', { name: 'Ajouter le lien d’un appel' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill(call)
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click()
  const open = page.getByRole('button', { name: 'Ouvrir sans le son' })
  const [opened] = await Promise.all([context.waitForEvent('page'), open.click()])
  await opened.waitForURL(/^https:\/\/meet\.jit\.si\/SalleDeNantes#.*startSilent=true/)
  // Through the room and back: asked again, it is the same window.
  await page.getByRole('tab', { name: /^Notes/ }).click()
  await open.click()
  await page.getByText('Vous êtes dans la salle.').waitFor()
  expect(context.pages()).toHaveLength(2)
  expect(opened.isClosed()).toBe(false)
  // Somebody at home joins as ever; a phone is told, and may.
  await ana.page.getByRole('button', { name: 'Ouvrir l’appel' }).waitFor()
  await ben.page.getByRole('button', { name: 'Plus', exact: true }).click()
  await ben.page.getByRole('menuitem', { name: 'L’appel' }).click()
  const dialog = ben.page.getByRole('dialog')
  await dialog.getByText('Ce téléphone accompagne la séance.').waitFor()
  await dialog.getByRole('button', { name: 'Ouvrir avec le son' }).waitFor()
  await ben.page.keyboard.press('Escape')
})

test('the end sounds where it is wanted, after a gesture: not on a phone, not where it was switched off', async () => {
  expect((await heardBy(still)).contexts).toBe(0)
  await lead.page.locator('.dock').getByRole('button', { name: 'Minuteur' }).click()
  await lead.page.getByLabel('Autre durée, en minutes').fill('0.5')
  await lead.page.getByRole('button', { name: 'Lancer le minuteur' }).click()
  await silent.page.locator('.timer-button').click()
  await silent.page.getByRole('button', { name: 'Un son à la fin', pressed: true }).click()
  await silent.page.keyboard.press('Escape')
  await ben.page.getByRole('button', { name: 'Liste', exact: true }).click()
  await until(async () => (await heardBy(lead)).tones.length > 0, 'the tone', 60_000)
  expect((await heardBy(lead)).tones).toEqual([528, 792])
  for (const other of [silent, still, ana, ben]) {
    await other.page.getByText('Le temps est passé').first().waitFor({ state: 'attached' })
    expect((await heardBy(other)).tones).toEqual([])
  }
  // A phone does not even prepare a sound.
  expect((await heardBy(ben)).contexts).toBe(0)
})
