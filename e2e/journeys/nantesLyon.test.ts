// Two groups' whole evening, from the invitation to its end: lanes, a pull, one text out of two by four people of whom one loses the line, consent, adoption, and the way back.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dottedNames, violations } from '#e2e/harness/accessibility.ts'
import { phone } from '#e2e/harness/browser.ts'
import { openForkedHouse } from '#e2e/harness/forkedHouse.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { AdoptionPage } from '#e2e/pages/adoptionPage.ts'
import { apart, endsAndIsRenewed, lanesOfBoth, pulled } from '#e2e/pages/jointEvening.ts'
import { accept, codeOf, invitation, JointRoomPage, openInvitation, send } from '#e2e/pages/jointPage.ts'
import { MergePage } from '#e2e/pages/mergePage.ts'
import { sameFates, sameText } from '#e2e/pages/mergeTable.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

const subject = 'Un comité local dans chaque ville'
const parcel = 'Suivre une recommandation comme on suit un colis'
const ofNantes = 'Un comité de sociétaires à Nantes'
const ofLyon = 'Un comité élu dans chaque antenne'
/** Sentences of the two texts, by how they begin. */
const nantes = {
  open: 'Le comité de Nantes reste ouvert',
  half: 'On en renouvelle la moitié chaque année',
  word: "Je n'aime toujours pas le mot comité",
}
const lyon = {
  task: 'Le comité anime la vie du quartier',
  sixToTen: 'Que chaque antenne, en France comme en Belgique',
  boxes: 'Et quand on a une idée',
}
const why = 'Chaque ville garde le droit de l’appeler autrement.'

const house = openForkedHouse()

async function goesIn(page: Page, code: string): Promise<JointRoomPage> {
  const room = new JointRoomPage(page)
  await room.goIn(code)
  return room
}

test('NANTES-LYON, from the invitation to the way back', async () => {
  const [leader, pocket] = await Promise.all([
    house.signedIn('facilitator-nantes'),
    house.signedIn('facilitator-lyon', { viewport: phone, hasTouch: true, isMobile: true }),
  ])
  const code = await invited(leader, pocket)
  const [member, far] = await Promise.all([
    house.signedIn('member-lyon'),
    house.signedIn('member-nantes', { isFar: true }),
  ])
  const [atNantes, atLyon] = await Promise.all([
    goesIn(leader, code),
    goesIn(member, code),
    goesIn(far, code),
  ])
  await lanesOfBoth(atNantes, atLyon)
  await apart(atNantes, atLyon, code)
  await pulled(atNantes, atLyon, parcel)

  const here = await MergePage.begin(leader, ofNantes, [ofLyon])
  expect(await here.title).toMatch(/^Fusion de Nantes R\d+ et Lyon R\d+$/)
  const [there, away] = await Promise.all([MergePage.find(member, ofLyon), MergePage.find(far, ofNantes)])
  await pocket.goto(leader.url())
  await pocket.locator('form').getByRole('button', { name: 'Entrer' }).click()
  const small = await MergePage.on(pocket)
  const table: Table = { here, there, away, small }
  const all = await here.remaining()
  expect(all).toBeGreaterThan(25)
  await fourAtOnce(table)
  await oneWithoutALine(table, all)
  await nothingRemains(table, all)
  await adopted(table)
  await separatedAgain(leader, member, code)
  await endsAndIsRenewed(atNantes, atLyon, { pocket, code })
  expect(house.complaints()).toEqual([])
}, 240_000)

/** Nantes invites from its page on a day that suits both; Lyon reads it on a phone, at home first, and accepts. */
async function invited(leader: Page, pocket: Page): Promise<string> {
  const dialog = await openInvitation(leader, 'nantes')
  await send(dialog)
  await dialog.getByText('Choisissez au moins un groupe.').waitFor()
  await dialog.getByRole('checkbox', { name: /^Lyon/u }).first().check()
  await dialog.getByLabel('Sujet').fill(subject)
  await dialog.getByLabel('Un mot pour eux').fill('Nous portons la même chose.')
  await dialog.locator('.joint-days').getByRole('checkbox').first().check()
  expect(await violations(leader)).toEqual([])
  await send(dialog)
  await invitation(leader, subject).getByText('En attente').waitFor()
  const accepted = await accept(pocket, subject)
  await accepted.getByText('Nous portons la même chose.').waitFor()
  const calendar = await accepted.getByRole('link', { name: 'Ajouter au calendrier' }).getAttribute('href')
  const file = await pocket.context().request.get(calendar ?? '')
  expect(await file.text()).toContain(`SUMMARY:${subject}`)
  const code = await codeOf(accepted)
  expect(code).toMatch(/^NANTES-LYON \d{4}$/u)
  return code
}

interface Table {
  /** Nantes' facilitator. */
  readonly here: MergePage
  /** A member of Lyon. */
  readonly there: MergePage
  /** A member of Nantes, whose line breaks. */
  readonly away: MergePage
  /** Lyon's facilitator, on a phone. */
  readonly small: MergePage
}

const everybody = ({ here, there, away, small }: Table): MergePage[] => [here, there, away, small]

/** Each takes a sentence at the same moment; then all write behind their sentences at once. */
async function fourAtOnce(table: Table): Promise<void> {
  const { here, there, away, small } = table
  await Promise.all([
    here.take(nantes.open),
    there.take(lyon.task),
    away.take(nantes.half),
    small.take(lyon.boxes),
  ])
  for (const words of [nantes.open, lyon.task, nantes.half, lyon.boxes])
    await Promise.all(everybody(table).map((one) => one.becomes(words, 'kept')))
  // Ribbons join what is in sight, for the eye alone.
  await here.page.locator('.mg-ribbon').first().waitFor({ state: 'attached' })
  expect(await here.page.locator('.mg-ribbons').getAttribute('aria-hidden')).toBe('true')
  const words = ['À quatre voix.', 'Avec les clés.', 'Sans attendre.', 'Depuis ma poche.']
  const after = [nantes.open, lyon.task, nantes.half, lyon.boxes]
  await Promise.all(everybody(table).map((one, at) => one.goTo(after[at] ?? '')))
  await Promise.all(everybody(table).map(({ page }, at) => page.keyboard.type(` ${words[at]}`)))
  await sameText(everybody(table), words)
}

const late = ' Même sans réseau.'

/** One writes on without a line while the others go through the steps of the merge; back again, nothing is lost on either side. */
async function oneWithoutALine(table: Table, all: number): Promise<void> {
  const { here, there, away } = table
  house.proxy.unplug()
  await new RoomPage(away.page).saves('offline')
  await (await away.open(nantes.word)).getByText('Hors ligne').waitFor()
  await away.goTo(nantes.half)
  await away.page.keyboard.type(late)

  // Lyon's own sentence is reworded by Nantes: Lyon is asked, and nobody else is believed.
  await there.take(lyon.sixToTen)
  await here.becomes(lyon.sixToTen, 'kept')
  await here.goTo(lyon.sixToTen)
  for (const _ of 'sociétaires.') await here.page.keyboard.press('Backspace')
  await here.page.keyboard.type('volontaires.')
  await there.becomes(lyon.sixToTen, 'proposed')
  await there.confirmAll()
  await here.becomes(lyon.sixToTen, 'reworded')
  // One is set aside with a reason, which the other screen reads.
  await here.act(nantes.word, 'Ne pas reprendre')
  await here.because('Préférence personnelle', why)
  await there.becomes(nantes.word, 'set-aside')
  await there.page.locator('.mg-left-out', { hasText: why }).waitFor()
  // The rest of Nantes is taken at once.
  await here.page.getByRole('button', { name: /^Tout prendre, texte de Nantes/ }).click()
  await until(async () => (await there.remaining()) < all / 2, 'half of the sentences to have a place')
  expect(await away.remaining()).toBeGreaterThan(all / 2)
  expect(await here.jointText()).not.toContain(late)

  house.proxy.restore()
  await until(async () => (await away.remaining()) === (await here.remaining()), 'the far one to catch up')
  expect(house.proxy.faults.cuts).toBeGreaterThan(0)
  await sameText(everybody(table), [late, 'volontaires.'])
}

/** What Lyon still has is joined or left from the phone, several at a time; both groups confirm; every screen tells the same. */
async function nothingRemains(table: Table, all: number): Promise<void> {
  const { here, there, away, small } = table
  const { page } = small
  await page.getByRole('tab', { name: 'Phrase par phrase' }).click()
  await small.filter(/^À traiter/)
  await page.locator('[data-passage] .mg-say').first().click()
  await page.locator('.mg-acts').getByRole('button', { name: 'Joindre en nuance' }).click()
  await page.locator('.mg-acts').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Choisir', exact: true }).click()
  for (const box of await page.locator('[data-passage] input[type=checkbox]').all()) await box.check()
  await page.locator('.mg-chosen').getByRole('button', { name: 'Ne pas reprendre' }).click()
  await small.because('Reste propre à un groupe', 'Lyon l’essaie de son côté.')
  await until(async () => (await here.remaining()) === 0, 'nothing to remain')
  await Promise.all([away.confirmAll(), there.confirmAll()])
  await small.filter(/^Toutes/)
  const kinds = Object.values(await sameFates(everybody(table)))
  expect(kinds).toHaveLength(all)
  expect(kinds.filter((fate) => fate === 'open' || fate === 'proposed')).toEqual([])
  expect(await small.remaining()).toBe(0)
  for (const screen of [here.page, page]) {
    expect(await violations(screen)).toEqual([])
    expect(await dottedNames(screen)).toEqual([])
  }
}

/** Nantes answers in a round of two, Lyon by the voice of one member, asked on a phone; adopted, it is in both groups' lists, and the originals say so. */
async function adopted({ here, there, away, small }: Table): Promise<void> {
  const [asks, one, far, lyonAsks] = [here, there, away, small].map(({ page }) => new AdoptionPage(page)) as [
    AdoptionPage,
    AdoptionPage,
    AdoptionPage,
    AdoptionPage,
  ] // four pages above
  const title = await here.page.locator('.mg-joint').getByRole('textbox', { name: 'Titre' }).inputValue()
  await asks.ask('Nantes', 'Tour de consentement')
  await asks.answer('Accord')
  await far.open('Nantes')
  await far.answer('Accord')
  await far.leave()
  await asks.dialog.getByText('2 accords').first().waitFor()
  await asks.close()
  await one.group('Nantes').getByText('A donné son consentement').waitFor()

  await small.page.getByRole('tab', { name: 'Consentement' }).click()
  await lyonAsks.ask('Lyon', 'Une personne pour le groupe', 'Fatou D.')
  await one.open('Lyon')
  await one.answer('Accord')
  await one.leave()
  await lyonAsks.dialog.getByText('1 accord').first().waitFor()
  await lyonAsks.close()
  await asks.adopt()
  await one.page.locator('.mg .adoption-act .chip.ok').waitFor()
  for (const [page, group] of [
    [small.page, 'LYON'],
    [far.page, 'NANTES'],
  ] as const) {
    await page.goto(`/g/${group}`)
    await new AdoptionPage(page).listed('.adoption-card', title).waitFor()
  }
}

/** Separated with a reason: the version stays in both groups' lists, withdrawn, and the originals stand alone. */
async function separatedAgain(leader: Page, member: Page, code: string): Promise<void> {
  const room = new JointRoomPage(member)
  await room.comeBack(code)
  for (const place of ['Nantes', 'Lyon']) await room.textsOf(place).getByText('1 texte adopté').waitFor()
  const note = (await room.open(ofLyon)).getByText('Fusionné dans')
  await note.waitFor()
  await new AdoptionPage(leader).separate('Nous repartons chacun de notre texte.')
  await note.waitFor({ state: 'detached' })
  for (const place of ['Nantes', 'Lyon'])
    await room.textsOf(place).locator('.adoption-versions .chip', { hasText: 'Retirée' }).waitFor({
      state: 'attached',
    })
}
