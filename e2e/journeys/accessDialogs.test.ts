// What a screen reader and a keyboard find in the room's dialogs, and in the room without a line: nothing that axe knows to be wrong.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dottedNames, violations } from '#e2e/harness/accessibility.ts'
import { openHouse } from '#e2e/harness/house.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

const house = openHouse()
const { somebody } = house

async function clean(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([])
  expect(await dottedNames(page)).toEqual([])
}

test('every dialog of the room, and the room without a line', async () => {
  const ana = await somebody()
  const room = new RoomPage(ana.page)
  await room.enter('LYON', 'Ana', 'in-person')
  const buttons = [
    'Inviter',
    'Nous sommes plusieurs derrière cet écran',
    'Affichage et accès',
    'Qui écrit où ?',
  ]
  for (const name of [...buttons, 'Coller une liste']) {
    await ana.page.getByRole('button', { name }).first().click()
    await ana.page.getByRole('dialog').waitFor()
    await clean(ana.page)
    await ana.page.keyboard.press('Escape')
    await ana.page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  const row = await room.open('Le mur des suites')
  await row.getByRole('button', { name: 'Tout le texte' }).click()
  await ana.page.getByRole('dialog').waitFor()
  await clean(ana.page)
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Versions' }).click()
  await ana.page.getByRole('dialog').nth(1).waitFor()
  await clean(ana.page)
  await ana.page.keyboard.press('Escape')
  await ana.page.keyboard.press('Escape')
  await ana.context.setOffline(true)
  await ana.page.locator('[data-save="offline"]').first().waitFor()
  await clean(ana.page)
  await ana.context.setOffline(false)
})

test('nobody’s page complained, and no request left the host', () => {
  expect(house.people.flatMap(({ complaints }) => complaints)).toEqual([])
  expect(house.people).toHaveLength(1)
})
