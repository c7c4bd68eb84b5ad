// What became of it: a member finds a refused recommendation and its reasons, begins something here, and an earlier cycle gets its lines.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dottedNames, violations } from '#e2e/harness/accessibility.ts'
import { launchBrowser, type Person, person, phone } from '#e2e/harness/browser.ts'
import { signIn } from '#e2e/harness/rawClient.ts'
import { type RunningServer, startServer, until } from '#e2e/harness/runningServer.ts'

let server: RunningServer
let browser: Browser
let member: Person
let keeper: Person
const people: Person[] = []

async function somebody(persona: string, options: Parameters<typeof person>[2] = {}): Promise<Person> {
  const made = await person(browser, server.url, options)
  const cookie = await signIn(server.url, persona)
  const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? []
  await made.context.addCookies([{ name, value, url: server.url }])
  people.push(made)
  return made
}

async function clean({ page }: Person): Promise<void> {
  expect(await violations(page)).toEqual([])
  expect(await dottedNames(page)).toEqual([])
}

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  const cookie = await signIn(server.url, 'facilitator-nantes')
  await fetch(`${server.url}/api/demo/moment`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: cookie.split(';')[0] ?? '' },
    body: JSON.stringify({ key: 'follow-up' }),
  })
  member = await somebody('member-nantes', { viewport: phone })
  keeper = await somebody('cooperative-life')
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

test('on a phone: the refused ones are there, with their reasons, and the filter stays in the address', async () => {
  const { page } = member
  await page.goto('/follow-up')
  await page.getByRole('heading', { level: 1, name: /nos 53 recommandations/ }).waitFor()
  await clean(member)
  await page.locator('[data-pick=fate]').selectOption('refused')
  await page.waitForURL(/status=refused/)
  await page.getByRole('status').filter({ hasText: '6 recommandations' }).waitFor()
  await page.locator('.fu-title').first().click()
  await page.getByRole('heading', { level: 1, name: /^Le fil/ }).waitFor()
  await page.locator('[data-kind=verdict]').filter({ hasText: 'Refusée' }).locator('q').first().waitFor()
  await clean(member)
})

test('a group begins without waiting, and the thread says so at once', async () => {
  const { page } = member
  await page.goto('/follow-up/P1')
  await page.locator('[data-act=declare]').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Ce que vous faites').fill('Une permanence le jeudi')
  await clean(member)
  await dialog.getByRole('button', { name: 'On commence' }).click()
  await page.locator('[data-kind=initiative]').filter({ hasText: 'Une permanence le jeudi' }).waitFor()
  await page.locator('[data-act=follow]').click()
  await page.locator('[data-act=follow][aria-pressed=true]').waitFor()
})

test('cooperative life adds news, which whoever follows the text finds on the home page', async () => {
  const { page } = keeper
  await page.goto('/follow-up/P1')
  await page.getByRole('button', { name: /^Mettre à jour le projet/ }).click()
  await page
    .getByRole('dialog')
    .getByLabel(/La nouvelle/)
    .fill('Quatorze comités')
  await page.getByRole('dialog').getByRole('button', { name: 'Ajouter' }).click()
  await page.locator('[data-kind=news]').filter({ hasText: 'Quatorze comités' }).waitFor()
  await clean(keeper)
  await member.page.goto('/')
  await member.page
    .getByRole('region', { name: 'Ce que vous suivez' })
    .getByText('Quatorze comités')
    .waitFor()
})

test('a pad of an earlier cycle: what is wrong is named, and the rest gets its lines', async () => {
  const { page } = keeper
  await page.goto('/follow-up')
  await page.locator('[data-act=import]').click()
  const dialog = page.getByRole('dialog')
  const lines = Array.from(
    { length: 250 },
    (_, n) => `### Idée ${n}\nTexte ${n}\n**Statut :** ${n % 2 ? 'réalisée' : 'violette'}`,
  )
  await dialog.getByLabel('Fichier').setInputFiles({
    name: 'pad-2017.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(`# 2017\n## Liège\n${lines.join('\n')}`),
  })
  await dialog.getByText('250 recommandations prêtes').waitFor()
  await dialog.getByText(/Ligne 3\s.*violette/).waitFor()
  await clean(keeper)
  await dialog.locator('[data-act=send-past]').click()
  await page.getByRole('heading', { name: '250 recommandations des cycles passés' }).waitFor()
  await until(async () => (await page.locator('.fu-past > ul > li').count()) === 20, 'the first twenty')
  expect(people.flatMap(({ complaints }) => complaints)).toEqual([])
})
