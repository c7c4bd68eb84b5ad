// Pictures of one facilitated session, from its agenda to whoever comes late, for docs/seance.md and docs/mockups.md. Run it with
// `npm run build && node server/launch/run.mjs e2e/sessionScreens.ts`; a folder as an argument takes the place of docs/seance.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import type { Person } from '#e2e/harness/browser.ts'
import { Facilitator } from '#e2e/harness/facilitator.ts'
import { Participant } from '#e2e/harness/participant.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { openHall, phoneLook, type SessionHall } from '#e2e/harness/sessionHall.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

const folder = process.argv[2] ?? join('docs', 'seance')
const proposal = 'Une séance sur deux se tient près de la gare'
const amended = 'Une séance sur trois se tient près de la gare, avec une garde d’enfants'
const title = 'Se réunir près de la gare'
const ideas = [
  'Les réunions finissent après le dernier train',
  'On ne sait pas à qui demander',
  'Le son est mauvais à distance',
  'Peu de temps payé pour participer',
  'Se voir souvent, même en petit nombre',
  'Les mots des comptes rendus sont difficiles',
  'Une garde d’enfants le soir',
  'Commencer ici, sans attendre l’aval',
]
const names = [
  ...['Samira', 'Yann', 'Solène', 'Agathe', 'Karim', 'Gwen'],
  ...['Bilal', 'Maryse', 'Awa', 'Paul', 'Jeanne', 'Omar'],
]

interface Evening {
  readonly hall: SessionHall
  readonly lead: Facilitator
  readonly wall: Person
  readonly ben: Person
  /** At home, on a dark screen. */
  readonly ines: Person
}

async function take({ page }: { readonly page: Page }, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.getByRole('alertdialog').waitFor({ state: 'hidden' })
  // What was announced in passing lies over what the picture is about.
  await page.locator('.toast').first().waitFor({ state: 'hidden', timeout: 15_000 })
  const shot = await page.screenshot()
  const { size } = await sharp(shot)
    .png({ palette: true, quality: 90, effort: 10, compressionLevel: 9 })
    .toFile(join(folder, `${name}.png`))
  console.log(`${name}.png ${Math.round(size / 1024)} kB`)
}

async function welcome({ hall, lead, wall, ben }: Evening): Promise<void> {
  await lead.prepare('Séance de rédaction à deux lieux')
  await lead.tool('Commencer la séance').click()
  await take(wall, '01-accueil-ecran')
  await lead.startTimer(10)
  await lead.openAgenda()
  await take(lead, '02-deroule')
  await lead.tool('Étape suivante').click()
  await lead.letWrite('Qu’est-ce qui nous freine ?')
  await new Participant(ben.page).now.getByRole('textbox', { name: 'Votre note' }).waitFor()
  await Promise.all(hall.seats.map((seat, n) => seat.write(ideas[n % ideas.length] ?? '')))
  await new Participant(ben.page).write('Les réunions sont loin de chez moi')
  await new Participant(ben.page).now
    .getByRole('textbox', { name: 'Votre note' })
    .fill('Le dernier train part à 21 h')
  await take(ben, '03-note-telephone')
  await take(wall, '04-note-ecran')
  await take(lead, '05-note-animation')
}

async function goTo(lead: Facilitator, place: string): Promise<void> {
  const here = lead.page.locator('.room-top').getByText(place)
  for (let steps = 0; steps < 6 && (await here.count()) === 0; steps += 1) {
    const before = await lead.page.locator('.agenda-strip-words').innerText()
    await lead.tool('Étape suivante').click()
    await until(async () => (await lead.page.locator('.agenda-strip-words').innerText()) !== before, 'a step')
  }
}

async function revealAndVote({ hall, lead, wall, ben, ines }: Evening): Promise<void> {
  await lead.reveal()
  await ines.page.locator('.wb-note', { hasText: 'Les réunions sont loin' }).waitFor({ state: 'attached' })
  const room = new RoomPage(ines.page)
  await room.showNotes()
  await room.act(room.noteRow('Les réunions sont loin'), 'Voir sur le tableau')
  await take(ines, '06-notes-tableau-sombre')
  await goTo(lead, 'Étape 4 sur 6')
  await lead.ask('Vote par points')
  const person = new Participant(ben.page)
  await person.point(0)
  await person.point(0)
  await person.point(1)
  await take(ben, '07-vote-telephone')
  await person.send()
  await Promise.all(
    hall.seats.map((seat, n) =>
      seat.answer(({ items }) => ({ kind: 'dots', points: points(items, n), comment: '' })),
    ),
  )
  await lead.carryPoint('Odette')
  await lead.act('Clore et montrer le résultat')
  await wall.page.locator('.decision-bars').waitFor()
  await take(wall, '08-resultat-ecran')
  await lead.act('Ranger le résultat')
}

const points = (items: readonly { readonly id: string }[], n: number): Record<string, number> => ({
  [items[n % Math.min(3, items.length)]?.id ?? '']: 3,
  [items[(n + 1) % items.length]?.id ?? '']: 1,
})

async function agree({ hall, lead, wall, ben }: Evening): Promise<void> {
  const person = new Participant(ben.page)
  await goTo(lead, 'Étape 5 sur 6')
  await lead.ask('Tour de consentement', proposal)
  await lead.toTheRound()
  await person.choose('Objection')
  await person.say('La raison de mon objection', 'Qui habite loin de la gare y perd.')
  await take(ben, '09-consentement-telephone')
  await person.send()
  await hall.answerAll(() => ({ kind: 'consent', position: 'accord', words: '' }))
  await lead.act('Montrer les réponses')
  await lead.act('Travailler l’objection')
  await lead.now.getByLabel('La proposition amendée').fill(amended)
  await lead.act('Garder cette proposition')
  await take(lead, '10-amendement-animation')
  await lead.act('Refaire un tour')
  await person.choose('Accord')
  await person.send()
  await hall.answerAll(() => ({ kind: 'consent', position: 'accord', words: '' }))
  await lead.act('Montrer les réponses')
  await lead.act('Constater l’accord')
  await take(wall, '11-consentement-ecran')
  await lead.act('Clore et garder le résultat')
  await lead.act('Ranger le résultat')
}

async function speak({ hall, lead, wall, ben, ines }: Evening): Promise<void> {
  for (const n of [0, 1, 2, 3]) await hall.seats[n]?.raiseHand()
  await ben.page.locator('.tabbar').getByRole('button', { name: 'Parole' }).tap()
  await ben.page
    .getByRole('dialog')
    .getByRole('button', { name: /Demander la parole/ })
    .tap()
  await ines.page.keyboard.press('Alt+Shift+P')
  const column = lead.page.locator('.queue-column')
  await column.getByText('Inès').first().waitFor()
  await column.locator('.queue-acts').getByRole('button', { name: 'la parole à' }).click()
  await take(ben, '12-parole-telephone')
  await ben.page.keyboard.press('Escape')
  await take(wall, '13-parole-ecran')
  await lead.page.getByRole('tab', { name: 'Recommandations' }).click()
  await take(lead, '14-parole-animation')
}

async function askWhom({ lead, ines }: Evening): Promise<void> {
  await new RoomPage(ines.page).showDrafts()
  await ines.page.locator('[data-act="draft.add"]').click()
  await ines.page.keyboard.type(title)
  await ines.page.keyboard.press('Enter')
  await new RoomPage(ines.page).saves('saved')
  await lead.tool('À qui le demande-t-on ?').click()
  await lead.page
    .locator('.addressee')
    .first()
    .getByRole('button', { name: `Déplacer ${title} vers…` })
    .click()
  await lead.page.getByRole('menuitem', { name: 'Nous, ici' }).click()
  const form = lead.page.locator('.addressee-begin')
  await form.getByLabel('Premier pas').fill('Demander la salle de la gare')
  await form.getByRole('button', { name: 'Inès' }).click()
  await form.getByLabel('Quand').fill('2020-05-14')
  await form.getByRole('button', { name: 'On s’y met' }).click()
  await lead.page.getByText('Initiative lancée').first().waitFor()
  // The form was longer than the screen: back to the heads of the columns.
  await lead.page.locator('.addressee').first().locator('h2').scrollIntoViewIfNeeded()
  await take(lead, '15-adresse-animation')
  await lead.tool('À qui le demande-t-on ?').click()
}

async function comeLate({ hall, lead }: Evening): Promise<void> {
  await lead.noteOutcome('Le lieu change une fois sur trois')
  const paulette = await hall.guest('Paulette', 'in-person', phoneLook)
  await paulette.page.locator('.agenda-phone-words').tap()
  await paulette.page.getByText('Le lieu change une fois sur trois').first().waitFor()
  await take(paulette, '16-deroule-telephone')
}

mkdirSync(folder, { recursive: true })
const hall = await openHall('NANTES')
try {
  const lead = new Facilitator((await hall.leader()).page)
  const [wall, ben, ines] = await Promise.all([
    hall.wall(),
    hall.guest('Ben', 'in-person', phoneLook),
    hall.guest('Inès', 'remote', { colorScheme: 'dark' }),
  ])
  await hall.fill(names.length, { names })
  const evening = { hall, lead, wall, ben, ines }
  for (const part of [welcome, revealAndVote, agree, speak, askWhom, comeLate]) await part(evening)
} finally {
  await hall.close()
}
