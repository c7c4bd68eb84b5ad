// A crawl that presses every control of home and of the room: none is inert, none throws, none lies under something else.
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desktop, launchBrowser, person, phone } from '#e2e/harness/browser.ts'
import { type RunningServer, startServer } from '#e2e/harness/runningServer.ts'
import { Crawler, type Place } from '#e2e/pages/crawler.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'

let server: RunningServer
let browser: Browser
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer()])
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

/**
 * The maker's mark leads to the maker's own site; who stands at the selection already goes nowhere; what plays may end by
 * itself while a hand is on its way to stop it.
 */
const leftAlone = /made with tldraw|^zoomer sur la sélection|^pause$/i
const small = { viewport: phone, hasTouch: true, isMobile: true } as const

/** The board, or what lies in its place while the texts are sorted. */
const middle = '.tl-canvas, .sorting-stage'

interface Visitor {
  readonly crawler: Crawler
  readonly room: RoomPage
  readonly code: string
  readonly persona: string | undefined
}

async function visitor(
  code: string,
  persona: string | undefined,
  look: BrowserContextOptions,
): Promise<Visitor> {
  const { page } = await person(browser, server.url, look)
  const crawler = new Crawler(page, leftAlone)
  await crawler.open()
  const made = { crawler, room: new RoomPage(page), code, persona }
  await signIn(made)
  if (persona) await made.room.comeBack(`${code}?place=in-person`)
  else await made.room.enter(code, 'Visite')
  return made
}

async function signIn({ room, persona }: Visitor): Promise<void> {
  if (persona) await room.page.context().request.post('/api/demo/sign-in', { data: { persona } })
}

function home(visitor: Visitor): Place {
  const { page } = visitor.room
  return {
    name: 'home',
    enter: async () => {
      await signIn(visitor)
      await page.goto('/?lang=fr')
      await page.locator('.home-groups .gc').first().waitFor()
    },
    holds: async () =>
      new URL(page.url()).pathname === '/' && (await page.locator('.home-groups .gc').count()) > 0,
  }
}

async function toRoom(visitor: Visitor): Promise<void> {
  const { room, code } = visitor
  await signIn(visitor)
  await room.comeBack(`${code}?lang=fr`)
  if (room.page.viewportSize()?.width !== phone.width) await room.page.locator(middle).first().waitFor()
}
const inRoom = ({ room, code }: Visitor): boolean => new URL(room.page.url()).pathname === `/r/${code}`

/** What a person does to come to the places of a room. */
function steps({ room }: Visitor) {
  const { page } = room
  const isPhone = page.viewportSize()?.width === phone.width
  const quick = { timeout: 2_000 } as const
  const bar = (name: string) => page.getByRole('button', { name, exact: true }).click(quick)
  const list = async (): Promise<void> => {
    if (isPhone) await bar('Liste')
  }
  const board = async (): Promise<void> => {
    if (isPhone) await bar('Tableau')
    await page.locator(middle).first().waitFor()
  }
  const drafts = async (): Promise<void> => {
    await list()
    await page.getByRole('tab', { name: /^(Recommandations|Textes)/ }).click(quick)
  }
  const notes = async (): Promise<void> => {
    await list()
    await room.showNotes()
  }
  const open = async (): Promise<void> => {
    await drafts()
    await page.locator('.list-open[data-act="draft.write"][aria-expanded="false"]').first().click(quick)
    await page.locator('.draft-bar').waitFor()
  }
  const draw = async (): Promise<void> => {
    await board()
    await page.locator('[data-testid="tools.draw"]').first().click(quick)
  }
  const pick = (selector: string) => async (): Promise<void> => {
    await board()
    await page
      .locator(selector)
      .first()
      .click({ ...quick, force: true })
  }
  return { isPhone, list, board, drafts, notes, open, draw, pick }
}

function rooms(visitor: Visitor): Place[] {
  const { page } = visitor.room
  const to = steps(visitor)
  const place = (name: string, go: () => Promise<void>, sign: string, within?: string): Place => ({
    name,
    enter: async () => {
      if (!inRoom(visitor) || (await page.locator('.room-list').count()) === 0) await toRoom(visitor)
      await go().catch(async () => {
        await toRoom(visitor)
        await go()
      })
    },
    holds: async () => inRoom(visitor) && (await page.locator(sign).count()) > 0,
    ...(within ? { within } : {}),
  })
  const styles = '.tlui-style-panel__wrapper'
  return [
    place('open text', to.open, '.list-draft.open', '.list-draft.open'),
    place('notes', to.notes, '.list-note', '.room-list'),
    place('list', to.drafts, '.list-draft', '.room-list'),
    place('selected note', to.pick('.wb-note'), '.wb-bar', `.wb-bar, ${styles}`),
    place('selected card', to.pick('.wb-card'), '.wb-bar', '.wb-bar'),
    place('drawing', to.draw, '.tl-canvas', styles),
    place('board', to.board, '.tl-canvas', '.wb'),
    place('room', to.isPhone ? to.list : to.board, '.room-list'),
  ]
}

/** One person's walk through home and room. */
async function walk(who: string, one: Visitor): Promise<readonly string[]> {
  const isPhone = one.room.page.viewportSize()?.width === phone.width
  const all = [...rooms(one), home(one)]
  for (const place of all) {
    // The board's menus are the same on a phone.
    await one.crawler.visit({ ...place, shallow: isPhone && place.name === 'board' })
  }
  const { pressed, faults } = one.crawler.findings
  console.log([`${who}: ${pressed.length} controls pressed, ${faults.length} faults`, ...faults].join('\n'))
  await one.room.page.context().close()
  return faults.map((fault) => `${who}: ${fault}`)
}

test('the crawler itself sees what does nothing, what throws and what lies under something else', async () => {
  const { page } = await person(browser, server.url)
  const crawler = new Crawler(page, leftAlone)
  await crawler.open()
  await page.setContent(`<button>dead</button><button id="alive">alive</button><button id="angry">angry</button>
    <div style="position: relative"><button>under</button><i style="position: absolute; inset: 0"></i></div>`)
  await page.evaluate(() => {
    const on = (id: string, act: () => void) => document.getElementById(id)?.addEventListener('click', act)
    on('alive', () => document.body.append('pressed'))
    on('angry', () => {
      throw new Error('no')
    })
  })
  await crawler.visit({ name: 'page', enter: async () => undefined, holds: async () => true })
  expect(crawler.findings.faults.map((fault) => fault.replace(/ \(.*/, ''))).toEqual([
    'page > dead: nothing happened',
    'page > angry: threw no',
    'page > angry: nothing happened',
    'page > under: cannot be pressed',
  ])
  expect(crawler.findings.pressed).toContain('page > alive')
})

test('every control of home and room does something, for who leads at a desk and for a guest on a phone', async () => {
  const faults = await Promise.all([
    visitor('NANTES', 'facilitator-nantes', { viewport: desktop }).then((one) =>
      walk('facilitator at a desk', one),
    ),
    visitor('LYON', undefined, small).then((one) => walk('guest on a phone', one)),
  ])
  expect(faults.flat()).toEqual([])
}, 400_000)
