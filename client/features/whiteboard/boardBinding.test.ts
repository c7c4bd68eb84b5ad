// The binding of a tldraw store and a document: what is gathered, what is skipped, what two people do at once.
import { createShapeId, createTLStore, type TLRecord, type TLStore } from 'tldraw'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { BoardBinding } from '#client/features/whiteboard/boardBinding.ts'
import { wordsIn } from '#client/features/whiteboard/recordDiff.ts'
import {
  type BoardRecord,
  frameRecord,
  noteRecord,
  noteText,
  putRecord,
  recordsOf,
  seedBoard,
} from '#shared/whiteboard/boardModel.ts'
import { boardSchema } from '#shared/whiteboard/boardSchema.ts'
import { boardUndo } from '#shared/whiteboard/boardUndo.ts'

const place = { x: 10, y: 20, index: 'a1' }
let stops: (() => void)[] = []
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  for (const stop of stops) stop()
  stops = []
  vi.useRealTimers()
})

function board(fill: (doc: Y.Doc) => void = () => undefined): Y.Doc {
  const doc = new Y.Doc()
  seedBoard(doc)
  fill(doc)
  return doc
}

function bind(
  doc: Y.Doc,
  options: { mayWrite?: () => boolean; refused?: string[]; isHeld?: (id: string) => boolean } = {},
) {
  const store: TLStore = createTLStore({ schema: boardSchema })
  const binding = new BoardBinding(doc, store, {
    mayWrite: options.mayWrite ?? (() => true),
    author: () => 'Ana',
    ...(options.isHeld ? { isHeld: options.isHeld } : {}),
    onRefused: (code) => options.refused?.push(code),
  })
  const stop = binding.start()
  if (stop) stops.push(stop)
  return { store, binding, stop }
}

const shape = (store: TLStore, id: string) =>
  store.get(id as TLRecord['id']) as unknown as
    | (BoardRecord & { x: number; y: number; props: Record<string, unknown>; meta: object })
    | undefined
const change = (store: TLStore, id: string, edit: (record: BoardRecord) => object): void => {
  const record = store.get(id as TLRecord['id']) as unknown as BoardRecord
  store.put([{ ...record, ...edit(record) } as unknown as TLRecord])
}
const sync = (from: Y.Doc, to: Y.Doc): void =>
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'remote')

test('opening writes nothing, also twice, and shows words', () => {
  const doc = board((d) => {
    putRecord(d, noteRecord('shape:n', place))
    noteText(d, 'shape:n')?.insert(0, 'Se voir en vrai')
  })
  let updates = 0
  doc.on('update', () => updates++)
  const { store, binding, stop } = bind(doc)
  expect(wordsIn(shape(store, 'shape:n') as BoardRecord)).toBe('Se voir en vrai')
  if (stop) stop()
  stops = []
  stops.push(binding.start() as () => void)
  vi.advanceTimersByTime(1_000)
  expect(updates).toBe(0)
})

test('a poisoned board opens: what is at fault is skipped and counted, an orphan stands on the page', () => {
  const doc = board((d) => {
    putRecord(d, noteRecord('shape:good', place))
    putRecord(d, noteRecord('shape:nan', { ...place, x: Number.NaN }))
    putRecord(d, noteRecord('shape:self', { ...place, parentId: 'shape:self' }))
    putRecord(d, noteRecord('shape:orphan', { ...place, parentId: 'shape:gone' }))
    recordsOf(d).set('shape:bad', new Y.Map([['id', 'shape:bad']]))
    ;(recordsOf(d) as Y.Map<unknown>).set('shape:text', 'x')
  })
  const { store, binding } = bind(doc)
  expect([...binding.skipped().keys()].sort()).toEqual(['shape:bad', 'shape:nan', 'shape:self', 'shape:text'])
  expect(shape(store, 'shape:good')).toBeDefined()
  expect(shape(store, 'shape:orphan')?.['parentId']).toBe('page:page')
  recordsOf(doc).get('shape:nan')?.set('xy', [1, 2])
  expect(shape(store, 'shape:nan')).toBeDefined()
  expect(binding.skipped().has('shape:nan')).toBe(false)
})

test('a document without its page is not shown, and nothing is made for it', () => {
  const doc = new Y.Doc()
  expect(bind(doc).stop).toBe(false)
  expect(recordsOf(doc).size).toBe(0)
})

test('moves are gathered for 50 ms, and written at once on flush', () => {
  const doc = board((d) => putRecord(d, noteRecord('shape:n', place)))
  const { store, binding } = bind(doc)
  let updates = 0
  doc.on('update', () => updates++)
  for (let i = 0; i < 30; i++) change(store, 'shape:n', () => ({ x: i, y: i }))
  binding.flush()
  expect(updates).toBe(1)
  expect(recordsOf(doc).get('shape:n')?.get('xy')).toEqual([29, 29])
  const server = new Y.Doc() // nobody undoes there: what was overwritten is forgotten
  sync(doc, server)
  doc.on('update', (update: Uint8Array) => Y.applyUpdate(server, update))
  const bytes = Y.encodeStateAsUpdateV2(server).length
  for (let i = 0; i < 1_000; i++) {
    change(store, 'shape:n', () => ({ x: i * 2, y: i }))
    binding.flush()
  }
  expect(Y.encodeStateAsUpdateV2(server).length - bytes).toBeLessThan(400)
})

test('one moves while the other colours: both hold', () => {
  const one = board((d) => putRecord(d, noteRecord('shape:n', place)))
  const two = new Y.Doc()
  sync(one, two)
  const [a, b] = [bind(one), bind(two)]
  change(a.store, 'shape:n', () => ({ x: 500, y: 600 }))
  change(b.store, 'shape:n', (r) => ({ props: { ...(r['props'] as object), colour: 'pink' } }))
  b.binding.flush()
  sync(two, one) // arrives while the move is still gathered
  expect(shape(a.store, 'shape:n')).toMatchObject({ x: 500, y: 600 })
  expect(shape(a.store, 'shape:n')?.props['colour']).toBe('pink')
  a.binding.flush()
  sync(one, two)
  expect(recordsOf(two).get('shape:n')?.toJSON()).toMatchObject({ xy: [500, 600], 'props.colour': 'pink' })
  expect(shape(b.store, 'shape:n')).toMatchObject({ x: 500, y: 600 })
})

test('somebody deletes what I move: it stays deleted', () => {
  const one = board((d) => putRecord(d, noteRecord('shape:n', place)))
  const two = new Y.Doc()
  sync(one, two)
  const [a] = [bind(one)]
  change(a.store, 'shape:n', () => ({ x: 500 }))
  recordsOf(two).delete('shape:n')
  sync(two, one)
  a.binding.flush()
  expect(recordsOf(one).has('shape:n')).toBe(false)
  expect(shape(a.store, 'shape:n')).toBeUndefined()
})

test('somebody deletes the frame of my note: the note stays, on the page', () => {
  const doc = board((d) => {
    putRecord(d, frameRecord('shape:f', place, { w: 100, h: 100, name: '' }))
    putRecord(d, noteRecord('shape:n', { ...place, parentId: 'shape:f' }))
  })
  const { store } = bind(doc)
  recordsOf(doc).delete('shape:f')
  expect(shape(store, 'shape:f')).toBeUndefined()
  expect(shape(store, 'shape:n')?.['parentId']).toBe('page:page')
})

test('a copied note brings its words, bears my name, and its words are its own', () => {
  const doc = board((d) => {
    putRecord(d, noteRecord('shape:n', place, { author: 'Awa' }))
    noteText(d, 'shape:n')?.insert(0, 'à nous')
  })
  const { store, binding } = bind(doc)
  const id = createShapeId()
  store.put([{ ...(shape(store, 'shape:n') as object), id, index: 'a2' } as unknown as TLRecord])
  binding.flush()
  expect(noteText(doc, id)?.toString()).toBe('à nous')
  expect(recordsOf(doc).get(id)?.toJSON()).toMatchObject({ 'props.author': 'Ana', meta: {} })
  noteText(doc, id)?.insert(0, 'pas ')
  expect(wordsIn(shape(store, id) as BoardRecord)).toBe('pas à nous')
  expect(noteText(doc, 'shape:n')?.toString()).toBe('à nous')
})

test('undo is the document’s: a deleted note comes back with its words', () => {
  const doc = board((d) => {
    putRecord(d, noteRecord('shape:n', place))
    noteText(d, 'shape:n')?.insert(0, 'gardée')
  })
  const { store, binding } = bind(doc)
  store.remove(['shape:n' as TLRecord['id']])
  binding.flush()
  expect(recordsOf(doc).has('shape:n')).toBe(false)
  boardUndo(doc).undo()
  expect(wordsIn(shape(store, 'shape:n') as BoardRecord)).toBe('gardée')
})

test('what the gate would refuse is never written, and leaves the canvas again', () => {
  const doc = board((d) => putRecord(d, noteRecord('shape:n', place)))
  const refused: string[] = []
  const { store, binding } = bind(doc, { refused })
  const asset = {
    id: 'asset:remote',
    typeName: 'asset',
    type: 'image',
    meta: {},
    props: {
      w: 1,
      h: 1,
      name: '',
      isAnimated: false,
      mimeType: 'image/png',
      src: 'https://evil.example/x.png',
    },
  }
  store.put([asset as unknown as TLRecord])
  change(store, 'shape:n', () => ({ meta: { a: 'x'.repeat(5_000) } }))
  binding.flush()
  expect(refused).toEqual(['refused'])
  expect(recordsOf(doc).has('asset:remote')).toBe(false)
  expect(store.has('asset:remote' as TLRecord['id'])).toBe(false)
  expect(shape(store, 'shape:n')?.meta).toEqual({ words: '' })
})

test('a reader writes nothing: the canvas goes back', () => {
  const doc = board((d) => putRecord(d, noteRecord('shape:n', place)))
  const refused: string[] = []
  const { store, binding } = bind(doc, { mayWrite: () => false, refused })
  change(store, 'shape:n', () => ({ x: 99 }))
  binding.flush()
  expect(shape(store, 'shape:n')?.x).toBe(10)
  expect(recordsOf(doc).get('shape:n')?.get('xy')).toEqual([10, 20])
  expect(refused).toEqual(['read-only'])
})

test('what the room has locked is drawn as locked, written nowhere, and free again afterwards', () => {
  const doc = board((d) => {
    putRecord(d, noteRecord('shape:n', place))
    putRecord(d, noteRecord('shape:free', { ...place, index: 'a2' }))
  })
  const [held, refused] = [new Set<string>(), [] as string[]]
  const { store, binding } = bind(doc, { refused, isHeld: (id) => held.has(id) })
  const before = JSON.stringify(recordsOf(doc).get('shape:n'))
  held.add('shape:n')
  binding.drawAgain(['shape:n'])
  expect(shape(store, 'shape:n')?.isLocked).toBe(true)
  change(store, 'shape:n', () => ({ x: 99, isLocked: false }))
  change(store, 'shape:free', () => ({ x: 77 }))
  binding.flush()
  expect([shape(store, 'shape:n')?.x, shape(store, 'shape:n')?.isLocked]).toEqual([10, true])
  store.remove(['shape:n' as TLRecord['id']])
  binding.flush()
  expect(shape(store, 'shape:n')?.isLocked).toBe(true)
  expect(refused).toEqual(['locked', 'locked'])
  expect(recordsOf(doc).get('shape:free')?.get('xy')).toEqual([77, 20])
  expect(JSON.stringify(recordsOf(doc).get('shape:n'))).toBe(before)
  held.clear()
  binding.drawAgain(['shape:n'])
  expect(shape(store, 'shape:n')?.isLocked).toBe(false)
  change(store, 'shape:n', () => ({ x: 5 }))
  binding.flush()
  expect(recordsOf(doc).get('shape:n')?.get('xy')).toEqual([5, 20])
})

test('a long stroke is written the less often the longer it is, and whole when the hand lifts', () => {
  const doc = board()
  const { store, binding } = bind(doc)
  const id = createShapeId()
  const stroke = (points: number, isComplete = false) =>
    ({
      id,
      typeName: 'shape',
      type: 'draw',
      x: 0,
      y: 0,
      rotation: 0,
      index: 'a1',
      parentId: 'page:page',
      isLocked: false,
      opacity: 1,
      meta: {},
      props: {
        segments: [
          { type: 'free', points: Array.from({ length: points }, (_, i) => ({ x: i, y: i % 7, z: 0.5 })) },
        ],
        color: 'black',
        fill: 'none',
        dash: 'draw',
        size: 'm',
        isComplete,
        isClosed: false,
        isPen: false,
        scale: 1,
      },
    }) as unknown as TLRecord
  let bytes = 0
  doc.on('update', (update: Uint8Array) => {
    bytes += update.length
  })
  store.put([stroke(1)])
  binding.flush()
  for (let points = 2; points <= 400; points += 2) {
    store.put([stroke(points)])
    vi.advanceTimersByTime(16)
    binding.flush()
  }
  store.put([stroke(400, true)])
  binding.flush()
  const written = (recordsOf(doc).get(id)?.get('props.segments') as { points: unknown[] }[])[0]?.points.length
  expect(written).toBe(400)
  expect(recordsOf(doc).get(id)?.get('props.isComplete')).toBe(true)
  expect(bytes).toBeLessThan(250_000)
})
