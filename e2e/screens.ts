// Pictures of the product with people at work, for the README and docs/mockups.md. Run it with
// `npm run build && node server/launch/run.mjs e2e/screens.ts`; a folder as an argument takes the place of docs/screens.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { desktop, halfScreen, launchBrowser, type Person, person, phone } from '#e2e/harness/browser.ts'
import { type RunningServer, startServer } from '#e2e/harness/runningServer.ts'
import { DraftPage } from '#e2e/pages/draftPage.ts'
import { RoomPage, type Where } from '#e2e/pages/roomPage.ts'

const folder = process.argv[2] ?? join('docs', 'screens')
const written = 'Un comité de sociétaires'
const phoneLook = { viewport: phone, hasTouch: true, isMobile: true } as const

interface Studio {
  readonly server: RunningServer
  readonly browser: Browser
}

const sit = (studio: Studio, options: BrowserContextOptions = {}): Promise<Person> =>
  person(studio.browser, studio.server.url, { reducedMotion: 'reduce', ...options })

async function guest(
  studio: Studio,
  name: string,
  where: Where,
  options?: BrowserContextOptions,
): Promise<Page> {
  const { page } = await sit(studio, options)
  await new RoomPage(page).enter('NANTES', name, where)
  return page
}

/** Somebody of the demo, signed in, on the page of that address. */
async function persona(
  studio: Studio,
  key: string,
  path: string,
  options?: BrowserContextOptions,
): Promise<Page> {
  const { page } = await sit(studio, options)
  await page.context().request.post('/api/demo/sign-in', { data: { persona: key } })
  await page.goto(path)
  return page
}

async function take(page: Page, name: string, fullPage = false): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage })
  console.log(`${name}.png`)
}

/** The home page on every kind of screen, while people are in the room. */
async function takeHome(studio: Studio): Promise<void> {
  const looks: Readonly<Record<string, BrowserContextOptions>> = {
    home: { viewport: desktop },
    'home-dark': { viewport: desktop, colorScheme: 'dark' },
    'home-half': { viewport: halfScreen },
    'home-phone': phoneLook,
  }
  for (const [name, look] of Object.entries(looks)) {
    const page = await persona(studio, 'member-nantes', '/', look)
    await page.locator('.home-groups .gc').first().waitFor()
    await page.locator('.demo').waitFor()
    await take(page, name, name !== 'home-phone')
    await page.close()
  }
}

/** Two people in the text: one writes at its end, the other has chosen some words. */
async function write(writer: DraftPage, chooser: DraftPage): Promise<void> {
  await writer.caret(1, 'end')
  await writer.press('ArrowLeft')
  await writer.press('ArrowRight')
  await chooser.caret(0, 120)
  for (let letter = 0; letter < 12; letter += 1) await chooser.press('Shift+ArrowRight')
}

const canvasReady = async (page: Page): Promise<void> => {
  await page.locator('.tl-canvas').waitFor({ state: 'visible' })
  await page.locator('.wb-note').first().waitFor()
  await page.locator('.wb-card').first().waitFor({ state: 'attached' })
}

/** Others' hands are over the notes. */
async function point(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x - 20, y - 20)
  await page.mouse.move(x, y, { steps: 4 })
}

async function takeRoom(studio: Studio): Promise<void> {
  const agathe = await guest(studio, 'Agathe', 'in-person')
  const maryse = await guest(studio, 'Maryse', 'remote')
  const bilal = await guest(studio, 'Bilal', 'phone', phoneLook)
  const half = await guest(studio, 'Paulette', 'remote', { viewport: halfScreen })
  const lead = await persona(studio, 'facilitator-nantes', '/r/NANTES?place=in-person')
  const dark = await persona(studio, 'member-nantes', '/r/NANTES?place=remote', { colorScheme: 'dark' })
  const [writer, chooser] = [await DraftPage.open(agathe, written), await DraftPage.open(maryse, written)]
  for (const page of [agathe, maryse, lead, dark, half]) await canvasReady(page)
  await takeHome(studio)

  for (const [page, name] of [
    [lead, 'room'],
    [dark, 'room-dark'],
  ] as const) {
    await new RoomPage(page).open(written)
    await point(agathe, 640, 300)
    await point(maryse, 480, 520)
    await write(writer, chooser)
    await page.locator('.draft-sel').first().waitFor()
    await take(page, name)
  }
  await take(half, 'half')
  await half.getByRole('tab', { name: 'Liste' }).click()
  await new RoomPage(half).open(written)
  await write(writer, chooser)
  await take(half, 'half-list')

  await new RoomPage(bilal).open(written)
  await write(writer, chooser)
  await bilal.locator('.draft-sel').first().waitFor()
  await take(bilal, 'phone')
  await new RoomPage(bilal).showNotes()
  await bilal.locator('.list-note').first().waitFor()
  await take(bilal, 'phone-notes')
  await bilal.getByRole('button', { name: 'Tableau', exact: true }).click()
  await canvasReady(bilal)
  await take(bilal, 'phone-board')
}

mkdirSync(folder, { recursive: true })
const [server, browser] = await Promise.all([startServer(), launchBrowser()])
try {
  await takeRoom({ server, browser })
} finally {
  await browser.close()
  await server.close()
}
