// Lines that fail while people write: both sets of changes are there afterwards, and the badge told the truth at each moment.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { badgeAccount, witnessBadge } from '#e2e/harness/badgeWitness.ts'
import { launchBrowser, type Person, person } from '#e2e/harness/browser.ts'
import { documentOf, join, type StockClient, stockClient } from '#e2e/harness/rawClient.ts'
import { freePort, type RunningServer, startServer, until } from '#e2e/harness/runningServer.ts'
import { type ForkedLine, openForkedLine } from '#e2e/network/forkedLine.ts'
import { openTcpProxy, type TcpProxy } from '#e2e/network/tcpProxy.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'
import { draftsOf } from '#shared/draft/draftModel.ts'
import { recordsOf } from '#shared/whiteboard/boardModel.ts'

/** Seconds of the long cut here; OFFLINE_SECONDS=60 by hand. */
const cutSeconds = Number(process.env['OFFLINE_SECONDS'] ?? 10)
/** Milliseconds that are promised for coming back, and for noticing a half-open line. */
const promised = { back: 3_000, noticed: 5_000 }
/** The longest that a saved badge may take, in milliseconds, to be painted over once a change is on its way. */
const paint = 500

const parcel = 'Suivre une recommandation comme on suit un colis'
const parcelId = 'wd-nte-02'
const letter = 'Un mail lisible par mois'
const evening = 'Une soirée fixe par mois'

let browser: Browser
let server: RunningServer
let proxy: TcpProxy
let fork: ForkedLine
let people: Person[] = []
let clients: StockClient[] = []
beforeAll(async () => {
  const port = await freePort()
  ;[browser, server] = await Promise.all([
    launchBrowser(),
    startServer({ env: { PUBLIC_URL: `http://127.0.0.1:${port}`, DEMO: '1' } }),
  ])
  proxy = await openTcpProxy({ targetPort: server.port })
  // Ana's line goes through the proxy, everybody else's does not; all of them type the same address.
  fork = await openForkedLine((head) => (head.includes('line=ana') ? proxy.port : server.port), { port })
})
beforeEach(() => proxy.restore())
afterEach(async () => {
  // A board whose pictures were on their way when the line was cut says so; nothing else may complain.
  const complaints = people
    .flatMap((one) => one.complaints)
    .filter((complaint) => !/source image cannot be decoded|Failed to fetch/.test(complaint))
  for (const client of clients.splice(0)) client.close()
  await Promise.all(people.splice(0).map((one) => one.close()))
  expect(complaints).toEqual([])
})
afterAll(async () => {
  await browser.close()
  await fork.close()
  await proxy.close()
  await server.close()
})

async function somebody(line: 'ana' | 'direct'): Promise<{ room: RoomPage; one: Person }> {
  const one = await person(browser, fork.origin)
  people.push(one)
  await one.context.addCookies([{ name: 'line', value: line, url: fork.origin }])
  await witnessBadge(one.context)
  return { room: new RoomPage(one.page), one }
}

/** What a newcomer finds on the server: its own disk's words. */
async function newcomer(kind: 'whiteboard' | 'drafts'): Promise<Y.Doc> {
  const { answer } = await join(server.url, 'NANTES', { name: 'Témoin', observer: true })
  const client = await stockClient(server.url, documentOf(answer, kind), answer.ticket)
  clients.push(client)
  return client.doc
}
const wordsIn = (doc: Y.Doc): string => {
  const section = draftsOf(doc).get(parcelId)?.get('proposition')
  return section instanceof Y.XmlFragment ? section.toString() : ''
}

async function theBadgeToldTheTruth(room: RoomPage): Promise<readonly string[]> {
  const { moments, longestStale, acknowledged } = await badgeAccount(room.page)
  expect(acknowledged).toBeGreaterThan(0)
  expect(moments.filter(({ state, owed }) => ['saved', 'back'].includes(state) && owed > 0)).toEqual([])
  expect(longestStale).toBeLessThan(paint)
  return moments.map(({ state }) => state)
}

test(`one browser offline for ${cutSeconds} s while both write and move: both sets of changes are there afterwards`, async () => {
  const [{ room: ana }, { room: ben }] = await Promise.all([somebody('ana'), somebody('direct')])
  await Promise.all([ana.enter('NANTES', 'Ana'), ben.enter('NANTES', 'Ben')])
  await Promise.all([ana.open(parcel), ben.open(parcel)])
  await Promise.all([ana.saves('saved'), ben.saves('saved')])

  proxy.unplug()
  const cut = Date.now()
  await ana.saves('offline', promised.noticed)
  expect(proxy.faults.cuts).toBeGreaterThan(0)
  await ana.page
    .getByText('Hors ligne. Vous pouvez écrire. Tout est gardé sur cet appareil')
    .first()
    .waitFor()
  // Words in the same text, a note each to another frame, a card each.
  await ana.write(parcel, ' [Ana, seule]')
  await ben.write(parcel, ' [Ben, en ligne]')
  await ana.act(
    ana.row('Faire d’abord').or(ana.row("Faire d'abord")).first(),
    'Déplacer la carte vers…',
    'Un comité à nous',
  )
  // The frame as the demo spells it, with the apostrophe of a typewriter.
  await ben.act(ben.row('Le forum des sociétaires').first(), 'Déplacer la carte vers…', "S'entraider")
  await Promise.all([ana.showNotes(), ben.showNotes()])
  await ana.act(ana.noteRow(letter).first(), 'Déplacer vers…', 'Un comité à nous')
  await ben.act(ben.noteRow(evening).first(), 'Déplacer vers…', 'Pouvoir faire sans demander')
  await ana.addNote('Écrite sans ligne')
  await ben.addNote('Écrite en ligne')
  await ben.saves('saved')
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, cut + cutSeconds * 1_000 - Date.now())))
  expect(await ana.badge.getAttribute('data-save')).toBe('offline')
  expect(await ana.noteRow('Écrite en ligne').count()).toBe(0)
  expect(await ben.noteRow('Écrite sans ligne').count()).toBe(0)

  proxy.restore()
  const restored = Date.now()
  await ana.saves('back', 20_000)
  console.log(
    `${cutSeconds} s offline; everything sent ${Date.now() - restored} ms after the line was there again`,
  )
  await ana.page
    .getByText(/De retour, \d+ changements? envoyé/)
    .first()
    .waitFor({ state: 'attached' })
  await Promise.all([
    ana.saves('saved'),
    ana.noteRow('Écrite en ligne').waitFor(),
    ben.noteRow('Écrite sans ligne').waitFor(),
  ])

  const [board, drafts] = await Promise.all([newcomer('whiteboard'), newcomer('drafts')])
  const frameOf = (part: string): unknown =>
    [...recordsOf(board)].find(([id]) => id.endsWith(part))?.[1].get('parentId')
  expect({
    letter: frameOf('st-nte-01'),
    evening: frameOf('st-nte-08'),
    tried: frameOf('wd-nte-04'),
    forum: frameOf('wd-nte-03'),
  }).toEqual({
    letter: 'shape:cl-nte-4',
    evening: 'shape:cl-nte-3',
    tried: 'shape:cl-nte-4',
    forum: 'shape:cl-nte-5',
  })
  for (const words of ['[Ana, seule]', '[Ben, en ligne]'])
    expect(wordsIn(drafts).split(words)).toHaveLength(2)
  await Promise.all([ana.showDrafts(), ben.showDrafts()])
  expect(await ana.wordsOf(parcel)).toBe(await ben.wordsOf(parcel))
  const states = await theBadgeToldTheTruth(ana)
  expect(states.filter((state) => state === 'offline').length).toBeGreaterThan(0)
  expect(await theBadgeToldTheTruth(ben)).not.toContain('offline')
})

test('a half-open line: never « enregistré » before the acknowledgement, not saved within 5 s, and all there when it thaws', async () => {
  const { room: ana } = await somebody('ana')
  await ana.enter('NANTES', 'Ana')
  await ana.open(parcel)
  await ana.saves('saved')
  const before = (await badgeAccount(ana.page)).moments.length
  proxy.freeze('hold')
  const typed = await ana.page.evaluate(() => performance.now())
  await ana.write(parcel, ' [dans le vide]')
  await ana.saves('offline', promised.noticed + 10_000)
  expect(proxy.faults.frozen).toBeGreaterThan(0)
  const { moments } = await badgeAccount(ana.page)
  const since = moments.slice(before)
  expect(since.map(({ state }) => state)).toEqual(['sending', 'offline'])
  const [sending, offline] = since
  console.log(
    `half-open: sending after ${((sending?.at ?? 0) - typed).toFixed(0)} ms, offline ${((offline?.at ?? 0) - (sending?.at ?? 0)).toFixed(0)} ms later`,
  )
  expect((offline?.at ?? 0) - (sending?.at ?? 0)).toBeLessThan(promised.noticed)
  await ana.page.keyboard.type(' [et encore]')
  expect(wordsIn(await newcomer('drafts'))).not.toContain('[dans le vide]')
  proxy.restore()
  await ana.page
    .locator('[data-save="back"], [data-save="saved"]')
    .first()
    .waitFor({ state: 'attached', timeout: 20_000 })
  const words = wordsIn(await newcomer('drafts'))
  expect(words).toContain('[dans le vide]')
  expect(words).toContain('[et encore]')
  await theBadgeToldTheTruth(ana)
})

test('type, cut, type on, close the tab, come back: nothing asked, every word there, present once, within three seconds', async () => {
  const [{ room: first, one }, { room: ben }] = await Promise.all([somebody('ana'), somebody('direct')])
  await Promise.all([first.enter('NANTES', 'Anaïs'), ben.enter('NANTES', 'Benoît')])
  await first.write(parcel, ' [avant]')
  await first.saves('saved')
  // How long a tab of the same person takes to open on this machine now, with nothing to bring.
  const usual = await opening(new RoomPage(await one.context.newPage()), '[avant]')
  proxy.unplug()
  await first.page.keyboard.type(' [pendant]')
  await first.saves('offline', promised.noticed)
  await first.page.keyboard.type(' [jusqu’au bout]')
  await Promise.all(one.context.pages().map((page) => page.close()))
  await until(async () => !(await ben.people()).includes('Anaïs'), 'Anaïs to be gone', 40_000)
  expect(await ben.wordsOf(parcel)).not.toContain('[pendant]')

  proxy.restore()
  const again = new RoomPage(await one.context.newPage())
  const took = await opening(again, '[jusqu’au bout]')
  console.log(`back after ${took.toFixed(0)} ms; an ordinary opening takes ${usual.toFixed(0)} ms here`)
  // On a machine where an ordinary opening is slower than the promise, the words may cost no second opening.
  expect(took).toBeLessThan(Math.max(promised.back, usual * 2))
  expect(await again.page.getByLabel('Votre nom, tel qu’on le verra').count()).toBe(0)
  for (const words of ['[avant]', '[pendant]', '[jusqu’au bout]'])
    expect((await again.wordsOf(parcel)).split(words)).toHaveLength(2)
  await until(async () => (await ben.wordsOf(parcel)).includes('[jusqu’au bout]'), 'Benoît to read it')
  for (const room of [again, ben])
    expect((await room.people()).filter((name) => name === 'Anaïs')).toHaveLength(1)
  await theBadgeToldTheTruth(again)
})

test('saved means on disk: the server is killed the moment the badge says so, and every word is there', async () => {
  const { room: ana } = await somebody('direct')
  await ana.enter('NANTES', 'Awa')
  await ana.open(parcel)
  await ana.saves('saved')
  await ana.write(parcel, ' [gardé]')
  await ana.page.waitForFunction(() => {
    const account = window.badgeAccount?.()
    return account?.moments.at(-1)?.state === 'saved' && account.moments.at(-1)?.owed === 0
  })
  await server.kill()
  await ana.saves('offline', promised.noticed + 5_000)
  await ana.page.keyboard.type(' [pendant la panne]')
  await server.restart()
  expect(wordsIn(await newcomer('drafts'))).toContain('[gardé]')
  await ana.page
    .locator('[data-save="back"], [data-save="saved"]')
    .first()
    .waitFor({ state: 'attached', timeout: 40_000 })
  expect(wordsIn(await newcomer('drafts'))).toContain('[pendant la panne]')
  await theBadgeToldTheTruth(ana)
})

/** Milliseconds from asking for the room to its words, the person in the list and a badge that says saved. */
async function opening(room: RoomPage, words: string): Promise<number> {
  const began = performance.now()
  await room.comeBack('NANTES')
  await until(async () => (await room.wordsOf(parcel)).includes(words), `« ${words} » to be there`)
  await room.page.locator('[data-save="back"], [data-save="saved"]').first().waitFor({ state: 'attached' })
  await room.page.locator('.q-list .you').waitFor()
  return performance.now() - began
}
