import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { connect } from '#shared/whiteboard/arrows.ts'
import { noteText, seedBoard } from '#shared/whiteboard/boardModel.ts'
import { act, boardUndo, ownAct } from '#shared/whiteboard/boardUndo.ts'
import {
  addDraftRef,
  addFrame,
  addNote,
  duplicateNote,
  moveNote,
  moveToFrame,
  renameFrame,
  setColour,
} from '#shared/whiteboard/commands.ts'
import { clusterOf, type ListNote, neighboursOf, readBoard } from '#shared/whiteboard/listView.ts'
import { writeWords } from '#shared/whiteboard/noteWords.ts'
import { boxOf, overlaps } from '#shared/whiteboard/pageGeometry.ts'
import { cardsOfDraft, placeDraft, readRecords } from '#shared/whiteboard/place.ts'
import { deleteRecords, restore } from '#shared/whiteboard/removal.ts'
import { framesOf, layPlan } from '#shared/whiteboard/templates.ts'

const board = (): Y.Doc => {
  const doc = new Y.Doc()
  seedBoard(doc)
  return doc
}
const note = (doc: Y.Doc, id: string): ListNote => {
  const item = readBoard(doc).items.get(id)
  if (item?.kind !== 'note') throw new Error(`no note ${id}`)
  return item
}
const order = (doc: Y.Doc): string[] =>
  readBoard(doc).sections.flatMap(({ items }) => items.map(({ id }) => id))
const nothingOverlaps = (doc: Y.Doc): boolean => {
  const boxes = [...readBoard(doc).items.values()].map(({ box }) => box)
  return boxes.every((a, i) => boxes.slice(0, i).every((b) => !overlaps(a, b)))
}

test('notes find room: in a frame, beside another, under everything; a full frame grows', () => {
  const doc = board()
  const frameId = addFrame(doc, { name: 'Ce qui nous freine' })
  const inside = Array.from({ length: 9 }, (_, i) => addNote(doc, { frameId, text: `n${i}`, author: 'Ana' }))
  const outside = addNote(doc, { text: 'dehors' })
  const beside = addNote(doc, { near: outside })
  expect(nothingOverlaps(doc)).toBe(true)
  const [framed, loose] = readBoard(doc).sections
  expect(framed?.frame?.name).toBe('Ce qui nous freine')
  expect(framed?.items.map(({ id }) => id)).toEqual(inside)
  expect(loose?.items.map(({ id }) => id).sort()).toEqual([outside, beside].sort())
  const frame = boxOf(readRecords(doc), frameId)
  for (const { box } of framed?.items ?? [])
    expect(box.y + box.h).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.h ?? 0))
  expect(note(doc, inside[0] ?? '')).toMatchObject({ words: 'n0', author: 'Ana', colour: 'yellow', dots: 0 })
})

test('moving: into a frame and out again stays on the page; order changes places; pushes keep the order of others', () => {
  const doc = board()
  const frameId = addFrame(doc, { name: 'A' })
  const ids = [0, 1, 2, 3].map((i) => addNote(doc, { frameId, text: String(i) }))
  const [a, b, c, d] = ids as [string, string, string, string]
  expect(moveNote(doc, a, { order: 'earlier' })).toBe(false)
  expect(moveNote(doc, b, { order: 'earlier' })).toBe(true)
  expect(order(doc)).toEqual([b, a, c, d])
  expect(moveNote(doc, b, { before: d })).toBe(true)
  expect(order(doc)).toEqual([a, c, b, d])
  expect(moveNote(doc, a, { before: null })).toBe(true)
  expect(order(doc)).toEqual([c, b, d, a])
  expect(moveToFrame(doc, a, null)).toBe(true)
  expect(note(doc, a).frameId).toBe(null)
  expect(moveToFrame(doc, a, frameId)).toBe(true)
  expect(note(doc, a).frameId).toBe(frameId)
  expect(moveToFrame(doc, a, frameId)).toBe(false)
  const before = note(doc, a).box
  expect(moveNote(doc, a, { by: 'right', units: 30 })).toBe(true)
  expect(note(doc, a).box).toEqual({ ...before, x: before.x + 30 })
  expect(moveNote(doc, 'shape:gone', { by: 'up' })).toBe(false)
})

test('a frame does not go into itself or into what it holds', () => {
  const doc = board()
  const outer = addFrame(doc, { name: 'A' })
  const inner = addFrame(doc, { name: 'B' })
  expect(moveToFrame(doc, inner, outer)).toBe(true)
  expect(moveToFrame(doc, outer, inner)).toBe(false)
  expect(moveToFrame(doc, outer, outer)).toBe(false)
})

test('colour, name, links to drafts, duplicates with their words', () => {
  const doc = board()
  const id = addNote(doc, { text: 'Se voir en vrai', colour: 'pink', author: 'Awa' })
  expect(setColour(doc, id, 'green')).toBe(true)
  expect(setColour(doc, id, 'green')).toBe(false)
  expect(addDraftRef(doc, id, 'space/draft')).toBe(true)
  expect(addDraftRef(doc, id, 'space/draft')).toBe(false)
  const copy = duplicateNote(doc, id, null, 'Inès') ?? ''
  expect(note(doc, copy)).toMatchObject({
    words: 'Se voir en vrai',
    colour: 'green',
    author: 'Inès',
    draftRefs: [],
  })
  writeWords(noteText(doc, copy) as Y.Text, 'Autre')
  expect(note(doc, id).words).toBe('Se voir en vrai')
  const frame = addFrame(doc, { name: 'x' })
  expect(renameFrame(doc, frame, 'Envies')).toBe(true)
  expect(readBoard(doc).sections[0]?.frame?.name).toBe('Envies')
})

test('deleting keeps words and arrows for the way back, and keeps what a frame held when asked', () => {
  const doc = board()
  const frameId = addFrame(doc, { name: 'A' })
  const a = addNote(doc, { frameId, text: 'un' })
  const b = addNote(doc, { frameId, text: 'deux' })
  const arrow = connect(doc, a, b, { label: 'donc' })
  expect(note(doc, a).relations).toEqual([{ arrowId: arrow, otherId: b, direction: 'to', label: 'donc' }])
  expect(note(doc, b).relations).toEqual([{ arrowId: arrow, otherId: a, direction: 'from', label: 'donc' }])
  const removed = deleteRecords(doc, [a])
  expect(note(doc, b).relations).toEqual([])
  expect([...readRecords(doc).values()].filter((r) => r.typeName === 'binding')).toEqual([])
  restore(doc, removed)
  expect(note(doc, a).words).toBe('un')
  expect(note(doc, a).relations[0]?.otherId).toBe(b)

  const at = note(doc, b).box
  deleteRecords(doc, [frameId], { contents: 'keep' })
  expect(note(doc, b)).toMatchObject({ frameId: null, box: at, words: 'deux' })
  const all = deleteRecords(doc, [a, b])
  expect(readBoard(doc).items.size).toBe(0)
  expect(restore(doc, all)).toHaveLength(5)
  expect(restore(doc, all)).toEqual([])
})

test('undo takes back own acts only, words included, whole', () => {
  const doc = board()
  const other = addNote(doc, { text: 'autre' }, 'remote')
  const mine = act(doc, () => addNote(doc, { text: 'à moi' }, ownAct))
  act(doc, () => deleteRecords(doc, [other, mine], { origin: ownAct }))
  expect(readBoard(doc).items.size).toBe(0)
  boardUndo(doc).undo()
  expect([note(doc, other).words, note(doc, mine).words]).toEqual(['autre', 'à moi'])
  boardUndo(doc).undo()
  expect(order(doc)).toEqual([other])
  expect(boardUndo(doc).canUndo()).toBe(false)
  boardUndo(doc).redo()
  expect(note(doc, mine).words).toBe('à moi')
})

test('cards: the same draft may stand several times, never on top of something', () => {
  const doc = board()
  layPlan(doc, framesOf('barriers', 'fr'))
  for (let i = 0; i < 10; i++) placeDraft(doc, 'space', `d${i}`)
  const again = placeDraft(doc, 'space', 'd3')
  expect(cardsOfDraft(readRecords(doc), 'space', 'd3')).toHaveLength(2)
  expect(cardsOfDraft(readRecords(doc), 'space', 'd3')).toContain(again)
  expect(nothingOverlaps(doc)).toBe(true)
  const { sections } = readBoard(doc)
  expect(sections.map(({ frame, items }) => [frame?.name ?? null, items.length])).toEqual([
    ['Ce qui nous freine', 0],
    ['Ce qui nous donne envie', 0],
    [null, 11],
  ])
  layPlan(doc, framesOf('world-cafe', 'fr'))
  const frames = readBoard(doc).sections.flatMap(({ frame }) => (frame ? [frame.box] : []))
  expect(frames.every((a, i) => frames.slice(0, i).every((b) => !overlaps(a, b)))).toBe(true)
  const cards = [...readBoard(doc).items.values()]
  expect(cards.every(({ box }) => frames.every((frame) => !overlaps(box, frame)))).toBe(true)
})

test('clusters are what nearly touches; neighbours tell on which side', () => {
  const doc = board()
  const a = addNote(doc, { near: { x: 0, y: 0 }, text: 'a' })
  const b = addNote(doc, { near: { x: 190, y: 0 }, text: 'b' })
  const far = addNote(doc, { near: { x: 1000, y: 0 }, text: 'c' })
  moveNote(doc, b, { by: 'left', units: note(doc, b).box.x - 190 })
  const list = readBoard(doc)
  expect(clusterOf(list, a).map(({ id }) => id)).toEqual([b])
  expect(clusterOf(list, far)).toEqual([])
  expect(neighboursOf(list, a)[0]).toEqual({ id: b, side: 'right', gap: 10 })
  expect(neighboursOf(list, far)[0]).toMatchObject({ id: b, side: 'left' })
})

test('a shape in a turned frame is where one sees it, and leaves the frame without moving', () => {
  const doc = board()
  const frameId = addFrame(doc, { name: 'A' })
  const id = addNote(doc, { frameId, text: 'x' })
  doc
    .getMap<Y.Map<unknown>>('records')
    .get(frameId)
    ?.set('rotation', Math.PI / 2)
  const at = note(doc, id).box
  deleteRecords(doc, [frameId], { contents: 'keep' })
  const after = note(doc, id).box
  expect(after.x).toBeCloseTo(at.x)
  expect(after.y).toBeCloseTo(at.y)
})

test('a ring of parents or a poisoned record is left out, and ends nothing', () => {
  const doc = board()
  const a = addNote(doc, { text: 'a' })
  const b = addNote(doc, { text: 'b' })
  const records = doc.getMap<Y.Map<unknown>>('records')
  records.get(a)?.set('parentId', b)
  records.get(b)?.set('parentId', a)
  records.set('shape:bad', new Y.Map<unknown>([['id', 7]]))
  expect(readBoard(doc).items.size).toBe(0)
})
