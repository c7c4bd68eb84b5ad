import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  draftShapeRecord,
  frameRecord,
  noteRecord,
  putRecord,
  seedBoard,
} from '#shared/whiteboard/boardModel.ts'
import { addNote } from '#shared/whiteboard/commands.ts'
import { readBoard } from '#shared/whiteboard/listView.ts'
import { checkRecords, watchBoard } from '#shared/whiteboard/recordRules.ts'
import { isSoundShape } from '#shared/whiteboard/soundRecord.ts'

const place = { x: 1, y: 2, index: 'a1' }
const note = noteRecord('shape:n', place)

test('what our own hands make is sound', () => {
  for (const record of [
    note,
    frameRecord('shape:f', place, { w: 10, h: 10, name: '' }),
    draftShapeRecord('shape:d', place, { spaceId: 's', draftId: 'd' }),
    { ...note, type: 'draw', props: { segments: [] } },
  ])
    expect(isSoundShape(record)).toBe(true)
})

test.each([
  { x: Number.NaN },
  { y: '1' },
  { x: 1_000_001 },
  { rotation: null },
  { opacity: 7 },
  { index: '' },
  { parentId: 'shape:n' },
  { type: 'video' },
  { props: { w: 0, h: 10 } },
  { props: { w: -1, h: 10 } },
  { props: { w: 10, h: 100_001 } },
])('%j is not', (spoilt) => expect(isSoundShape({ ...note, ...spoilt })).toBe(false))

test('a frame without area is not offered: a note added beside it is accepted', () => {
  const doc = new Y.Doc()
  seedBoard(doc)
  putRecord(doc, frameRecord('shape:bad', place, { w: 0, h: 10, name: 'Mauvais' }))
  putRecord(doc, { ...noteRecord('shape:within', place), parentId: 'shape:bad' })
  watchBoard(doc)
  const board = readBoard(doc)
  expect(board.sections.flatMap(({ frame }) => frame ?? [])).toEqual([])
  // What stands in it is not lost with it.
  expect([...board.items.keys()]).toEqual(['shape:within'])
  const touched = new Set<string>()
  doc.getMap('records').observeDeep((events) => {
    for (const event of events)
      for (const key of event.path.length > 0 ? [String(event.path[0])] : event.keys.keys()) touched.add(key)
  })
  addNote(doc, { text: 'Une note', author: 'Ana', frameId: 'shape:bad' })
  expect(touched.size).toBeGreaterThan(0)
  expect(checkRecords(doc, touched, { server: false, names: ['Ana'] })).toBeUndefined()
})
