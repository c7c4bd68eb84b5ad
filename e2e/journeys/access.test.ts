// What a screen reader and a keyboard find: no violation that axe knows, and no middle dot in any accessible name.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dottedNames, violations } from '#e2e/harness/accessibility.ts'
import { halfScreen, phone } from '#e2e/harness/browser.ts'
import { openHouse } from '#e2e/harness/house.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

const house = openHouse()
const { somebody } = house

async function clean(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([])
  expect(await dottedNames(page)).toEqual([])
}

test('home and door, light and dark', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await somebody({ colorScheme })
    await page.goto('/')
    await page.getByRole('heading', { name: 'Rejoindre avec un code' }).waitFor()
    await clean(page)
    await page.goto('/r/NANTES-LYON')
    await page.getByLabel('Votre nom, tel qu’on le verra').waitFor()
    await clean(page)
  }
})

test('the room with an open text, read only, in Dutch, on half a screen and on a phone', async () => {
  const ana = await somebody()
  const room = new RoomPage(ana.page)
  await room.enter('NANTES', 'Ana', 'in-person')
  await room.open('Un comité de sociétaires')
  await ana.page.locator('.tl-canvas').waitFor()
  await clean(ana.page)
  await ana.page.goto('/r/NANTES?lang=nl')
  await room.ready()
  await clean(ana.page)

  const half = await somebody({ viewport: halfScreen })
  await new RoomPage(half.page).enter('LYON', 'Hal', 'remote')
  await clean(half.page)

  const reader = await somebody({ viewport: phone, hasTouch: true, isMobile: true, colorScheme: 'dark' })
  const small = new RoomPage(reader.page)
  await small.enter('CONVERGENCE', 'Paul', 'phone').catch(() => undefined) // an empty list has no row to wait for
  await reader.page.locator('.room-list').waitFor()
  await clean(reader.page)
})

test('nobody’s page complained, and no request left the host', () => {
  expect(house.people.flatMap(({ complaints }) => complaints)).toEqual([])
  expect(house.people.length).toBeGreaterThan(3)
})
