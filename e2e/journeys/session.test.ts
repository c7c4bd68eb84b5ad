// A facilitated evening: somebody leads from a laptop, somebody follows on a phone, the wall shows it, twenty more sit around.
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dottedNames, violations } from '#e2e/harness/accessibility.ts'
import { type Person, phone } from '#e2e/harness/browser.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { openHall, type SessionHall } from '#e2e/harness/sessionHall.ts'

const question = 'Qu’est-ce qui nous freine ?'
const ownWords = 'Les réunions sont loin de chez moi'

let hall: SessionHall
let lead: Person
let ben: Person
let wall: Person

beforeAll(async () => {
  hall = await openHall('NANTES')
  lead = await hall.leader()
  ben = await hall.guest('Ben', 'phone', { viewport: phone, hasTouch: true })
  wall = await hall.wall()
  await hall.fill(20, { presence: 'remote' })
}, 120_000)
afterAll(() => hall?.close())

const dock = (tool: string): Locator => lead.page.locator('.dock').getByRole('button', { name: tool }).first()
const now = (who: Person): Locator => who.page.locator('.now-panel')
/** Whatever is open on anybody's screen at this moment. */
async function cleanEverywhere(): Promise<void> {
  for (const { page } of [lead, ben, wall]) {
    expect(await violations(page)).toEqual([])
    expect(await dottedNames(page)).toEqual([])
  }
}
const confirm = (name: string | RegExp): Promise<void> =>
  lead.page.getByRole('alertdialog').getByRole('button', { name }).click()

test('one click begins an unprepared session, and phone and wall know where we are', async () => {
  await dock('Commencer la séance').click()
  for (const where of [
    lead.page.locator('.room-top'),
    ben.page.locator('.room-top'),
    wall.page.locator('.wall'),
  ])
    await where
      .getByText(/Étape 1 sur \d/)
      .first()
      .waitFor()
  await dock('Étape suivante').click()
  for (const who of [ben, wall])
    await who.page
      .getByText(/Étape 2 sur \d/)
      .first()
      .waitFor()
})

test('a screen on the wall is nobody: it is not counted among the people', async () => {
  const people = await lead.page.locator('.q-list li').allInnerTexts()
  expect(people.some((words) => words.includes('Écran'))).toBe(false)
  await wall.page.getByText('1 en salle').waitFor()
})

test('what is written alone stays secret until it is shown, and then lies on the board', async () => {
  await dock('Réflexion privée').click()
  const dialog = lead.page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill(question)
  await cleanEverywhere()
  await dialog.getByRole('button', { name: 'Commencer la réflexion' }).click()
  // The phone comes to the step by itself.
  const field = now(ben).getByRole('textbox')
  await field.fill(ownWords)
  await now(ben).getByRole('button', { name: 'Ajouter à mes notes' }).click()
  await Promise.all(hall.seats.slice(0, 10).map((seat, n) => seat.write(`Une idée de la salle, la ${n}`)))
  await wall.page.getByText('11 notes').waitFor()
  await cleanEverywhere()
  for (const seat of hall.seats) expect(seat.heard()).not.toContain(ownWords)
  expect(await wall.page.locator('body').innerText()).not.toContain(ownWords)
  await now(lead).getByRole('button', { name: 'Mettre les notes au tableau' }).click()
  await confirm('Mettre les notes au tableau')
  await until(
    async () => (await lead.page.locator('.wb-note', { hasText: ownWords }).count()) === 1,
    'the note on the board',
  )
  await lead.page
    .locator('.wb-note', { hasText: 'Une idée de la salle' })
    .nth(9)
    .waitFor({ state: 'attached' })
})

test('points are given in secret, counted at the closing, and shown everywhere', async () => {
  await dock('Vote par points').click()
  await cleanEverywhere()
  await lead.page.getByRole('dialog').locator('button[type=submit]').click()
  const plus = now(ben).getByRole('button', { name: /^Ajouter un point à/ })
  await plus.first().waitFor()
  await cleanEverywhere()
  await plus.first().click()
  await now(ben)
    .getByRole('button', { name: /Envoyer/ })
    .click()
  const voted = await Promise.all(hall.seats.map((seat) => seat.vote()))
  expect(voted.every(Boolean)).toBe(true)
  await now(lead).getByText(/21/).first().waitFor()
  for (const seat of hall.seats) expect(seat.totals()).toEqual([])
  await now(lead).getByRole('button', { name: 'Clore et montrer le résultat' }).click()
  await until(() => hall.seats.every((seat) => seat.totals().length > 0), 'the totals')
  expect(hall.seats[0]?.totals().reduce((sum, points) => sum + points, 0)).toBe(21)
  await cleanEverywhere()
})

test('the floor goes round: asked on a phone, given by one click, read on the wall', async () => {
  await ben.page.getByRole('button', { name: 'Parole' }).click()
  await ben.page
    .getByRole('dialog')
    .getByRole('button', { name: /Demander la parole/ })
    .click()
  await ben.page.keyboard.press('Escape')
  await lead.page
    .getByRole('button', { name: /Passer la parole à Ben|Donner la parole à Ben/ })
    .first()
    .click()
  await wall.page.getByText(/Ben/).first().waitFor()
  await ben.page
    .getByText(/C’est à vous/)
    .first()
    .waitFor({ state: 'attached' })
})

test('nobody’s page complained', () => {
  expect([lead, ben, wall].flatMap(({ complaints }) => complaints)).toEqual([])
})
