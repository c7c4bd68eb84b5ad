// Revealed notes on a real whiteboard document: laid out, over nothing, once.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { placeNotes } from '#shared/notes/placeNotes.ts'
import type { Placement } from '#shared/notes/revealNotes.ts'
import { noteSize, noteText, recordsOf, seedBoard } from '#shared/whiteboard/boardModel.ts'
import { addFrame, addNote } from '#shared/whiteboard/commands.ts'
import { noteLayout } from '#shared/whiteboard/noteLayout.ts'
import { type Box, boxOf, overlaps } from '#shared/whiteboard/pageGeometry.ts'
import { isShape, readRecords } from '#shared/whiteboard/place.ts'
import { checkRecords } from '#shared/whiteboard/recordRules.ts'
import { deleteRecords } from '#shared/whiteboard/removal.ts'

const board = (): Y.Doc => {
  const doc = new Y.Doc()
  seedBoard(doc)
  return doc
}
const placement = (texts: readonly string[], more: Partial<Placement> = {}): Placement => ({
  frameId: null,
  newFrame: { id: 'shape:step', name: 'Qu’est-ce qui nous freine ?' },
  colour: 'pink',
  notes: texts.map((text, i) => ({ id: `shape:made-${i}`, text, author: '' })),
  ...more,
})
const place = (doc: Y.Doc, wanted: Placement): void => doc.transact(() => placeNotes(doc, wanted))
const idsOf = (doc: Y.Doc): string[] => [...recordsOf(doc).keys()]
const drawn = (doc: Y.Doc, id: string): Box => {
  const box = boxOf(readRecords(doc), id)
  if (!box) throw new Error(`${id} has no box`)
  const text = noteText(doc, id)?.toString()
  return text === undefined
    ? box
    : { ...box, h: Math.max(box.h, noteLayout(text, { w: box.w, h: box.h }).height) }
}
const within = (outer: Box, box: Box): boolean =>
  box.x >= outer.x &&
  box.y >= outer.y &&
  box.x + box.w <= outer.x + outer.w &&
  box.y + box.h <= outer.y + outer.h

function expectOrderly(doc: Y.Doc): void {
  const notes = idsOf(doc).filter((id) => isShape(readRecords(doc).get(id), 'note'))
  const boxes = notes.map((id) => drawn(doc, id))
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1))
      expect(overlaps(a, b), `${JSON.stringify(a)} ${JSON.stringify(b)}`).toBe(false)
}

test('a new frame, named after the question, holds every note; the gate lets all of it stand', () => {
  const doc = board()
  addNote(doc, { text: 'déjà là' })
  const texts = [
    'court',
    'x'.repeat(280),
    'Une phrase de longueur moyenne, comme on en écrit souvent.',
    'quatre',
    'cinq',
  ]
  const before = new Set(idsOf(doc))
  place(doc, placement(texts))
  const made = idsOf(doc).filter((id) => !before.has(id))
  expect(checkRecords(doc, made, { server: true, names: [] })).toBeUndefined()
  expect(recordsOf(doc).get('shape:step')?.get('props.name')).toBe('Qu’est-ce qui nous freine ?')
  for (const [i, text] of texts.entries()) {
    expect(noteText(doc, `shape:made-${i}`)?.toString()).toBe(text)
    expect(recordsOf(doc).get(`shape:made-${i}`)?.get('props.colour')).toBe('pink')
    expect(recordsOf(doc).get(`shape:made-${i}`)?.get('parentId')).toBe('shape:step')
    expect(within(drawn(doc, 'shape:step'), drawn(doc, `shape:made-${i}`))).toBe(true)
  }
  expectOrderly(doc)
})

test('whatever stands there, notes overlap nothing, and stay in their frame', () => {
  const text = fc
    .string({ maxLength: 280, unit: fc.constantFrom('a', ' ', 'é', '\n', 'long') })
    .filter((s) => s.trim() !== '' && s.length <= 280)
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 25 }),
      fc.array(text, { maxLength: 6 }),
      fc.record({ w: fc.integer({ min: 60, max: 1200 }), h: fc.integer({ min: 60, max: 900 }) }),
      fc.boolean(),
      (texts, inside, size, hemmed) => {
        const doc = board()
        const frameId = addFrame(doc, { name: 'Cadre', ...size })
        for (const words of inside) addNote(doc, { frameId, text: words })
        const placedBefore = idsOf(doc).filter((id) => isShape(readRecords(doc).get(id), 'note'))
        const box = drawn(doc, frameId)
        // Neighbours at the right and below: the frame has nowhere to grow.
        if (hemmed) {
          addNote(doc, { near: { x: box.x + box.w + 30, y: box.y }, text: 'voisine' })
          addFrame(doc, { name: 'Dessous', w: 3000 })
        }
        const others = idsOf(doc).filter(
          (id) => id.startsWith('shape:') && id !== frameId && !placedBefore.includes(id),
        )
        const free = others.map((id) => drawn(doc, id))
        place(doc, placement(texts, { frameId }))
        const made = texts.map((_, i) => `shape:made-${i}`)
        const parents = new Set(made.map((id) => recordsOf(doc).get(id)?.get('parentId')))
        expect(parents.size).toBe(1)
        const home = drawn(doc, String([...parents][0]))
        for (const id of made) {
          expect(within(home, drawn(doc, id))).toBe(true)
          for (const other of [...made.filter((one) => one !== id), ...placedBefore])
            expect(overlaps(drawn(doc, id), drawn(doc, other))).toBe(false)
          for (const other of free) expect(overlaps(drawn(doc, id), other)).toBe(false)
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('gaps that others have left in a frame are taken before it grows', () => {
  const doc = board()
  const frameId = addFrame(doc, { name: 'Cadre', w: 640, h: 380 })
  addFrame(doc, { name: 'Dessous', w: 640 })
  for (const text of ['a', 'b', 'c', 'd']) addNote(doc, { frameId, text })
  const before = drawn(doc, frameId)
  place(doc, placement(['e', 'f'], { frameId }))
  expect(recordsOf(doc).get('shape:made-1')?.get('parentId')).toBe(frameId)
  expect(drawn(doc, frameId)).toEqual(before)
  expectOrderly(doc)
})

test('[N11] done again it changes nothing; what somebody took away stays away, also after the board was read again', () => {
  const doc = board()
  const wanted = placement(['un', 'deux', 'trois'])
  place(doc, wanted)
  deleteRecords(doc, ['shape:made-1'])
  const again = new Y.Doc()
  Y.applyUpdate(again, Y.encodeStateAsUpdate(doc))
  for (const one of [doc, again]) {
    const before = Y.encodeStateVector(one)
    place(one, wanted)
    expect(Y.encodeStateVector(one)).toEqual(before)
    expect(recordsOf(one).has('shape:made-1')).toBe(false)
  }
})

test('a step whose authors show their own: the second joins the first’s frame; a frame taken away is made anew', () => {
  const doc = board()
  place(doc, placement(['un', 'deux']))
  const second = [{ id: 'shape:b-0', text: 'trois', author: 'Ana' }]
  place(doc, placement([], { notes: second }))
  expect(recordsOf(doc).get('shape:b-0')?.get('parentId')).toBe('shape:step')
  expectOrderly(doc)
  deleteRecords(doc, ['shape:step'])
  place(doc, placement([], { notes: [{ id: 'shape:c-0', text: 'quatre', author: '' }] }))
  const parent = String(recordsOf(doc).get('shape:c-0')?.get('parentId'))
  expect(recordsOf(doc).get(parent)?.get('type')).toBe('frame')
})

test('a thousand notes land in one go, in reading order, over nothing', () => {
  const doc = board()
  const wanted = placement(Array.from({ length: 1000 }, (_, i) => `note ${i}`))
  place(doc, wanted)
  const records = readRecords(doc)
  const rows = wanted.notes.map(({ id }) => boxOf(records, id))
  for (const [i, box] of rows.entries()) {
    const next = rows[i + 1]
    if (box && next) expect(next.y > box.y || next.x >= box.x + noteSize.w).toBe(true)
  }
  expect(checkRecords(doc, idsOf(doc), { server: true, names: [] })).toBeUndefined()
})
