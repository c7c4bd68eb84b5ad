// The page of the cycle: where we are, a guest who registers and is read by who leads the session, a group that opens online, a calendar.
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { dottedNames, violations } from '#e2e/harness/accessibility.ts'
import { type Person, phone } from '#e2e/harness/browser.ts'
import { openHouse } from '#e2e/harness/house.ts'

const house = openHouse()

async function persona(key: string, look = {}): Promise<Person> {
  const one = await house.somebody(look)
  await one.context.request.post('/api/demo/sign-in', { data: { persona: key } })
  return one
}

async function clean({ page }: Person): Promise<void> {
  expect(await violations(page)).toEqual([])
  expect(await dottedNames(page)).toEqual([])
}

/** Lille meets again online on 20 May. */
const evening = 'ses-112'
const row = ({ page }: Person, id = evening): Locator => page.locator(`[data-session="${id}"]`)

test('a guest on a phone registers by keyboard alone, and withdraws; the facilitator of cooperative life reads the name', async () => {
  const odile = await house.somebody({ viewport: phone, hasTouch: true, isMobile: true })
  const { page } = odile
  await page.goto('/cycle')
  await page.locator('.cy-stages li[aria-current="step"]', { hasText: 'Groupes de travail' }).waitFor()
  await page.getByText('108 séances tenues sur 115').waitFor()
  await page.getByText('16 groupes sur 16 sont moins nombreux').waitFor()
  await clean(odile)
  await page.getByRole('button', { name: /^Voir les \d séances$/ }).click()
  await row(odile).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'À distance' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await dialog.locator('[data-act="say"]').focus()
  await page.keyboard.press('Enter')
  // A name is asked for, in words, and nothing was sent.
  await dialog.getByText('Indiquez un nom pour que l’on sache qui vient.').waitFor()
  await clean(odile)
  await dialog.getByLabel('Votre nom, tel qu’on le verra').fill('Odile')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Je viens à distance').waitFor()

  const nora = await persona('cooperative-life')
  await nora.page.goto('/cycle')
  await nora.page.getByRole('button', { name: /^Voir les \d séances$/ }).click()
  await row(nora).click()
  await nora.page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Odile' }).waitFor()
  await clean(nora)
  await nora.page.keyboard.press('Escape')

  await row(odile).click()
  await dialog.locator('[data-act="withdraw"]').click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Je viens à distance').waitFor({ state: 'detached' })
})

test('cooperative life opens a small group online, everybody sees it, and takes it back; the map leads to the list', async () => {
  const nora = await persona('cooperative-life')
  await nora.page.goto('/cycle')
  const act = (name: string) => nora.page.locator(`[data-act="${name}"][data-group="grp-gand-espaces"]`)
  await act('open-group').click()
  await act('close-group').waitFor()
  const member = await persona('member-nantes', { colorScheme: 'dark' })
  await member.page.goto('/cycle?lang=nl')
  const pin = member.page.locator('.cy-map').getByRole('button', { name: 'Gand' })
  await pin.focus()
  await member.page.keyboard.press('Enter')
  const gand = member.page.locator('.cy-row', { has: member.page.getByRole('heading', { name: 'Gand' }) })
  await gand.getByText('Open voor alle antennes, online, sinds 14 april').waitFor()
  await member.page.waitForFunction(() => document.activeElement?.id === 'antenne-ant-gand')
  await clean(member)
  await act('close-group').click()
  await act('open-group').waitFor()
})

test('a member’s calendar is one address that a calendar program reads, and that closes', async () => {
  const ugo = await persona('member-nantes')
  await ugo.page.goto('/cycle')
  await ugo.page.getByRole('button', { name: 'Mon agenda' }).click()
  const dialog = ugo.page.getByRole('dialog')
  await dialog.locator('[data-act="make-feed"]').click()
  const address = new URL(await dialog.getByLabel('Adresse de l’agenda').inputValue()).pathname
  await clean(ugo)
  const read = async (): Promise<Response> => fetch(house.server.url + address)
  const file = await (await read()).text()
  // The joint evening of the 14th, at half past six in Nantes.
  expect(file).toContain('DTSTART:20200414T163000Z')
  expect(file.match(/^BEGIN:VEVENT/gm)).toHaveLength(11)
  await dialog.locator('[data-act="revoke-feed"]').click()
  await dialog.getByText('Aucune adresse n’est ouverte.').waitFor()
  expect((await read()).status).toBe(404)
  await house.everybodyLeaves()
})
