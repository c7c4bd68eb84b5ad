// In a draft that others were merged into, words stay whose they are through rewording, undo, copying, splitting and composing.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { launchBrowser, type Person, person } from '#e2e/harness/browser.ts'
import { documentOf, type StockClient, signIn, stockClient } from '#e2e/harness/rawClient.ts'
import { RoomMember } from '#e2e/harness/roomMember.ts'
import { type RunningServer, startServer, until } from '#e2e/harness/runningServer.ts'
import { DraftPage } from '#e2e/pages/draftPage.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'
import { createDraft, draftsOf } from '#shared/draft/draftModel.ts'
import { markedBlocks } from '#shared/merge/markedBlocks.ts'

const sentence = 'Chaque antenne ouvre un comité local de la vie coopérative pour tous.'
const second = 'Le temps d’animation est indemnisé.'
/** Words of each of the two long texts. */
const longWords = 3_000

let browser: Browser
let server: RunningServer
let member: RoomMember
let joint: StockClient
let reader: Person
const lines: StockClient[] = []

beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer()])
  const cookie = await signIn(server.url, 'facilitator-nantes')
  member = new RoomMember(server.url, 'NANTES-LYON', { name: 'Odile', cookie })
  await member.enter()
  const common = member.answer?.documents.find(({ kind, groupId }) => kind === 'drafts' && groupId === null)
  joint = await open(common?.name ?? '')
  reader = await person(browser, server.url)
  await reader.context.request.post('/api/demo/sign-in', { data: { persona: 'member-nantes' } })
  await reader.page.goto('/r/NANTES-LYON#liste')
  await reader.page.locator('form .choice-option', { hasText: 'À distance' }).click()
  await reader.page.locator('form').getByRole('button', { name: 'Entrer' }).click()
  await new RoomPage(reader.page).ready()
})
afterAll(async () => {
  for (const line of lines) line.close()
  member.leave()
  await browser.close()
  await server.close()
})

async function open(name: string): Promise<StockClient> {
  if (!member.answer) throw new Error('nobody is in the room')
  const line = await stockClient(server.url, name, member.answer.ticket)
  lines.push(line)
  return line
}

interface Parent {
  readonly group: 'NANTES' | 'LYON'
  readonly title: string
  readonly proposition: readonly string[]
}

/** Lays the drafts of the groups, merges them with every sentence taken, and opens the joint draft on the screen. */
async function merged(title: string, parents: readonly Parent[]): Promise<{ id: string; page: DraftPage }> {
  const refs = []
  for (const { group, ...draft } of parents) {
    if (!member.answer) throw new Error('nobody is in the room')
    const name = documentOf(member.answer, 'drafts', group)
    const cookie = await signIn(server.url, group === 'LYON' ? 'facilitator-lyon' : 'facilitator-nantes')
    const writer = new RoomMember(server.url, 'NANTES-LYON', { name: 'Plume', cookie })
    await writer.enter()
    const line = await stockClient(server.url, name, writer.answer?.ticket ?? '')
    lines.push(line)
    refs.push({ spaceId: name.slice('drafts/'.length), draftId: createDraft(line.doc, draft) })
    writer.leave()
  }
  const mergeId = await untilOpened(title, refs)
  const id = `d-${mergeId}`
  await until(() => blocksOf(id).length >= (parents[0]?.proposition.length ?? 0), 'the copied sentences')
  return { id, page: await DraftPage.open(reader.page, title) }
}

/** The server may hear of the merge before it has the last letters of the drafts. */
async function untilOpened(title: string, parents: { spaceId: string; draftId: string }[]): Promise<string> {
  let mergeId = ''
  await until(
    async () => {
      mergeId = await member.say('merge.open', { parents, all: true, into: { title } })
      return true
    },
    'the merge to be opened',
    20_000,
  )
  return mergeId
}

const blocksOf = (id: string) => {
  const draft = draftsOf(joint.doc).get(id) as Y.Map<unknown> | undefined // the joint draft, once the server has laid it
  return draft ? markedBlocks(draft.get('proposition')) : []
}

/** Words of each stored paragraph, those that carry a mark in brackets. */
const stored = (id: string): string[] =>
  blocksOf(id).map(({ runs }) =>
    runs
      .map(({ text, ref }) => (ref ? `[${text}]` : text))
      .join('')
      .replaceAll('][', ''),
  )

/** Words on the screen that wear a group's ink. */
const inked = async (page: DraftPage, block = 0): Promise<string[]> =>
  (
    await page
      .section()
      .locator('p')
      .nth(block)
      .locator('.pv')
      .evaluateAll((spans) => spans.map((span) => span.textContent ?? ''))
  ).flatMap((words) => words.match(/[\p{L}’]+/gu) ?? [])

async function selectWords(page: DraftPage, words: string): Promise<void> {
  const text = (await page.blocks())[0] ?? ''
  await page.caret(0, text.indexOf(words))
  for (let letter = 0; letter < words.length; letter += 1) await page.press('Shift+ArrowRight')
  const selected = () => page.page.evaluate(() => getSelection()?.toString())
  await until(async () => (await selected()) === words, `« ${words} » to be selected`)
  // The editor hears of a selection a moment after the browser has made it.
  await page.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
}

test('three of twelve words are changed and nine are still Nantes’; undo, copy, split and composing keep it so', async () => {
  const { id, page } = await merged('Un comité à douze mots', [
    { group: 'NANTES', title: 'Douze mots', proposition: [sentence, second] },
  ])
  await until(async () => (await inked(page)).length === 12, 'twelve words in Nantes’ ink')
  await until(
    async () => (await page.section().locator('.pv-end [data-letters=NA]').count()) === 2,
    'a badge behind each sentence',
  )
  expect(await page.blocks()).toEqual([sentence, second])

  for (const [old, now] of [
    ['ouvre', 'monte'],
    ['local', 'ouvert'],
    ['tous', 'chacun'],
  ] as const) {
    await selectWords(page, old)
    await page.write(now)
  }
  await until(async () => (await inked(page)).length === 9, 'nine words left')
  expect(await inked(page)).toEqual('Chaque antenne un comité de la vie coopérative pour'.split(' '))
  await until(
    () => stored(id)[0]?.includes('[Chaque antenne ]monte[ un comité ]') ?? false,
    'the same stored',
  )

  for (let step = 0; step < 12 && (await page.blocks())[0] !== sentence; step += 1)
    await page.press('ControlOrMeta+z')
  await until(async () => (await inked(page)).length === 12, 'twelve words again')
  await until(() => stored(id)[0] === `[${sentence}]`, 'the marks stored again')

  await selectWords(page, 'comité local')
  await page.press('ControlOrMeta+c')
  await page.caret(1)
  await page.press('ControlOrMeta+v')
  await until(() => stored(id)[1] === `[${second}comité local]`, 'the copy with its mark')
  await until(async () => (await inked(page, 1)).at(-1) === 'local', 'the copy in ink')

  await page.caret(0, sentence.indexOf('local'))
  await page.press('Enter')
  const halves = ['Chaque antenne ouvre un comité ', 'local de la vie coopérative pour tous.']
  const marked = halves.map((half) => `[${half}]`).join()
  await until(() => stored(id).slice(0, 2).join() === marked, 'both halves stored with their marks')
  await until(
    async () => (await inked(page, 1)).join(' ') === 'local de la vie coopérative pour tous',
    'both halves in ink',
  )

  await page.caret(0, 'Chaque '.length)
  await page.compose('bellle')
  await page.commit('belle ')
  await until(
    () => stored(id)[0] === '[Chaque ]belle [antenne ouvre un comité ]',
    'the composed word without mark',
  )
  expect((await page.blocks())[0]).toBe('Chaque belle antenne ouvre un comité ')
  await until(
    async () => (await inked(page)).join(' ') === 'Chaque antenne ouvre un comité',
    'the ink of the words around it',
  )

  // In words, for those who ask for it: once a sentence, and never as letters of the text.
  const said = page.row.getByRole('button', { name: /^Provenance en toutes lettres/ })
  await said.click()
  await page.section().getByRole('img', { name: 'venant de Nantes' }).first().waitFor()
  expect((await page.spokenBlocks())[1]).toBe('local de la vie coopérative pour tous.')
  expect(await said.getAttribute('aria-pressed')).toBe('true')
  await said.click()
  expect(reader.complaints).toEqual([])
})

const longText = (word: string): string[] =>
  Array.from({ length: longWords / 60 }, (_, block) =>
    Array.from(
      { length: 5 },
      (_sentence, at) => `${word} ${block} ouvre un comité local numéro ${at} de la vie coopérative.`,
    ).join(' '),
  )

declare global {
  interface Window {
    idleMoments?: { go: () => void }
  }
}

/** In the page: no moment is idle until `go` is called. What keys wait for happens all the same; what is put off does not. */
function holdIdleMoments(): void {
  const held: IdleRequestCallback[] = []
  const { requestIdleCallback: ask } = window
  window.requestIdleCallback = (call) => held.push(call)
  window.idleMoments = {
    go: () => {
      window.requestIdleCallback = ask
      for (const call of held.splice(0)) ask(call)
    },
  }
}

/** The letters on the screen that wear the line of words written together. */
const written = (page: DraftPage, block: number): Promise<string> =>
  page
    .section()
    .locator('p')
    .nth(block)
    .locator('.pv-new')
    .evaluateAll((spans) => spans.map((span) => span.textContent ?? '').join(''))

test('a joint text of 6,000 words: letters stand without waiting for provenance, which is read when the page is idle', async () => {
  const { page } = await merged('Un texte long', [
    { group: 'NANTES', title: 'Long de Nantes', proposition: longText('Nantes') },
    { group: 'NANTES', title: 'Long, suite', proposition: longText('Suite') },
  ])
  await until(async () => (await page.blocks()).join(' ').split(' ').length > 1.8 * longWords, 'the text')
  // Read from the top on, a few paragraphs at each idle moment, until the last.
  const last = (await page.blocks()).length - 1
  await until(async () => (await inked(page, last)).length > 30, 'the ink of the last paragraph')
  const others = await inked(page, 4)
  await page.caret(3, 40)
  await page.page.evaluate(holdIdleMoments)
  const words = 'des mots nouveaux au milieu'
  await page.page.keyboard.type(words)
  await until(async () => (await page.blocks())[3]?.includes(words) ?? false, 'the letters')
  // Nothing was read for them: they wear nothing, and everything around them keeps what it wears.
  expect(await written(page, 3)).toBe('')
  expect((await inked(page, 3)).join(' ')).not.toContain('nouveaux')
  expect((await inked(page, 3)).length).toBeGreaterThan(30)
  expect(await inked(page, 4)).toEqual(others)
  await page.page.evaluate(() => window.idleMoments?.go())
  await until(
    async () => (await written(page, 3)).includes('des mots nouveaux au milieu'),
    'the letters to be read',
  )
  expect(await inked(page, 4)).toEqual(others)
  expect(reader.complaints).toEqual([])
})
