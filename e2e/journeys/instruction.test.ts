// The boards rule: France rewords, Belgium accepts, the group answers the redline; a block vote loses one; the desk is read with the line cut.
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { phone } from '#e2e/harness/browser.ts'
import { clean } from '#e2e/harness/clean.ts'
import { openHouse } from '#e2e/harness/house.ts'

const house = openHouse()

/** Opens a text on the asker's own desk. */
async function openText(page: Page, code: string): Promise<void> {
  await page.goto('/instruction?text=none')
  await page.getByRole('button', { name: new RegExp(`^${code} `, 'u') }).click()
  await page.locator('.in-head').getByText(code, { exact: true }).waitFor()
}

/** Every built file that the page has loaded lies on the device. */
async function filesKept(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (active?.state !== 'activated') return false
    const loaded = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ pathname }) => pathname.startsWith('/static/'))
    const kept = await Promise.all(loaded.map(({ pathname }) => caches.match(pathname, { ignoreVary: true })))
    return loaded.length > 0 && kept.every((one) => one !== undefined)
  })
}

beforeAll(() => house.moment('boards-instruct'))

test('France rewords with its changes shown, Belgium accepts, and the group takes the new text', async () => {
  const { page } = await house.persona('board-france')
  await openText(page, 'P6')
  await clean({ page })
  await page.getByText('Reformuler', { exact: true }).click()
  await page.locator('[data-act=write-verdict]').click()
  await page.getByText('Changez au moins un mot du texte.').waitFor()
  const text = page.getByLabel('Texte reformulé')
  await text.fill(`${await text.inputValue()} Un essai commence dans deux antennes.`)
  await page.locator('.in-form ins').getByText('Un essai commence').waitFor()
  await page.getByLabel('Moyens', { exact: true }).check()
  await page.getByLabel('Raisons, publiées').fill('Nous voulons commencer par un essai.')
  await clean({ page })
  await page.locator('[data-act=write-verdict]').click()
  await page.locator('.in-side .in-verdict').getByText('Nous voulons commencer par un essai.').waitFor()

  const belgium = await house.persona('board-belgium')
  await openText(belgium.page, 'P6')
  await belgium.page.locator('.in-side .in-verdict ins').first().waitFor()
  await belgium.page.getByText('Accepter', { exact: true }).click()
  await belgium.page.locator('[data-act=write-verdict]').click()
  await belgium.page.locator('.in-side .in-verdict').getByText('plan stratégique').waitFor()
  // A correction is begun, and the text changes before it is sent.
  await belgium.page.getByText('Accepter', { exact: true }).click()
  await belgium.page.getByLabel('Raisons, publiées').fill('Nous acceptons, et nous aidons.')

  const group = await house.persona('facilitator-nantes', { viewport: phone })
  await group.page.goto('/g/nantes')
  await group.page.locator('[data-act=consent-rewording]').click()
  await group.page
    .locator('.in-group')
    .getByText(/consent \(/u)
    .first()
    .waitFor()
  await clean(group)
  await openText(belgium.page, 'P6')
  await belgium.page.getByText('version 2', { exact: false }).first().waitFor()
  const form = belgium.page.locator('.in-form')
  await form.locator('.banner ins').getByText('Un essai commence').waitFor()
  await clean(belgium)
  await form.locator('[data-act=write-verdict]').click()
  await form.locator('[data-act=read-moved]').click()
  await form.locator('[data-act=write-verdict]').click()
  const corrected = belgium.page.locator('.in-side .in-verdict', {
    hasText: 'Nous acceptons, et nous aidons.',
  })
  await corrected.waitFor()
  expect(await corrected.count()).toBe(1)
})

test('what everybody agrees on is proposed as a block, and one tap takes one out of it', async () => {
  const { page } = await house.persona('board-france')
  for (const code of ['S1', 'S3']) {
    await openText(page, code)
    await page.locator('.in-own').getByText('D’accord', { exact: true }).click()
    await page.locator('.in-own').getByText('Enregistré').waitFor()
  }
  await page.goto('/instruction?text=none')
  await page.locator('[data-act=propose-block]').click()
  await page.getByRole('button', { name: 'Retirer S1 du bloc' }).click()
  await page.getByText('S1 sera discuté, à la demande de').waitFor()
  await clean({ page })
  await page.getByText('Voter le bloc').click()
  await page.locator('[data-act=vote-block]').click()
  await page.locator('.in-line', { hasText: 'S3 ' }).waitFor({ state: 'detached' })
  await page.locator('.in-line', { hasText: 'S1 ' }).waitFor()
})

test('on a phone with the line cut the desk is read, and what is noted waits until it is back', async () => {
  const { context, page } = await house.persona('board-belgium', { viewport: phone })
  await page.goto('/instruction?text=none')
  await page.locator('.in-line').first().waitFor()
  await filesKept(page)
  await context.setOffline(true)
  await page.getByRole('button', { name: /^O6 /u }).click()
  await page.getByLabel('Notes privées').fill('À relire avec la trésorerie.')
  await page.getByText('Gardé sur cet appareil').waitFor()
  await page.getByText('Hors ligne.').waitFor({ timeout: 60_000 })
  await clean({ page })
  // On the train the phone let go of the page: it opens again where it was, with what was noted.
  await page.reload()
  await page.getByText('Hors ligne.').waitFor({ timeout: 60_000 })
  await page.locator('.in-head').getByText('O6', { exact: true }).waitFor()
  expect(await page.getByLabel('Notes privées').inputValue()).toBe('À relire avec la trésorerie.')
  await page.goto('/instruction?text=none')
  await page.getByRole('button', { name: /^O6 /u }).waitFor()
  await clean({ page })
  await context.setOffline(false)
  await openText(page, 'O6')
  await page.getByText('Enregistré').waitFor()
  expect(await page.getByLabel('Notes privées').inputValue()).toBe('À relire avec la trésorerie.')
})

test('nobody’s page complained', () => house.everybodyLeaves())
