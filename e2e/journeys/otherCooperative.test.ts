// A cooperative quite unlike the demo's, brought in through the administration page: every page works with it, and none speaks of another.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { dottedNames, violations } from '#e2e/harness/accessibility.ts'
import { openHouse } from '#e2e/harness/house.ts'
import { adminCommand, invitationIn } from '#e2e/harness/newcomers.ts'
import { otherCooperative } from '#shared/cycle/otherCooperative.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'other-cooperative-'))
const firstLink = invitationIn(adminCommand(dataDir, 'invite', 'Ada', 'L.').stdout)
const house = openHouse({ dataDir, env: { DEMO: '0' } })
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** Words of the demo's cooperative, and what a page says when it was given nothing. */
const foreign =
  /Nantes|Belgique|Belgi[eë]|Bruxelles|Alticop|\bundefined\b|\bNaN\b|\[object Object\]|Invalid Date/i
/** Every page that stands outside a room; `/g` of each group by its code. */
const pages = [
  '/',
  '/cycle',
  '/g/two',
  `/g/${encodeURIComponent('Ω')}`,
  '/follow-up',
  '/library',
  '/consultation',
  '/cycle/convergence',
  '/instruction',
  '/assembly',
  '/me',
  '/search',
  '/notices',
  '/admin#people',
  '/admin#groups',
] as const

async function walk(page: Page, address: string, errors: string[]): Promise<void> {
  await page.goto(address)
  await page.locator('main h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  const said = await page.locator('body').innerText()
  expect(foreign.exec(said)?.[0], address).toBeUndefined()
  expect(errors.splice(0), address).toEqual([])
}

test('three entities, other stages and other scripts: imported by a second act, walked through, and met in a room', async () => {
  const { page } = await house.somebody()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('response', (answer) => {
    if (answer.status() >= 500) errors.push(`${answer.status()} ${new URL(answer.url()).pathname}`)
  })
  await page.goto(`/sign-in${firstLink}`)
  await page.getByLabel('Votre nom, tel que les autres le voient').fill('Ada L.')
  await page.getByRole('button', { name: 'Créer mon compte' }).click()
  await page.getByRole('heading', { level: 1, name: /Ada/ }).waitFor()

  await page.goto('/admin#organisation')
  await page.locator('[data-form="begin"]').waitFor()
  await page.getByRole('link', { name: 'Import et export' }).click()
  const file = join(dataDir, 'other.json')
  const broken = otherCooperative()
  if (broken.groups[0]) broken.groups[0].antennaId = 'nowhere'
  writeFileSync(file, JSON.stringify(broken))
  await page.getByLabel('Fichier, 32 Mo au plus').setInputFiles(file)
  await page.locator('[data-act="look-at-file"]').click()
  await page.getByText('groups[0].antennaId').waitFor()
  const whole = join(dataDir, 'whole.json')
  writeFileSync(whole, JSON.stringify(otherCooperative()))
  await page.getByLabel('Fichier, 32 Mo au plus').setInputFiles(whole)
  await page.locator('[data-act="look-at-file"]').click()
  await page.locator('[data-compared="preview"]').waitFor()
  expect(await violations(page)).toEqual([])
  await page.locator('[data-act="write-file"]').click()
  await page.locator('[data-compared="written"]').waitFor()

  await page.getByRole('link', { name: 'Cycle et thèmes' }).click()
  await page.locator('[data-records="cycle"] [data-act="edit-record"]').click()
  const form = page.locator('[data-form="record-cycle"]')
  await form.getByLabel('Nom', { exact: true }).first().fill('Κύκλος 2')
  expect(await violations(page)).toEqual([])
  expect(await dottedNames(page)).toEqual([])
  await form.locator('[data-act="save-record"]').click()
  await page.locator('[data-records="cycle"]').getByText('Κύκλος 2').waitFor()

  await page.getByRole('link', { name: 'Antennes et groupes' }).click()
  await page.getByRole('button', { name: 'Créer la salle de 二' }).click()
  await page.getByRole('link', { name: 'La salle de 二' }).click()
  const link = await page.getByLabel('Lien long, pour un message ou un code QR').first().inputValue()
  errors.splice(0)
  for (const address of pages) await walk(page, address, errors)

  await page.goto(new URL(link).pathname)
  await page.getByRole('button', { name: /^Entrer/ }).click()
  await page.locator('main').getByText('二').first().waitFor()
  expect(foreign.exec(await page.locator('body').innerText())?.[0]).toBeUndefined()
  expect(errors).toEqual([])
})
