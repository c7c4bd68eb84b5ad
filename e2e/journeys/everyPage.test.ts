// Every page of the product, in each of its states: no rule of axe broken, one heading, its own title, its language, nothing cut off.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dottedNames, violations } from '#e2e/harness/accessibility.ts'
import { desktop, type Person, phone } from '#e2e/harness/browser.ts'
import { type Look, openHouse } from '#e2e/harness/house.ts'
import { pageFaults, sticksOut, type Tongue } from '#e2e/harness/pageChecks.ts'
import { signIn } from '#e2e/harness/rawClient.ts'
import { type PageState, type Visit, visits } from '#e2e/pages/pageStates.ts'

const house = openHouse()
/** A page of 1280 CSS pixels at 200 % of zoom. */
const zoomed = { width: 640, height: 400 }
const times: string[] = []

const registered = (): string[] =>
  [
    ...readFileSync(new URL('../../client/app/App.tsx', import.meta.url), 'utf8').matchAll(
      /path: '([^']+)'/g,
    ),
  ].map(([, path = '']) => path)

async function arrive(who: string | undefined, tongue: Tongue, look: Look): Promise<Page> {
  const one: Person = await house.somebody({ reducedMotion: 'reduce', ...look })
  if (who !== undefined) {
    const [name = '', value = ''] = (await signIn(house.server.url, who)).split(';')[0]?.split('=') ?? []
    await one.context.addCookies([{ name, value, url: house.server.url }])
  }
  await one.page.goto(`/sign-in?lang=${tongue}`)
  await one.page.locator('.account-card h1').waitFor()
  return one.page
}

/** As a link of the page would: nothing is loaded again. */
const follow = (page: Page, to: string): Promise<void> =>
  page.evaluate((path) => {
    const { idx = 0 } = (history.state ?? {}) as { idx?: number } // as the router writes it
    history.pushState({ usr: null, key: `k${idx + 1}`, idx: idx + 1 }, '', path)
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }))
  }, to)

/** By way of a page without anything of its own, so that what is waited for is not the last page's. */
async function go(page: Page, { at, ready, press = [] }: PageState): Promise<void> {
  await follow(page, '/nowhere/in/particular')
  await page.locator('.plain-main .empty h1').waitFor()
  await follow(page, at)
  await page.locator(ready).first().waitFor()
  for (const control of press) await page.locator(control).click()
  if (press.length > 0) await page.locator('[role="dialog"]').first().waitFor()
  // A board draws the texts that are in sight: those further away stay grey.
  const coming = '[data-opening], .opening:not(p), .skeleton:not(.live-room .skeleton)'
  await page.locator(coming).first().waitFor({ state: 'detached' })
}

/** What is drawn anew for another width takes a moment; what still sticks out after that is a fault. */
async function outAt(page: Page, size: { width: number; height: number }): Promise<string[]> {
  await page.setViewportSize(size)
  const end = Date.now() + 10_000
  for (;;) {
    const out = await sticksOut(page)
    if (out.length === 0 || Date.now() > end) return out.map((one) => `at ${size.width}: ${one}`)
  }
}

async function faultsOf(page: Page, tongue: Tongue): Promise<string[]> {
  const dots = (await dottedNames(page)).map((name) => `a middle dot is read aloud: ${name}`)
  // Light is seen in French and dark in English: only the words are others in Dutch.
  const broken = await violations(page, tongue === 'nl' ? ['color-contrast'] : [])
  return [...(await pageFaults(page, tongue)), ...broken, ...dots]
}

async function look(page: Page, state: PageState, tongue: Tongue, sizes: boolean): Promise<string[]> {
  const began = Date.now()
  await go(page, state)
  const found = [...(await faultsOf(page, tongue)), ...(await sticksOut(page))]
  if (sizes) {
    found.push(...(await outAt(page, zoomed)), ...(await outAt(page, phone)))
    await page.setViewportSize(desktop)
  }
  if (state.press) await page.keyboard.press('Escape')
  times.push(`${Date.now() - began} ms ${tongue} ${state.route} ${state.state}`)
  return found.map((fault) => `${tongue}, ${state.route}, ${state.state}: ${fault}`)
}

async function walk(page: Page, states: readonly PageState[], tongue: Tongue): Promise<string[]> {
  const found: string[] = []
  const sizes = page.viewportSize()?.width === desktop.width && tongue === 'fr'
  for (const state of states)
    found.push(...(await look(page, state, tongue, sizes && state.press === undefined)))
  return found
}

/** One state of each page is enough in the other languages: where it says something rather than refuse. */
const inOtherTongues: ReadonlySet<PageState> = new Set(
  [...new Set(visits.flatMap(({ states }) => states.map(({ route }) => route)))].flatMap((route) => {
    const of = visits.flatMap(({ states }) => states).filter((one) => one.route === route && !one.press)
    return of.find(({ state }) => state !== 'refused') ?? of[0] ?? []
  }),
)
const firsts = ({ states }: Visit): PageState[] => states.filter((one) => inOtherTongues.has(one))

async function stand(moment: string): Promise<void> {
  const { moment: now } = (await (await fetch(`${house.server.url}/api/demo`)).json()) as {
    moment: { key: string }
  } // its contract
  if (now.key === moment) return
  const answer = await fetch(`${house.server.url}/api/demo/moment`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: await signIn(house.server.url, 'admin') },
    body: JSON.stringify({ key: moment }),
  })
  expect(answer.status).toBe(200)
}

test('every address that the product registers is visited', () => {
  const seen = new Set(visits.flatMap(({ states }) => states.map(({ route }) => route)))
  expect(registered().length).toBeGreaterThan(20)
  expect(registered().filter((route) => !seen.has(route))).toEqual([])
  expect([...seen].filter((route) => !registered().includes(route))).toEqual([])
})

test.each(visits.map((visit) => [visit.moment, visit.who ?? 'nobody', visit] as const))(
  'at %s, for %s',
  async (moment, _who, visit) => {
    await stand(moment)
    const [french, english, dutch] = await Promise.all([
      arrive(visit.who, 'fr', { viewport: desktop }),
      arrive(visit.who, 'en', { viewport: desktop, colorScheme: 'dark' }),
      arrive(visit.who, 'nl', { viewport: phone, hasTouch: true, isMobile: true }),
    ])
    const found = await Promise.all([
      walk(french, visit.states, 'fr'),
      walk(english, firsts(visit), 'en'),
      walk(dutch, firsts(visit), 'nl'),
    ])
    expect(found.flat()).toEqual([])
    await house.everybodyLeaves()
  },
  120_000,
)

/** Nothing, or a refusal, in place of every answer; the pages are opened one after another without any of them in hand. */
const silence = ['no answer yet', 'every answer an error'] as const

test.each(silence)(
  '%s: each page says so under its own title',
  async (kind) => {
    const page = await arrive('cooperative-life', 'fr', { viewport: desktop })
    await page.route('**/api/**', (route) => {
      if (kind === 'every answer an error') void route.fulfill({ status: 500, json: { code: 'broken' } })
    })
    const found: string[] = []
    for (const route of visits.flatMap(firsts)) {
      if (route.route === '*' || route.state === 'refused') continue
      await follow(page, '/nowhere/in/particular')
      await page.locator('.plain-main .empty h1').waitFor()
      await follow(page, route.at)
      await page.getByRole('heading', { name: 'Cette page n’existe pas' }).waitFor({ state: 'detached' })
      await page.locator('.banner, .skeleton, .opening, .empty, .plain-main .card, form').first().waitFor()
      found.push(...(await faultsOf(page, 'fr')).map((fault) => `${route.at}: ${fault}`))
    }
    expect(found).toEqual([])
    await house.everybodyLeaves()
  },
  120_000,
)

test('how long each took', () => {
  expect(times.length).toBeGreaterThan(80)
  console.log(times.sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10)).join('\n'))
})
