// Without reading anything: from home to a vote in at most twelve presses, from the QR code to one's own words in at most four taps.
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from '#e2e/harness/browser.ts'
import { countPresses } from '#e2e/harness/pressCounter.ts'
import { openHall, phoneLook, type SessionHall } from '#e2e/harness/sessionHall.ts'

let hall: SessionHall
let lead: Person
beforeAll(async () => {
  hall = await openHall('NANTES-LYON')
})
afterAll(() => hall?.close())

/** What stands out on the screen: the one primary button of whatever is in front. */
const primary = (part: Locator): Locator => part.locator('button.primary').first()

test('the counter sees presses and Enter, neither typing nor a script’s own click', async () => {
  const { context, page } = await hall.somebody()
  const { presses } = await countPresses(context)
  await page.goto('/')
  const field = page.locator('input').first()
  await field.click()
  await page.keyboard.type('RIEN')
  for (const _letter of 'RIEN') await page.keyboard.press('Backspace')
  await page
    .locator('button')
    .first()
    .evaluate((button: HTMLElement) => button.click())
  await page.keyboard.press('Enter')
  await expect.poll(() => presses.length).toBe(2)
  expect(presses[1]).toMatch(/^Enter: /)
})

test('from home: welcome, private writing, reveal, vote in at most twelve presses', async () => {
  lead = await hall.persona('facilitator-nantes')
  const { presses } = await countPresses(lead.context)
  const { page } = lead
  const now = page.locator('.now-panel')
  await page.goto('/')
  await page.getByRole('link', { name: 'Je suis en salle' }).click()
  await primary(page.locator('.dock')).click()
  await page.locator('.room-top').getByText('Accueil').waitFor()
  await tool(page, 'Réflexion privée')
  await page.keyboard.type('Qu’est-ce qui nous freine ?')
  await primary(page.getByRole('dialog')).click()
  await now.getByRole('textbox', { name: 'Votre note' }).click()
  await page.keyboard.type('Les réunions sont loin')
  await primary(now).click()
  await now.getByRole('button', { name: 'Mettre les notes au tableau' }).click()
  await primary(page.getByRole('alertdialog')).click()
  await page.locator('.wb-note', { hasText: 'Les réunions sont loin' }).waitFor({ state: 'attached' })
  await tool(page, 'Vote par points')
  await primary(page.getByRole('dialog')).click()
  await now
    .getByRole('button', { name: /^Ajouter un point à/ })
    .first()
    .click()
  await now.locator('.decision-send').click()
  await now.getByRole('button', { name: 'Avis envoyé' }).waitFor()
  await now.getByText(/^1 réponse sur/).waitFor()
  console.log(`from home to a vote: ${presses.length} presses\n  ${presses.join('\n  ')}`)
  expect(presses.length).toBeLessThanOrEqual(12)
})

async function tool(page: Page, name: string): Promise<void> {
  await page.locator('.dock').getByRole('button', { name }).first().click()
  await page.getByRole('dialog').waitFor()
}

test('on a phone: from the QR code’s address to one’s own words in at most four taps besides the name', async () => {
  const leading = lead.page.locator('.now-panel')
  await leading.getByRole('button', { name: 'Clore et montrer le résultat' }).click()
  await leading.getByRole('button', { name: 'Ranger le résultat' }).click()
  await tool(lead.page, 'Réflexion privée')
  await lead.page.keyboard.type('Que voulons-nous garder ?')
  await primary(lead.page.getByRole('dialog')).click()
  const ben = await hall.somebody({ ...phoneLook, newcomer: true })
  const { presses } = await countPresses(ben.context)
  await ben.page.goto('/r/NANTES-LYON/phone')
  // The name: a tap into its field where the focus is not there already, and its letters.
  const name = ben.page.getByLabel('Votre nom, tel qu’on le verra')
  await name.tap()
  const forTheName = 1
  await ben.page.keyboard.type('Ben')
  await primary(ben.page.locator('form')).tap()
  const field = ben.page.locator('.now-view textarea').first()
  await field.tap()
  await ben.page.keyboard.type('Nos samedis')
  await primary(ben.page.locator('.now-panel')).tap()
  await ben.page.locator('.notes-own', { hasText: 'Nos samedis' }).waitFor()
  await leading.getByText('1 note', { exact: true }).waitFor()
  console.log(`on a phone: ${presses.length} taps, one of them for the name\n  ${presses.join('\n  ')}`)
  expect(presses.length).toBeGreaterThan(forTheName)
  expect(presses.length - forTheName).toBeLessThanOrEqual(4)
})

test('nobody’s page complained', () => {
  expect(hall.complaints()).toEqual([])
})
