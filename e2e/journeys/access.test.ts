// What a screen reader and a keyboard find: no violation that axe knows, and no middle dot in any accessible name.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dottedNames, violations } from '#e2e/harness/accessibility.ts'
import { halfScreen, launchBrowser, type Person, person, phone } from '#e2e/harness/browser.ts'
import { type RunningServer, startServer } from '#e2e/harness/runningServer.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

let server: RunningServer
let browser: Browser
const people: Person[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

async function somebody(options: Parameters<typeof person>[2] = {}): Promise<Person> {
  const made = await person(browser, server.url, options)
  people.push(made)
  return made
}

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
  expect(people.flatMap(({ complaints }) => complaints)).toEqual([])
  expect(people.length).toBeGreaterThan(3)
})
