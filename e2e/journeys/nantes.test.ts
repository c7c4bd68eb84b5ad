// Nantes, 23 January 2020: from two stickies to a consented local initiative with a date, within one session, kept by the store.
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from '#e2e/harness/browser.ts'
import { Facilitator } from '#e2e/harness/facilitator.ts'
import { Participant } from '#e2e/harness/participant.ts'
import { signIn } from '#e2e/harness/rawClient.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { openHall, phoneLook, type SessionHall } from '#e2e/harness/sessionHall.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

const stickies = [
  'À qui demande-t-on, au juste ? On pourrait commencer ici, sans attendre l’aval',
  'Un premier comité à Nantes dès avril',
] as const
const title = 'Un comité local de la vie coopérative à Nantes'
const firstStep = 'Inviter les sociétaires de Nantes à un premier comité'

let hall: SessionHall
let lead: Facilitator
let wall: Person
let ben: Person
let ana: Person

beforeAll(async () => {
  hall = await openHall('NANTES')
  const loaded = await fetch(`${hall.server.url}/api/demo/moment`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: await signIn(hall.server.url, 'facilitator-nantes'),
    },
    body: JSON.stringify({ key: 'nantes-in-the-room' }),
  })
  expect(loaded.ok).toBe(true)
  lead = new Facilitator((await hall.leader()).page)
  ;[wall, ben, ana] = await Promise.all([
    hall.wall(),
    hall.guest('Ben', 'in-person', phoneLook),
    hall.guest('Ana', 'in-person'),
  ])
})
afterAll(() => hall?.close())

const now = ({ page }: Person): Locator => page.locator('.now-panel')
const consented = (who: Person): Locator =>
  who.page.locator('.decision-on-draft', { hasText: 'Consentement' }).first()

test('the wall is empty; two stickies are written alone and lie on the board together', async () => {
  await lead.page.locator('.dock').waitFor()
  expect(await ana.page.locator('.wb-note').count()).toBe(0)
  await lead.tool('Commencer la séance').click()
  await lead.letWrite('Qu’est-ce qui nous freine, et par où commencer ?')
  await new Participant(ben.page).write(stickies[0])
  await new Participant(ana.page).write(stickies[1])
  await wall.page.getByText('2 notes').waitFor()
  await lead.reveal()
  for (const words of stickies)
    await until(() => ana.page.locator('.wb-note', { hasText: words }).count(), `${words} on the board`)
})

test('the two become one text, which both of its makers see', async () => {
  const list = new RoomPage(ana.page)
  await list.showNotes()
  for (const words of stickies) await list.noteRow(words).locator('[data-act="notes.select"]').first().click()
  await ana.page.getByRole('button', { name: 'En faire une recommandation' }).click()
  const field = ana.page.getByRole('textbox', { name: 'Titre', exact: true }).first()
  await field.fill(title)
  await list.saves('saved')
  await ben.page.getByRole('button', { name: 'Liste', exact: true }).tap()
  await new RoomPage(ben.page).showDrafts()
  await new RoomPage(ben.page).row(title).first().waitFor()
})

test('it is consented to by everybody, and the text says so', async () => {
  await lead.askConsentOn(title)
  await lead.toTheRound()
  for (const one of [ben, ana]) {
    const person = new Participant(one.page)
    await person.choose('Accord')
    await person.send()
  }
  await lead.act('Montrer les réponses')
  await lead.act('Constater l’accord')
  await wall.page.getByText('Aucune objection ne demeure').waitFor()
  await lead.act('Clore et garder le résultat')
  await lead.act('Ranger le résultat')
  await new RoomPage(ana.page).showDrafts()
  await new RoomPage(ana.page).open(title)
  await consented(ana).waitFor()
})

test('it goes to us, here: a first step, who, and a date', async () => {
  await lead.tool('À qui le demande-t-on ?').click()
  await ana.page
    .locator('.addressee')
    .first()
    .getByRole('button', { name: `Déplacer ${title} vers…` })
    .click()
  await ana.page.getByRole('menuitem', { name: 'Nous, ici' }).click()
  const form = ana.page.locator('.addressee-begin')
  await form.getByLabel('Premier pas').fill(firstStep)
  await form.getByRole('button', { name: 'Ben' }).click()
  await form.getByRole('button', { name: 'Ana' }).click()
  await form.getByLabel('Quand').fill('2020-04-02')
  await form.getByLabel('Heure, si elle est connue').fill('18:30')
  await form.getByRole('button', { name: 'On s’y met' }).click()
  await initiativeStands()
})

/** On phone, laptop and wall. */
async function initiativeStands(): Promise<void> {
  await now(ben).getByLabel('Colonne montrée').selectOption('us-here')
  for (const part of [now(ben), lead.page.locator('.addressee')]) {
    await part.getByText(firstStep).first().waitFor()
    await part
      .getByText(/Ben, Ana.*2 avril 2020/)
      .first()
      .waitFor()
  }
  await wall.page.locator('.addressee-display', { hasText: title }).getByText('Initiative lancée').waitFor()
}

test('a power cut changes nothing of it: who comes afterwards finds text, consent and date', async () => {
  await hall.server.kill()
  await hall.server.restart()
  await Promise.all([wall, ben].map(({ page }) => page.reload()))
  await new RoomPage(lead.page).saves('saved', 30_000)
  await initiativeStands()
  await lead.tool('À qui le demande-t-on ?').click()
  const odile = await hall.guest('Odile', 'remote')
  await new RoomPage(odile.page).open(title)
  await consented(odile).waitFor()
  expect(hall.complaints()).toEqual([])
})
