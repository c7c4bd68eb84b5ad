// Sub-groups and apartés: divided by lot, helped, called back; what two write apart stays theirs until it comes back, live.
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dottedNames, violations } from '#e2e/harness/accessibility.ts'
import { type Person, phone } from '#e2e/harness/browser.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { openHall, type SessionHall } from '#e2e/harness/sessionHall.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

const title = 'Une caisse commune de quartier'
const noteWords = 'Demander au comité des fêtes'

let hall: SessionHall
let lead: Person
let awa: Person
let karim: Person
let ben: Person
/** Every word that the third person's browser was sent, on any line. */
const heard: string[] = []

beforeAll(async () => {
  hall = await openHall('NANTES')
  lead = await hall.leader()
  awa = await hall.guest('Awa', 'remote')
  karim = await hall.somebody()
  listen(karim)
  await new RoomPage(karim.page).enter('NANTES', 'Karim', 'in-person')
  ben = await hall.guest('Ben', 'phone', { viewport: phone, hasTouch: true })
}, 120_000)
afterAll(() => hall?.close())

function listen({ page }: Person): void {
  const take = ({ payload }: { payload: string | Buffer }): number => heard.push(payload.toString('utf8'))
  page.on('websocket', (socket) => socket.on('framereceived', take))
  page.on('response', (response) => {
    if (!/\/(api|assets)\//.test(response.url())) return
    response.text().then(
      (text) => heard.push(text),
      () => undefined,
    )
  })
}

const now = (who: Person): Locator => who.page.locator('.subgroups-now')
const band = (who: Person): Locator => who.page.locator('.subgroups-aparte')
const dialog = (): Locator => lead.page.getByRole('dialog')
const placed = (): Locator => dialog().locator('.subgroups-column:not(.without) .subgroups-chip')
const openTool = (): Promise<void> =>
  lead.page.locator('.dock').getByRole('button', { name: 'Sous-groupes' }).click()

async function clean(...people: Person[]): Promise<void> {
  for (const { page } of people) {
    expect(await violations(page)).toEqual([])
    expect(await dottedNames(page)).toEqual([])
  }
}

/** By keyboard: the person's menu, then the place. */
async function move(who: string, to: string): Promise<void> {
  const column = dialog().getByRole('region', { name: to, exact: true })
  const button = { name: new RegExp(`^${who}\\s?, déplacer`) }
  if ((await column.getByRole('button', button).count()) > 0) return
  await dialog().getByRole('button', button).focus()
  await lead.page.keyboard.press('Enter')
  await lead.page.getByRole('menuitem', { name: `Vers ${to}`, exact: true }).focus()
  await lead.page.keyboard.press('Enter')
  await column.getByRole('button', button).waitFor()
}

test('everybody present is drawn, seen in columns, and starts with a frame and a time of their own', async () => {
  await openTool()
  await clean(lead)
  await dialog().locator('form').getByRole('button', { name: 'Répartir', exact: true }).click()
  await until(async () => (await placed().count()) === 4, 'four people with a place')
  await clean(lead)
  await dialog().getByLabel('Durée en minutes').fill('10')
  await dialog().getByRole('button', { name: 'Commencer en sous-groupes' }).click()
  for (const who of [awa, karim, ben]) {
    await now(who).getByText('Votre sous-groupe').waitFor()
    await now(who)
      .getByText(/^0?9:\d\d$|^10:00$/)
      .waitFor()
    await clean(who)
  }
  await now(awa).getByRole('button', { name: 'Voir notre cadre dans la liste' }).click()
  await awa.page
    .getByRole('heading', { name: /^Sous-groupe [12]/, level: 3 })
    .first()
    .waitFor()
})

test('help asked on a phone is announced to whoever leads, who says when it is given', async () => {
  await now(ben).getByRole('button', { name: 'Demander de l’aide' }).click()
  await now(ben).getByText('L’aide est demandée.').waitFor()
  await lead.page.locator('.toast', { hasText: 'Ben demande de l’aide dans Sous-groupe' }).waitFor()
  await clean(lead, ben)
  await now(lead)
    .getByRole('button', { name: /^C’est fait/ })
    .click()
  await now(ben).getByRole('button', { name: 'Demander de l’aide' }).waitFor()
})

test('a person changes sub-group alone, and more time is given', async () => {
  const before = await now(awa).getByRole('heading', { level: 2 }).first().getAttribute('aria-label')
  await now(awa).getByRole('button', { name: 'Changer de sous-groupe' }).click()
  await now(awa).locator('.subgroups-choice').first().click()
  await until(
    async () =>
      (await now(awa).getByRole('heading', { level: 2 }).first().getAttribute('aria-label')) !== before,
    'another sub-group',
  )
  await now(lead).getByRole('button', { name: '5 minutes de plus pour tout le monde' }).click()
  await now(awa)
    .getByText(/^1[45]:\d\d$/)
    .waitFor()
})

test('called back: a gentle band first, and nothing closes before whoever leads ends it', async () => {
  await now(lead).getByRole('button', { name: 'Tout le monde revient' }).click()
  for (const who of [awa, karim, ben]) await who.page.getByText('Finissez votre phrase').first().waitFor()
  await now(awa).getByText('Votre sous-groupe').waitFor()
  await now(lead).getByRole('button', { name: 'Terminer les sous-groupes' }).click()
  for (const who of [awa, karim]) await who.page.getByText('Les sous-groupes sont de retour.').waitFor()
  await until(async () => (await now(awa).count()) === 0, 'nothing asked any more')
})

test('the same as the last time, moved by the keyboard, in apartés that say who reads', async () => {
  await openTool()
  await dialog().getByRole('button', { name: 'Les mêmes que la dernière fois' }).click()
  await until(async () => (await placed().count()) === 4, 'four people with a place')
  await move('Awa', 'Sous-groupe 1')
  await move('Ben', 'Sous-groupe 1')
  await move('Karim', 'Sous-groupe 2')
  await dialog().getByText('Les autres ne peuvent pas lire.').click()
  await dialog().getByRole('button', { name: 'Commencer en sous-groupes' }).click()
  for (const who of [awa, ben]) {
    await now(who).getByRole('button', { name: 'Entrer dans l’aparté' }).click()
    await band(who).getByText('n’est lu que par vous').waitFor()
    await new RoomPage(who.page).ready()
  }
  await clean(awa, ben)
})

test('what two write apart reaches each other, and nothing of it the third', async () => {
  const room = new RoomPage(awa.page)
  await awa.page.locator('[data-act="draft.add"]').click()
  await awa.page.locator('.list-form input').fill(title)
  await awa.page.keyboard.press('Enter')
  await ben.page.getByRole('navigation').getByRole('button', { name: 'Liste' }).click()
  await new RoomPage(ben.page).row(title).first().waitFor()
  await room.addNote(noteWords)
  await new RoomPage(ben.page).showNotes()
  await new RoomPage(ben.page).noteRow(noteWords).waitFor()
  await room.saves('saved')
  // The same search finds what the third person is sent: their own name, in the snapshots of their room.
  expect(heard.some((words) => words.includes('Karim'))).toBe(true)
  const aparteCode = await awa.page.evaluate(() => location.pathname)
  expect(aparteCode).toContain('/aparte/')
  for (const words of [title, noteWords]) expect(heard.some((sent) => sent.includes(words))).toBe(false)
  expect(await karim.page.locator('body').innerText()).not.toContain(title)
})

test('the other’s aparté has no door, not even by its address', async () => {
  const path = await awa.page.evaluate(() => location.pathname)
  await karim.page.goto(path)
  await karim.page.getByText('Cet aparté ne vous est pas ouvert').waitFor()
  await clean(karim)
  await karim.page.getByRole('button', { name: 'Revenir à la salle' }).click()
  await new RoomPage(karim.page).ready()
})

test('coming back brings live texts and notes, which the third person goes on with', async () => {
  await now(lead).getByRole('button', { name: 'Tout le monde revient' }).click()
  await band(awa).getByText('Finissez votre phrase').waitFor()
  await now(lead).getByRole('button', { name: 'Terminer et rapporter les cartes' }).click()
  await band(awa).getByText('L’aparté est terminé.').waitFor()
  await band(awa).getByRole('button', { name: 'Revenir à la salle' }).click()
  const third = new RoomPage(karim.page)
  await third.row(title).first().waitFor()
  await third.write(title, 'Karim continue.')
  const author = new RoomPage(awa.page)
  await author.ready()
  await until(async () => (await author.wordsOf(title)).includes('Karim continue.'), 'the third’s words')
  await third.showNotes()
  await third.noteRow(noteWords).waitFor()
  await awa.page.locator('.wb-note', { hasText: noteWords }).waitFor({ state: 'attached' })
  await lead.page.locator('.subgroups-banner').getByRole('button', { name: 'Voir Sous-groupe 1' }).click()
  await lead.page.locator('.wb-draft, [data-shape-type="draft"]').filter({ hasText: title }).first().waitFor()
})

test('nobody’s page complained', () => {
  const complaints = [lead, awa, karim, ben].flatMap((one) => one.complaints)
  // A browser says so itself when a door stays closed.
  expect(complaints.filter((one) => !/the server responded with a status of 40[34]/.test(one))).toEqual([])
})
