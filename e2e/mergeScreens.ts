// Pictures of two groups that merge two texts, for README.md and docs/mockups.md. Run it with
// `npm run build && node server/launch/run.mjs e2e/mergeScreens.ts`; a folder as an argument takes the place of docs/fusion.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import type { Person } from '#e2e/harness/browser.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { openHall, phoneLook } from '#e2e/harness/sessionHall.ts'
import { MergePage } from '#e2e/pages/mergePage.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

const folder = process.argv[2] ?? join('docs', 'fusion')
const ofNantes = 'Un comité de sociétaires à Nantes'
const ofLyon = 'Un comité élu dans chaque antenne'

const hall = await openHall('NANTES-LYON')

async function enters(key: string, where: string, options: BrowserContextOptions = {}): Promise<Person> {
  const one = await hall.persona(key, '/r/NANTES-LYON', options)
  await one.page.locator('form .choice-option', { hasText: where }).click()
  await one.page.locator('form').getByRole('button', { name: 'Entrer' }).click()
  await new RoomPage(one.page).ready()
  return one
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  // What was announced in passing lies over what the picture is about.
  await page.locator('.toast').first().waitFor({ state: 'hidden', timeout: 15_000 })
  const shot = await page.screenshot()
  const { size } = await sharp(shot)
    .png({ palette: true, quality: 90, effort: 10, compressionLevel: 9 })
    .toFile(join(folder, `${name}.png`))
  console.log(`${name}.png ${Math.round(size / 1024)} kB`)
}

const group = (page: Page, place: string): Locator => page.locator('.adoption-group', { hasText: place })
const dialog = (page: Page): Locator => page.getByRole('dialog').last()

/** One voice of the group's own, then the answer is said. */
async function consents({ page }: Person, place: string): Promise<void> {
  await group(page, place).click()
  await dialog(page).getByRole('button', { name: 'Poser la question' }).click()
  await dialog(page).locator('.adoption-option').first().click()
  await dialog(page).getByRole('button', { name: 'Donner ma réponse' }).click()
  await dialog(page).getByText('Réponse reçue').waitFor()
  await dialog(page).getByRole('button', { name: 'Clore et dire' }).click()
  await dialog(page).getByText('A donné son consentement').first().waitFor()
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'hidden' })
}

async function merges(here: MergePage): Promise<void> {
  const { page } = here
  await page.getByRole('button', { name: /^Tout prendre, texte de Nantes/ }).click()
  await page.getByRole('button', { name: /^Tout prendre, texte de Lyon/ }).click()
  await until(async () => (await here.remaining()) === 0, 'nothing to remain')
}

try {
  mkdirSync(folder, { recursive: true })
  const leader = await enters('facilitator-nantes', 'Dans la salle')
  const other = await enters('facilitator-lyon', 'À distance')
  await take(leader.page, '01-salle-commune')
  const here = await MergePage.begin(leader.page, ofNantes, [ofLyon])
  for (const words of ['Le comité de Nantes reste ouvert', 'Le comité anime la vie du quartier'])
    await here.act(words, await takeName(here, words))
  await here.act('Je n’aime toujours pas'.replace('’', "'"), 'Ne pas reprendre')
  await here.because('Préférence personnelle', 'Chaque ville garde le droit de l’appeler autrement.')
  await merges(here)
  await take(leader.page, '02-fusion')
  await leader.page.emulateMedia({ colorScheme: 'dark' })
  await take(leader.page, '03-fusion-sombre')
  await leader.page.emulateMedia({ colorScheme: 'light' })
  const pocket = await enters('member-nantes', 'À distance', phoneLook)
  await pocket.page.goto(leader.page.url())
  await MergePage.on(pocket.page)
  await take(pocket.page, '04-phrase-par-phrase')
  await consents(leader, 'Nantes')
  const there = await MergePage.find(other.page, ofLyon)
  await consents(other, 'Lyon')
  await take(there.page, '05-consentements')
  await leader.page.locator('.adoption-act .btn').click()
  await dialog(leader.page).getByRole('button', { name: 'Adopter', exact: true }).click()
  await leader.page
    .getByText(/Adopté/)
    .first()
    .waitFor()
  await leader.page.getByRole('button', { name: 'Versions' }).click()
  await dialog(leader.page).getByRole('button', { name: 'Lire la version 1' }).click()
  await leader.page.locator('.adoption-version').waitFor()
  await take(leader.page, '06-version-adoptee')
  await leader.page.goto('/g/NANTES')
  await leader.page.locator('.gp-below').waitFor()
  await take(leader.page, '07-page-du-groupe')
  if (hall.complaints().length > 0) console.log(hall.complaints())
} finally {
  await hall.close()
}

/** « Prendre à gauche » or « à droite », as this person's screen says. */
async function takeName(on: MergePage, words: string): Promise<string> {
  const acts = await on.open(words)
  return acts
    .getByRole('button', { name: /^Prendre/ })
    .first()
    .innerText()
}
