// Minutes that write themselves and are then edited together: a facilitator at a laptop, a member at another, a phone.
import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dottedNames, violations } from '#e2e/harness/accessibility.ts'
import { type Person, phone } from '#e2e/harness/browser.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { openHall, type SessionHall } from '#e2e/harness/sessionHall.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

let hall: SessionHall
let lead: Person
let ben: Person

beforeAll(async () => {
  hall = await openHall('NANTES')
  lead = await hall.leader()
  ben = await hall.guest('Ben', 'remote')
}, 120_000)
afterAll(() => hall?.close())

const dialog = ({ page }: Person): Locator => page.getByRole('dialog', { name: 'Compte rendu' })
const words = (who: Person): Locator => dialog(who).getByRole('textbox', { name: 'Texte du compte rendu' })
const press = (who: Person, name: string): Promise<void> => dialog(who).getByRole('button', { name }).click()
const says = (who: Person, text: string): Promise<unknown> =>
  until(async () => (await words(who).innerText()).includes(text), `« ${text} » in the minutes`)

async function openMinutes(who: Person): Promise<void> {
  await who.page.getByRole('button', { name: 'Aide' }).click()
  await who.page.getByRole('menuitem', { name: 'Compte rendu' }).click()
  await dialog(who).waitFor()
}

test('whoever leads writes them with one press; everybody reads them at once', async () => {
  await lead.page.locator('.dock').getByRole('button', { name: 'Commencer la séance' }).click()
  await lead.page
    .getByText(/Étape 1 sur \d/)
    .first()
    .waitFor()
  await openMinutes(ben)
  await dialog(ben).getByText('Pas encore de compte rendu pour cette séance').waitFor()
  expect(await dialog(ben).getByRole('button', { name: 'Écrire le compte rendu' }).count()).toBe(0)
  await openMinutes(lead)
  await press(lead, 'Écrire le compte rendu')
  for (const who of [lead, ben]) await says(who, 'Aucune décision pendant cette séance.')
  for (const { page } of [lead, ben]) {
    expect(await violations(page)).toEqual([])
    expect(await dottedNames(page)).toEqual([])
  }
})

test('two people write in them at once, and see one another’s carets', async () => {
  await words(ben).getByText('Aucune décision').click()
  await ben.page.keyboard.press('End')
  await words(lead).getByRole('heading').first().click()
  await lead.page.keyboard.press('End')
  await Promise.all([ben.page.keyboard.type(' Dit Ben.'), lead.page.keyboard.type(' du soir')])
  for (const who of [lead, ben]) {
    await says(who, 'Aucune décision pendant cette séance. Dit Ben.')
    await says(who, 'Déroulé du soir')
  }
  await dialog(lead).locator('.draft-caret', { hasText: 'Ben' }).waitFor({ state: 'attached' })
})

test('bringing them up to date says what stays, and leaves it', async () => {
  await dialog(lead).getByText('2 passages écrits ou modifiés à la main restent tels quels.').waitFor()
  await lead.page.keyboard.press('Escape')
  await dialog(lead).getByRole('button', { name: 'Fermer' }).click()
  await lead.page
    .locator('.room-top')
    .getByText(/Étape 1 sur/)
    .first()
    .click()
  const noted = lead.page.locator('.agenda-outcomes')
  await noted.getByRole('textbox').fill('La clé reste chez Yann')
  await lead.page.keyboard.press('Enter')
  await noted.getByText('La clé reste chez Yann').waitFor()
  await lead.page.getByRole('button', { name: 'Compte rendu', exact: true }).click()
  await press(lead, 'Mettre à jour')
  for (const who of [lead, ben]) {
    await says(who, 'La clé reste chez Yann')
    await says(who, 'Aucune décision pendant cette séance. Dit Ben.')
    await says(who, 'Déroulé du soir')
  }
})

test('they are taken away as a file that says the same', async () => {
  const [download] = await Promise.all([
    ben.page.waitForEvent('download'),
    dialog(ben).getByRole('link', { name: 'Télécharger en DOCX, pour un traitement de texte' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^Compte rendu - Nantes - \d{4}-\d{2}-\d{2}\.docx$/)
  const { value } = await mammoth.extractRawText({ buffer: readFileSync(await download.path()) })
  expect(value).toContain('La clé reste chez Yann')
  expect(value).toContain('Dit Ben.')
})

test('offline one goes on writing; what needs the server says so; nothing is lost on return', async () => {
  await ben.context.setOffline(true)
  await words(ben).getByText('La clé reste chez Yann').click()
  await ben.page.keyboard.press('End')
  await ben.page.keyboard.type(', jusqu’à lundi')
  await dialog(ben).locator('[data-save=offline]').waitFor({ timeout: 30_000 })
  await dialog(ben).getByRole('link', { name: 'Télécharger en Markdown' }).click()
  await ben.page.getByText('Hors ligne. Vous pouvez écrire dans le texte').first().waitFor()
  await ben.context.setOffline(false)
  await says(lead, 'La clé reste chez Yann, jusqu’à lundi')
})

test('closing the session says first what happens, then keeps the minutes for good', async () => {
  await press(lead, 'Clore la séance')
  const asked = lead.page.getByRole('alertdialog', { name: 'Clore la séance ?' })
  await asked.getByText('Le tableau, les notes et les textes restent').waitFor()
  await asked.getByRole('button', { name: 'Clore la séance' }).click()
  await dialog(lead)
    .getByText(/Séance close à \d/)
    .waitFor()
  await press(lead, 'Préparer la prochaine séance')
  await lead.page
    .getByRole('alertdialog')
    .getByRole('button', { name: 'Préparer la prochaine séance' })
    .click()
  await dialog(lead)
    .getByRole('button', { name: 'Préparer la prochaine séance' })
    .waitFor({ state: 'detached' })
  await says(lead, 'La clé reste chez Yann, jusqu’à lundi')
  await says(ben, 'Déroulé du soir')
})

test('on a phone former minutes are read and edited with fingers alone', async () => {
  const ana = await hall.somebody({ viewport: phone, hasTouch: true })
  await new RoomPage(ana.page).enter('NANTES', 'Ana', 'phone')
  await ana.page.getByRole('button', { name: 'Plus' }).tap()
  await ana.page.getByRole('menuitem', { name: 'Compte rendu' }).tap()
  await says(ana, 'La clé reste chez Yann, jusqu’à lundi')
  await words(ana).getByText('jusqu’à lundi').tap()
  await ana.page.keyboard.press('End')
  await ana.page.keyboard.type(' (Ana)')
  await says(lead, 'jusqu’à lundi')
  await until(async () => (await words(lead).innerText()).includes('(Ana)'), 'the words of a phone')
  expect(await violations(ana.page)).toEqual([])
  const wide = await ana.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
  expect([...lead.complaints, ...ben.complaints, ...ana.complaints]).toEqual([])
  await ana.close()
})
