// A session of two hours as a log: any instant of it is equal to the log at that instant, and comes in time.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { ReplayDesk } from '#server/features/replay/replayDesk.ts'
import { ReplayedDocument } from '#server/features/replay/replayedDocument.ts'
import { type FreshStore, freshStore } from '#server/testing/stores.ts'
import { createDraft, type DraftMap, draftsOf } from '#shared/draft/draftModel.ts'
import { decodeFrame } from '#shared/replay/replayFrame.ts'
import {
  noteRecord,
  noteText,
  putRecord,
  recordsOf,
  seedBoard,
  shapeId,
} from '#shared/whiteboard/boardModel.ts'

interface Row {
  readonly at: number
  readonly update: Uint8Array
}

const start = Date.UTC(2026, 10, 23, 18)
const twoHours = 7_200_000
const people = 16

/** Sixteen people at one board and at eight texts, a change every 240 ms each in turn; by a seed, so that a failure comes again. */
function session(kind: 'whiteboard' | 'drafts', count: number, seed: number): Row[] {
  const random = lcg(seed)
  const rows: Row[] = []
  const docs = Array.from({ length: people }, () => new Y.Doc())
  const emitted: Uint8Array[] = []
  for (const doc of docs)
    doc.on('update', (update, _origin, _doc, { local }) => local && emitted.push(update))
  // Others hear of it a moment later, so that people write at once without knowing of one another.
  let heard = 0
  const act = (doc: Y.Doc, at: number, change: () => void): void => {
    doc.transact(change)
    for (const update of emitted.splice(0)) rows.push({ at, update })
    if (rows.length > 1 && rows.length - heard < people) return
    const news = Y.mergeUpdates(rows.slice(heard).map(({ update }) => update))
    heard = rows.length
    for (const other of docs) Y.applyUpdate(other, news)
  }
  const first = docs[0] as Y.Doc
  act(first, start, () => {
    if (kind === 'whiteboard') seedBoard(first)
    else
      for (let i = 0; i < 8; i++)
        createDraft(first, { id: `d${i}`, title: `Texte ${i}`, proposition: ['Début.'] })
  })
  for (let i = rows.length; i < count; i++) {
    const doc = docs[Math.floor(random() * people)] as Y.Doc
    const at = start + Math.floor((i / count) * twoHours)
    act(doc, at, () => (kind === 'whiteboard' ? boardAct(doc, random) : draftAct(doc, random)))
  }
  return rows
}

function boardAct(doc: Y.Doc, random: () => number): void {
  const notes = [...recordsOf(doc).keys()].filter((id) => id.startsWith('shape:'))
  const id = notes[Math.floor(random() * notes.length)]
  const dice = random()
  if (id === undefined || (dice < 0.02 && notes.length < 300))
    return putRecord(doc, noteRecord(shapeId(), { x: random() * 4000, y: random() * 3000, index: 'a1' }))
  if (dice < 0.025) return recordsOf(doc).delete(id)
  if (dice < 0.3)
    return void recordsOf(doc)
      .get(id)
      ?.set('xy', [Math.round(random() * 4000), Math.round(random() * 3000)])
  const text = noteText(doc, id)
  if (text && dice > 0.9 && text.length > 3) text.delete(text.length - 2, 1)
  else text?.insert(text.length, 'aeilnrstu '[Math.floor(random() * 10)] ?? 'a')
}

function draftAct(doc: Y.Doc, random: () => number): void {
  const draft = draftsOf(doc).get(`d${Math.floor(random() * 8)}`) as DraftMap
  const paragraph = (draft.get('proposition') as Y.XmlFragment).get(0) as Y.XmlElement
  const words = paragraph.get(0) as Y.XmlText
  const at = Math.floor(random() * (words.length + 1))
  const dice = random()
  if (dice < 0.01) createDraft(doc, { title: `Né à ${at}` })
  else if (dice < 0.1 && words.length > 4) words.delete(Math.min(at, words.length - 2), 2)
  else if (dice < 0.13) words.format(0, Math.min(4, words.length), { bold: {} })
  else words.insert(at, 'aeilnrstu '[Math.floor(random() * 10)] ?? 'a')
}

const lcg = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32
  return seed / 2 ** 32
}

/** What a person reads in it, whatever Yjs needed to get there. */
function content(doc: Y.Doc, kind: 'whiteboard' | 'drafts'): string {
  const tell = (value: unknown): unknown => {
    if (value instanceof Y.XmlText || value instanceof Y.Text) return value.toDelta()
    if (value instanceof Y.XmlElement)
      return [value.nodeName, value.getAttributes(), value.toArray().map(tell)]
    if (value instanceof Y.XmlFragment || value instanceof Y.Array) return value.toArray().map(tell)
    if (value instanceof Y.Map)
      return [...value.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, tell(v)])
    return value
  }
  return JSON.stringify(tell(doc.getMap(kind === 'drafts' ? 'drafts' : 'records')))
}

function byTheLog(rows: readonly Row[], at: number, kind: 'whiteboard' | 'drafts'): string {
  const doc = new Y.Doc()
  for (const row of rows) if (row.at <= at) Y.applyUpdate(doc, row.update)
  return content(doc, kind)
}

function byUpdate(update: Uint8Array, kind: 'whiteboard' | 'drafts'): string {
  const doc = new Y.Doc()
  Y.applyUpdateV2(doc, update)
  return content(doc, kind)
}

test.each(['whiteboard', 'drafts'] as const)(
  '%s: any instant equals the rows up to it, in any order of asking',
  (kind) => {
    const rows = session(kind, 900, 7)
    const document = new ReplayedDocument(kind)
    // As they come from a log that is still being written.
    for (let i = 0; i < rows.length; i += 170) document.add(rows.slice(i, i + 170))
    fc.assert(
      fc.property(fc.integer({ min: start - 10_000, max: start + twoHours + 10_000 }), (at) => {
        const seq = document.seqAt(at)
        expect(seq).toBe(rows.filter((row) => row.at <= at).length)
        expect(byUpdate(document.stateAt(seq), kind)).toBe(byTheLog(rows, at, kind))
      }),
      { numRuns: 25 },
    )
  },
)

test('a state names no hand: one client id, the same for everything, and nothing that was deleted', () => {
  const rows = session('drafts', 600, 3)
  const document = new ReplayedDocument('drafts')
  document.add(rows)
  const writers = new Set(rows.flatMap(({ update }) => [...Y.parseUpdateMeta(update).from.keys()]))
  expect(writers.size).toBe(people)
  for (const seq of [1, 100, 599, 600]) {
    const { from } = Y.parseUpdateMetaV2(document.stateAt(seq))
    expect([...from.keys()]).toEqual([1])
    expect(Y.decodeUpdateV2(document.stateAt(seq)).ds.clients.size).toBe(0)
  }
})

test('a clock that was set back brings no earlier instant back', () => {
  const rows = session('drafts', 40, 5).map((row, i) => ({ ...row, at: i < 20 ? 1000 + i : i }))
  const document = new ReplayedDocument('drafts')
  document.add(rows)
  expect(document.seqAt(999)).toBe(0)
  expect(document.seqAt(1019)).toBe(40)
})

test('drafts are told when they were begun, by the titles that they have now', () => {
  const document = new ReplayedDocument('drafts')
  const rows = session('drafts', 900, 11)
  document.add(rows)
  const [first, ...others] = document.begun()
  expect(first).toEqual({ at: start, titles: Array.from({ length: 8 }, (_, i) => `Texte ${i}`).sort() })
  expect(others.length).toBeGreaterThan(0)
  expect(others.every(({ titles }) => titles[0]?.startsWith('Né à'))).toBe(true)
})

const size = Number(process.env['REPLAY_ROWS'] ?? 2_000)

let fresh: FreshStore
let rows: { whiteboard: Row[]; drafts: Row[] }
beforeAll(async () => {
  fresh = await freshStore('sqlite')
  rows = { whiteboard: session('whiteboard', size / 2, 21), drafts: session('drafts', size / 2, 22) }
  for (const kind of ['whiteboard', 'drafts'] as const) {
    const name = `${kind}/s`
    await fresh.store.documentLog.create(name)
    for (let i = 0; i < rows[kind].length; i += 500)
      await fresh.store.documentLog.append(
        name,
        rows[kind].slice(i, i + 500).map(({ update }) => ({ author: 'p', update })),
      )
  }
}, 300_000)
afterAll(() => fresh.close())

test('over a real log, through the thread: instants come in under a second and hold nobody up', {
  timeout: 300_000,
}, async () => {
  // The store stamps its own time: what is asked for is a share of the log, by the hour that the store gave.
  const desk = new ReplayDesk(fresh.store.documentLog)
  const names = ['whiteboard/s', 'drafts/s']
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const began = performance.now()
  const [board] = await desk.times(names)
  const cold = performance.now() - began
  const times = [...(board?.times ?? [])]
  expect(times).toHaveLength(rows.whiteboard.length)
  const random = lcg(99)
  const instants = Array.from({ length: 40 }, () => times[Math.floor(random() * times.length)] ?? 0)
  const took: number[] = []
  const frames: Uint8Array[] = []
  for (const at of instants) {
    const asked = performance.now()
    const { body = new Uint8Array() } = await desk.state(names, at, undefined)
    took.push(performance.now() - asked)
    frames.push(body)
  }
  delay.disable()
  for (const body of frames.filter((_, i) => i % 10 === 0))
    for (const { name, seq, update } of decodeFrame(gunzipSync(body))) {
      const kind = name === 'drafts/s' ? 'drafts' : 'whiteboard'
      const doc = new Y.Doc()
      for (const row of rows[kind].slice(0, seq)) Y.applyUpdate(doc, row.update)
      expect(byUpdate(update, kind)).toBe(content(doc, kind))
    }
  const bytes = Math.max(...frames.map(({ length }) => length))
  took.sort((a, b) => a - b)
  const figures = {
    rows: size,
    coldMs: Math.round(cold),
    medianMs: Math.round(took[20] ?? 0),
    worstMs: Math.round(took.at(-1) ?? 0),
    largestFrameKiB: Math.round(bytes / 1024),
    loopDelayP99Ms: Math.round(delay.percentile(99) / 1e5) / 10,
    loopDelayMaxMs: Math.round(delay.max / 1e5) / 10,
  }
  if (process.env['REPLAY_ROWS']) process.stdout.write(`${JSON.stringify(figures)}\n`)
  expect(figures.worstMs).toBeLessThan(1000)
  desk.close()
})

test('what was kept meanwhile is there at the next question, and what the asker has is not sent again', async () => {
  const desk = new ReplayDesk(fresh.store.documentLog)
  const first = await desk.state(['drafts/s'], Date.now() + 1000, undefined)
  expect(await desk.state(['drafts/s'], Date.now() + 1000, first.tag)).toEqual({
    tag: first.tag,
    body: undefined,
  })
  const doc = new Y.Doc()
  createDraft(doc, { id: 'later', title: 'Venu plus tard' })
  await fresh.store.documentLog.append('drafts/s', [{ author: 'p', update: Y.encodeStateAsUpdate(doc) }])
  const { body, tag } = await desk.state(['drafts/s'], Date.now() + 1000, first.tag)
  expect(tag).not.toBe(first.tag)
  const [state] = decodeFrame(gunzipSync(body ?? new Uint8Array()))
  expect(byUpdate(state?.update ?? new Uint8Array(), 'drafts')).toContain('Venu plus tard')
  // Its thread may end at any moment: the next question begins anew.
  desk.close()
  expect((await desk.state(['drafts/s'], Date.now() + 1000, undefined)).tag).toBe(tag)
  desk.close()
})
