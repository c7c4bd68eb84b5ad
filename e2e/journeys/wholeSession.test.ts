// A whole session: eight browsers (laptop that leads, wall, two phones, a laptop for three, three at home) and twenty people more.
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { halfScreen, type Person } from '#e2e/harness/browser.ts'
import type { Facilitator } from '#e2e/harness/facilitator.ts'
import { Participant } from '#e2e/harness/participant.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { openHall, type SessionHall } from '#e2e/harness/sessionHall.ts'
import { allDegrees, movedClock, onEach, sevenArrive } from '#e2e/harness/sevenArrive.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

const question = 'Qu’est-ce qui nous freine ?'
const secret = 'Les réunions sont loin de chez moi'
const offlineWords = 'Le dernier train part à 21 h'
const proposal = 'Une séance sur deux se tient près de la gare'
const amended = 'Une séance sur trois se tient près de la gare, avec garde d’enfants'
const reason = 'Qui habite loin de la gare y perd'
const title = 'Se réunir près de la gare'
const outcome = 'Le lieu change une fois sur trois'

let hall: SessionHall
let lead: Facilitator
let wall: Person
let ben: Person
let lou: Person
let table: Person
let maryse: Person
let idris: Person
beforeAll(async () => {
  hall = await openHall('NANTES', { env: { NODE_OPTIONS: movedClock } })
  ;({ lead, wall, ben, lou, table, maryse, idris } = await sevenArrive(hall))
  await hall.fill(20)
}, 120_000)
afterAll(() => hall?.close())

const now = ({ page }: Person): Locator => page.locator('.now-panel')
const does = ({ page }: Person): Participant => new Participant(page)
const others = (): Person[] => [ben, lou, table, maryse, idris]
const everywhere = (look: (person: Person) => Locator, whose = [wall, ...others()]): Promise<void> =>
  onEach(whose, look)
const accord = () => ({ kind: 'consent', position: 'accord', words: '' }) as const

test('an agenda from a template, and everybody sees where we are', async () => {
  await lead.prepare('Séance de rédaction à deux lieux')
  await lead.tool('Commencer la séance').click()
  await everywhere(({ page }) => page.getByText('Étape 1 sur 6'))
  // Paul, Jeanne and Omar count as three; the wall counts as nobody.
  await wall.page.getByText('20 en salle').waitFor()
  await wall.page.getByText('8 à distance').waitFor()
  await lead.tool('Tour de parole').click()
  await lead.dialog.getByRole('button', { name: 'Commencer un tour de table' }).click()
  await lead.dialog
    .getByRole('button', { name: /^Donner la parole à/ })
    .first()
    .click()
  await wall.page
    .getByText(/ parle$/)
    .first()
    .waitFor()
  await lead.dialog.getByRole('button', { name: 'Terminer le tour de table' }).click()
  await lead.dialog
    .getByRole('button', { name: /^Terminer la prise de parole/ })
    .first()
    .click()
  await wall.page.locator('.queue-display').waitFor({ state: 'hidden' })
  await lead.leavePopover()
})

test('one clock for everybody, and more time for everybody', async () => {
  await lead.startTimer(5)
  await everywhere(({ page }) => page.locator('.timer-digits', { hasText: /^04:\d\d$/ }))
  await lead.page.locator('.timer-button').click()
  await lead.dialog.getByRole('button', { name: 'Ajouter 5 minutes' }).click()
  await everywhere(({ page }) => page.locator('.timer-digits', { hasText: /^09:\d\d$/ }))
  await lead.leavePopover()
})

test('everybody writes alone, one of them without a line; the wall knows a number', async () => {
  await lead.tool('Étape suivante').click()
  await lead.letWrite(question)
  await does(ben).write(secret)
  await now(lou).getByRole('textbox', { name: 'Votre note' }).waitFor()
  await lou.page.context().setOffline(true)
  await new RoomPage(lou.page).saves('offline', 20_000)
  await does(lou).write(offlineWords)
  await now(lou).getByText('Attend le retour du réseau').waitFor()
  for (const name of ['Paul', 'Jeanne', 'Omar']) await does(table).write(`Une idée de ${name}`, name)
  await does(maryse).write('Le son est mauvais à distance')
  await does(idris).write('On ne se connaît pas encore')
  await Promise.all(hall.seats.map((seat, n) => seat.write(`Une idée de la salle, la ${n}`)))
  await wall.page.getByText('26 notes').waitFor()
  await lou.page.context().setOffline(false)
  await wall.page.getByText('27 notes').waitFor()
  for (const seat of hall.seats) expect(seat.heard()).not.toMatch(/réunions sont loin|dernier train/)
  for (const { page } of [wall, maryse, idris])
    expect(await page.locator('body').innerText()).not.toContain(secret)
})

test('shown at once, on board and list, without a name', async () => {
  await lead.reveal()
  for (const words of [secret, offlineWords])
    await until(() => idris.page.locator('.wb-note', { hasText: words }).count(), `${words} on the board`)
  await maryse.page.getByRole('tab', { name: 'Liste' }).click()
  const room = new RoomPage(maryse.page)
  await room.showNotes()
  await room.noteRow(secret).waitFor()
  expect(await room.noteRow(secret).innerText()).not.toContain('Ben')
})

test('two people group the notes at the same time, and both see both', async () => {
  const [left, right] = [new RoomPage(maryse.page), new RoomPage(idris.page)]
  await right.showNotes()
  await maryse.page.getByRole('button', { name: 'Nouveau cadre' }).click()
  await maryse.page.getByLabel('Nom du cadre').fill('Venir et repartir')
  await maryse.page.getByRole('button', { name: 'Ajouter le cadre' }).click()
  const frame = (of: RoomPage): Locator =>
    of.page.locator('.list-group', { has: of.page.getByRole('heading', { name: 'Venir et repartir' }) })
  await frame(right).waitFor({ state: 'attached' })
  await Promise.all([
    left.act(left.noteRow(secret), 'Déplacer vers…', 'Venir et repartir'),
    right.act(right.noteRow(offlineWords), 'Déplacer vers…', 'Venir et repartir'),
  ])
  for (const of of [left, right])
    for (const words of [secret, offlineWords]) await frame(of).getByText(words).first().waitFor()
})

test('points are hidden until the closing; a voice without a device is carried, and it shows', async () => {
  await lead.ask('Vote par points')
  for (const one of [ben, lou, maryse, idris]) {
    await does(one).point()
    await does(one).send()
  }
  for (const name of ['Paul', 'Jeanne', 'Omar']) {
    await does(table).chooseSeat(name)
    await does(table).point(1)
    await does(table).send()
  }
  for (const seat of hall.seats) expect(await seat.vote()).toBe(true)
  await lead.carryPoint('Odette')
  await wall.page.getByText(/^28 réponses sur \d+\. Dont 1 portée par l’animation\.$/).waitFor()
  for (const seat of hall.seats) expect(seat.totals()).toEqual([])
  expect(await wall.page.locator('.decision-bars').count()).toBe(0)
  await lead.act('Clore et montrer le résultat')
  await everywhere(({ page }) => page.locator('.decision-bar', { hasText: '24 points' }))
  await everywhere(({ page }) => page.getByText('1 voix portée par l’animation.'))
  expect(hall.seats[0]?.totals().reduce((sum, points) => sum + points, 0)).toBe(28)
  await lead.act('Ranger le résultat')
})

test('a gradient of agreement shows how it is spread, with words that bear no name', async () => {
  await lead.ask('Sondage')
  await does(ben).choose('Oui, de tout cœur')
  await does(ben).send()
  await does(maryse).choose('J’ai des doutes')
  await does(maryse).say('Un mot, si vous voulez', 'Je voudrais voir un essai')
  await does(maryse).send()
  expect(await hall.answerAll(allDegrees(4))).toBe(20)
  await lead.act('Clore et montrer le résultat')
  await everywhere(({ page }) => page.locator('.decision-bar.d4', { hasText: '20' }))
  await everywhere(({ page }) => page.locator('.decision-bar.d1', { hasText: '0' }))
  await everywhere(({ page }) => page.locator('.decision-comments', { hasText: 'Je voudrais voir un essai' }))
  expect(await wall.page.locator('.decision-display').innerText()).not.toContain('Maryse')
  await lead.act('Ranger le résultat')
})

test('a consent round: an objection with its reason, an amendment, then consent', async () => {
  await lead.ask('Tour de consentement', proposal)
  await lead.toTheRound()
  await does(ben).choose('Objection')
  await now(ben).getByText('Une objection dit sa raison. Une phrase suffit.').waitFor()
  await does(ben).say('La raison de mon objection', reason)
  await does(ben).send()
  expect(await hall.answerAll(accord)).toBe(20)
  expect(await wall.page.locator('body').innerText()).not.toContain(reason)
  await lead.act('Montrer les réponses')
  await everywhere(({ page }) => page.getByText(reason))
  await lead.act('Travailler l’objection')
  await lead.now.getByLabel('La proposition amendée').fill(amended)
  await lead.act('Garder cette proposition')
  await lead.now.getByRole('button', { name: 'Proposition gardée' }).waitFor()
  await lead.act('Refaire un tour')
  await everywhere(({ page }) => page.locator('.decision-proposal', { hasText: amended }))
  await does(ben).choose('Accord')
  await does(ben).send()
  expect(await hall.answerAll(accord)).toBe(20)
  await lead.act('Montrer les réponses')
  await lead.act('Constater l’accord')
  await lead.act('Clore et garder le résultat')
  await everywhere(({ page }) => page.getByText('Adopté : aucune objection ne demeure'))
  await lead.act('Ranger le résultat')
})

test('the floor: after three turns of the room alternation is offered, and it says why somebody passes first', async () => {
  for (const seat of [0, 1, 3, 4]) expect(await hall.seats[seat]?.raiseHand()).toBe(true)
  await maryse.page.keyboard.press('Alt+Shift+P')
  const column = lead.page.locator('.queue-column')
  await column.getByText('Maryse').first().waitFor()
  for (const name of ['Siège 1', 'Siège 2', 'Siège 4']) {
    await column
      .locator('.queue-acts')
      .getByRole('button', { name: `la parole à ${name}` })
      .click()
    await wall.page.getByText(`${name} parle`, { exact: true }).waitFor()
  }
  await column.getByText(/À distance, on attend depuis \d tours\./).waitFor()
  await column.getByRole('button', { name: 'Alterner', exact: true }).click()
  await column.getByText(/passe avant\s: à distance, \d tours d’attente/).waitFor()
  await column.locator('.queue-acts').getByRole('button', { name: 'la parole à Maryse' }).click()
  await wall.page.getByText('Maryse parle', { exact: true }).waitFor()
  await wall.page.getByText('En salle, à distance, en alternance').waitFor()
})

test('whom it is asked of: columns for everybody, and what goes to us begins tonight', async () => {
  await maryse.page.getByRole('tab', { name: 'Liste' }).click()
  await new RoomPage(maryse.page).showDrafts()
  await maryse.page.locator('[data-act="draft.add"]').click()
  await maryse.page.keyboard.type(title)
  await maryse.page.keyboard.press('Enter')
  await new RoomPage(maryse.page).saves('saved')
  await lead.tool('À qui le demande-t-on ?').click()
  await everywhere(({ page }) => page.getByText('À qui le demandons-nous ?'))
  // Nobody is taken out of a sentence: she still has the field of her text, and goes there herself.
  await maryse.page.getByRole('tab', { name: 'Maintenant' }).click()
  await now(maryse).getByLabel('Colonne montrée').selectOption('none')
  await now(maryse)
    .getByRole('button', { name: `Déplacer ${title} vers…` })
    .click()
  await maryse.page.getByRole('menuitem', { name: 'Nous, ici' }).click()
  await now(maryse).getByLabel('Colonne montrée').selectOption('us-here')
  const form = now(maryse).locator('.addressee-begin')
  await form.getByLabel('Premier pas').fill('Demander la salle de la gare')
  await form.getByRole('button', { name: 'Maryse' }).click()
  await form.getByLabel('Quand').fill('2020-02-06')
  await form.getByRole('button', { name: 'On s’y met' }).click()
  await everywhere(({ page }) => page.getByText('Initiative lancée'), [wall, maryse])
  await lead.page.getByText('Demander la salle de la gare').first().waitFor()
  await lead.tool('À qui le demande-t-on ?').click()
  await wall.page.locator('.addressee-display').waitFor({ state: 'hidden' })
})

test('who comes late knows in a minute what was decided and who writes what; time is over and nothing has closed', async () => {
  await lead.noteOutcome(outcome)
  await idris.page.getByRole('tab', { name: 'Recommandations' }).click()
  const [row] = await idris.page.locator('.list-draft').getByRole('heading').allInnerTexts()
  await new RoomPage(idris.page).write(row ?? '', ' Et encore un mot.')
  process.kill(hall.server.pid(), 'SIGUSR2')
  const odile = await hall.guest('Odile', 'remote', { viewport: halfScreen })
  const summary = odile.page.getByRole('region', { name: 'En une minute' })
  for (const words of [outcome, 'Sommes-nous d’accord ?', 'Idris', 'Étape 2 sur 6'])
    await summary.getByText(words).first().waitFor()
  await everywhere(({ page }) => page.getByText('Le temps est passé'), [wall, ben, odile])
  await summary.getByRole('button', { name: 'C’est lu, j’y vais' }).click()
  await odile.page.getByRole('tab', { name: 'Liste' }).click()
  await new RoomPage(odile.page).addNote('Me voilà')
  await new RoomPage(idris.page).showNotes()
  await new RoomPage(idris.page).noteRow('Me voilà').waitFor({ state: 'attached' })
})

test('the end closes nothing: board, texts and room stay open', async () => {
  const agenda = await lead.openAgenda()
  await agenda.getByRole('button', { name: 'Terminer la séance', exact: true }).click()
  await lead.confirm('Terminer la séance')
  await everywhere(({ page }) => page.getByText('La séance est terminée'), [wall, idris])
  await new RoomPage(idris.page).addNote('Une dernière idée')
  await maryse.page.getByRole('tab', { name: 'Liste' }).click()
  await new RoomPage(maryse.page).showNotes()
  await new RoomPage(maryse.page).noteRow('Une dernière idée').waitFor({ state: 'attached' })
})

test('nobody’s page complained', () => {
  expect(hall.complaints()).toEqual([])
})
