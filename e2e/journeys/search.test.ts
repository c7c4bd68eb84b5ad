// Searching: by keyboard from the menu, then on a phone in Dutch; and how one chooses when one is told by mail.
import { expect, test } from 'vitest'
import { desktop, phone } from '#e2e/harness/browser.ts'
import { clean } from '#e2e/harness/clean.ts'
import { openHouse } from '#e2e/harness/house.ts'

const house = openHouse()

test('by keyboard: a word in the menu, an arrow, Enter; and the page of all results', async () => {
  const member = await house.persona('member-nantes', { viewport: desktop })
  const { page } = member
  await page.goto('/')
  const field = page.getByRole('combobox', { name: 'Rechercher' })
  await field.focus()
  await page.keyboard.type('salariées')
  await page.getByRole('option').first().waitFor()
  await clean(member)
  await page.keyboard.press('ArrowDown')
  await page.locator('[role=option][aria-selected=true]').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('option').first().waitFor({ state: 'hidden' })
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search\?q=salari/u)
  await page
    .getByRole('status')
    .filter({ hasText: /résultats? pour/u })
    .waitFor()
  await page.locator('.search-hits mark').first().waitFor()
  await clean(member)
  await page.locator('.search-form input').fill('comité local')
  await page.waitForURL(/q=comit/u)
  await page.locator('[data-kind=draft]').click()
  await page.waitForURL(/kind=draft/u)
  // The former results stay until the new ones are there.
  await page.locator('.search-kind').nth(1).waitFor({ state: 'detached' })
  await page.locator('.search-kind[aria-labelledby="search-draft"] .search-hits a').first().click()
  await page.waitForURL(/\/[rg]\//u)
})

test('on a phone, in Dutch: what nobody wrote is said so, and what was meant is found', async () => {
  const member = await house.persona('member-lyon', { viewport: phone, hasTouch: true, isMobile: true })
  const { page } = member
  await page.goto('/?lang=nl')
  await page.getByRole('link', { name: 'Zoeken' }).click()
  await page.locator('.search-form input').fill('xyzzyx')
  await page.getByText('Niets komt overeen met').waitFor()
  await clean(member)
  await page.locator('.search-form input').fill('comitté')
  await page.locator('.search-hits li').first().waitFor()
  await clean(member)
})

test('notices by mail: one chooses when, and the choice is kept', async () => {
  const member = await house.persona('member-lyon', { viewport: phone, hasTouch: true, isMobile: true })
  const { page } = member
  await page.goto('/notices')
  await page.getByRole('radio', { name: /^Une fois par semaine/u, checked: true }).waitFor()
  await clean(member)
  await page.getByRole('radio', { name: /^Une fois par jour/u }).check()
  await page.getByText('C’est noté.').first().waitFor()
  await page.reload()
  await page.getByRole('radio', { name: /^Une fois par jour/u, checked: true }).waitFor()
  await page.goto('/notices#arret=abcdefghijklmnopqrstuvwxyza')
  await page.locator('[data-act=stop]').click()
  await page.getByText('Ce lien n’est plus valable.').waitFor()
  // The refused word of a link is a fault of nobody's.
  member.complaints.splice(0)
  await house.everybodyLeaves()
})
