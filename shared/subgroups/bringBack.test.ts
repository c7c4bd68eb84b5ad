// What sub-groups leave on a real whiteboard: frames and brought-back work, over nothing, once, and never a picture.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Brought, bringBack, notesOn } from '#shared/subgroups/bringBack.ts'
import { layGroupFrames } from '#shared/subgroups/layGroupFrames.ts'
import { noteText, recordsOf, seedBoard } from '#shared/whiteboard/boardModel.ts'
import { addFrame, addNote } from '#shared/whiteboard/commands.ts'
import { type Box, boxOf, overlaps } from '#shared/whiteboard/pageGeometry.ts'
import {
  childrenOf,
  framesOn,
  isShape,
  mainPageId,
  placeDraft,
  readRecords,
} from '#shared/whiteboard/place.ts'
import { checkRecords } from '#shared/whiteboard/recordRules.ts'
import { deleteRecords } from '#shared/whiteboard/removal.ts'

const board = (): Y.Doc => {
  const doc = new Y.Doc()
  seedBoard(doc)
  return doc
}
const boxIn = (doc: Y.Doc, id: string): Box => {
  const box = boxOf(readRecords(doc), id)
  if (!box) throw new Error(`${id} has no box`)
  return box
}
const idsOf = (doc: Y.Doc): string[] => [...recordsOf(doc).keys()]
const fault = (doc: Y.Doc): string | undefined => checkRecords(doc, idsOf(doc), { server: true, names: [] })

const frames = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `shape:g-${n}`, name: `Groupe ${n}` }))
const brought = (more: Partial<Brought> = {}): Brought => ({
  ...{ frameId: 'shape:g-0', name: 'Cantine', spaceId: 'g-0-s', draftIds: ['d1', 'd2', 'd3', 'd4'] },
  notes: ['court', 'long '.repeat(90), 'trois'].map((text) => ({
    text,
    author: 'Ana',
    colour: 'blue',
    dots: 2,
    draftRefs: [],
  })),
  ...more,
})

test('frames are laid side by side, under everything, without touching one another, once', () => {
  const doc = board()
  for (const text of ['un', 'deux']) addNote(doc, { text })
  addFrame(doc, { name: 'Avant' })
  placeDraft(doc, 'space', 'd')
  const before = idsOf(doc)
    .filter((id) => isShape(readRecords(doc).get(id)))
    .map((id) => boxIn(doc, id))
  doc.transact(() => layGroupFrames(doc, frames(6)))
  const laid = frames(6).map(({ id }) => boxIn(doc, id))
  const all = [...before.map((box) => [box, false] as const), ...laid.map((box) => [box, true] as const)]
  for (const [i, [a, isNew]] of all.entries())
    for (const [b] of isNew ? all.slice(0, i) : []) expect(overlaps(a, b)).toBe(false)
  const state = Y.encodeStateVector(doc)
  doc.transact(() => layGroupFrames(doc, frames(6)))
  expect(Y.encodeStateVector(doc)).toEqual(state)
  expect(framesOn(readRecords(doc), mainPageId(readRecords(doc)))).toHaveLength(7)
})

test('a frame that somebody took away is not laid again', () => {
  const doc = board()
  doc.transact(() => layGroupFrames(doc, frames(2)))
  deleteRecords(doc, ['shape:g-1'])
  doc.transact(() => layGroupFrames(doc, frames(2)))
  expect(recordsOf(doc).has('shape:g-1')).toBe(false)
})

test('texts come back as live cards and notes with words that go on, inside one frame, over nothing', () => {
  const doc = board()
  addNote(doc, { text: 'déjà là' })
  const others = idsOf(doc).filter((id) => isShape(readRecords(doc).get(id)))
  doc.transact(() => bringBack(doc, brought(), 4_000))
  const frame = boxIn(doc, 'shape:g-0')
  for (const id of others) expect(overlaps(frame, boxIn(doc, id))).toBe(false)
  const inside = childrenOf(readRecords(doc), 'shape:g-0')
  expect(inside.filter((one) => isShape(one, 'draft'))).toHaveLength(4)
  expect(inside.filter((one) => isShape(one, 'note'))).toHaveLength(3)
  const boxes = inside.map(({ id }) => boxIn(doc, id))
  for (const [i, a] of boxes.entries()) {
    expect(
      a.x >= frame.x && a.y >= frame.y && a.x + a.w <= frame.x + frame.w && a.y + a.h <= frame.y + frame.h,
    ).toBe(true)
    for (const b of boxes.slice(i + 1)) expect(overlaps(a, b)).toBe(false)
  }
  expect(inside.find((one) => isShape(one, 'draft'))).toMatchObject({
    props: { spaceId: 'g-0-s', draftId: 'd1' },
  })
  const words = noteText(doc, 'shape:g-0-n0')
  words?.insert(words.length, ' et la suite')
  expect(noteText(doc, 'shape:g-0-n0')?.toString()).toBe('court et la suite')
  expect(inside.find(({ id }) => id === 'shape:g-0-n0')).toMatchObject({
    props: { author: 'Ana', colour: 'blue', dots: 2 },
  })
  expect(fault(doc)).toBeUndefined()
})

test('done again, also after people went on or took it away, it adds nothing', () => {
  const doc = board()
  doc.transact(() => bringBack(doc, brought(), 4_000))
  noteText(doc, 'shape:g-0-n0')?.insert(0, 'plus ')
  deleteRecords(doc, ['shape:g-0-n1'])
  const state = Y.encodeStateVector(doc)
  doc.transact(() => bringBack(doc, brought(), 4_000))
  expect(Y.encodeStateVector(doc)).toEqual(state)
})

test('an aparté without a word leaves no frame; a full board takes the texts first', () => {
  const doc = board()
  doc.transact(() => bringBack(doc, brought({ draftIds: [], notes: [] }), 4_000))
  expect(recordsOf(doc).has('shape:g-0')).toBe(false)
  doc.transact(() => bringBack(doc, brought(), 6))
  const inside = childrenOf(readRecords(doc), 'shape:g-0')
  expect(inside.filter((one) => isShape(one, 'draft'))).toHaveLength(4)
  expect(inside.filter((one) => isShape(one, 'note'))).toHaveLength(1)
  const full = board()
  full.transact(() => bringBack(full, brought(), 0))
  expect(recordsOf(full).has('shape:g-0')).toBe(false)
})

test('notes are read in their order, those of a frame together, empty ones left out', () => {
  const doc = board()
  const frame = addFrame(doc, { name: 'Idées' })
  addNote(doc, { text: 'dehors', near: { x: 0, y: 900 } })
  for (const text of ['un', 'deux', '  ', 'trois']) addNote(doc, { text, frameId: frame })
  expect(notesOn(doc).map(({ text }) => text)).toEqual(['un', 'deux', 'trois', 'dehors'])
})
