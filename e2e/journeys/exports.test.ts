// Taking a group's list away from its page: chosen, made, saved by the browser; by keyboard, without a fault for screen readers.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { clean } from '#e2e/harness/clean.ts'
import { openHouse } from '#e2e/harness/house.ts'

const house = openHouse()

test('a facilitator takes the drafts away as Markdown, and finds the same choices again', async () => {
  const lead = await house.persona('facilitator-nantes')
  const { page } = lead
  await page.goto('/g/NANTES')
  await page.locator('[data-act=export]').press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Exporter' })
  await dialog.getByRole('radio', { name: /Les brouillons en cours/ }).check({ force: true })
  await dialog.getByRole('radio', { name: 'Markdown' }).check({ force: true })
  await clean(lead)
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    dialog.locator('[data-act=make-export]').press('Enter'),
  ])
  expect(saved.suggestedFilename()).toMatch(/^Liste du groupe - Nantes - .*\.md$/)
  const words = readFileSync(await saved.path(), 'utf8')
  expect(words).toContain('# Liste du groupe « Nantes »')
  expect(words).toMatch(/^## R1\. /m)
  await dialog.locator('[data-act=save-export]').waitFor()
  await clean(lead)
  await page.keyboard.press('Escape')
  await page.locator('[data-act=export]').click()
  await dialog.getByRole('radio', { name: 'Markdown', checked: true }).waitFor({ state: 'attached' })
  await house.everybodyLeaves()
})
