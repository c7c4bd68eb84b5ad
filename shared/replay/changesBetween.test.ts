// What is said to have changed between two instants is what did.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createDraft, type DraftMap, draftsOf } from '#shared/draft/draftModel.ts'
import { changesBetween } from '#shared/replay/changesBetween.ts'
import { encodeFrame } from '#shared/replay/replayFrame.ts'
import { frameNameOf, notesOf, type RoomInstant, readInstant } from '#shared/replay/roomInstant.ts'
import {
  frameRecord,
  noteRecord,
  noteText,
  putRecord,
  recordsOf,
  seedBoard,
} from '#shared/whiteboard/boardModel.ts'

const board = new Y.Doc()
const drafts = new Y.Doc()
const now = (at: number): RoomInstant =>
  readInstant(
    at,
    encodeFrame([
      { name: 'whiteboard/r', seq: 1, update: Y.encodeStateAsUpdateV2(board) },
      { name: 'drafts/s', seq: 1, update: Y.encodeStateAsUpdateV2(drafts) },
    ]),
  )
const note = (id: string, words: string, parentId?: string): void => {
  putRecord(board, noteRecord(id, { x: 10, y: 10, index: 'a1', ...(parentId ? { parentId } : {}) }))
  noteText(board, id)?.insert(0, words)
}

test('texts and notes begun, changed, moved and gone, and nothing where nothing happened', () => {
  seedBoard(board)
  putRecord(board, frameRecord('shape:f', { x: 0, y: 0, index: 'a1' }, { w: 600, h: 600, name: 'Constats' }))
  for (const id of ['a', 'b', 'c']) note(`shape:${id}`, `note ${id}`)
  for (const id of ['d1', 'd2', 'd3']) createDraft(drafts, { id, title: `Texte ${id}` })
  const before = now(1)
  expect(changesBetween(before, now(2))).toEqual([])
  const map = (id: string): DraftMap => draftsOf(drafts).get(id) as DraftMap
  ;(map('d1').get('title') as Y.Text).insert(0, 'Mon ')
  map('d1').set('status', 'ready')
  map('d2').set('deletedAt', 5)
  createDraft(drafts, { id: 'd4', title: 'Nouveau' })
  noteText(board, 'shape:a')?.insert(0, 'Ma ')
  recordsOf(board).get('shape:b')?.set('parentId', 'shape:f')
  recordsOf(board).delete('shape:c')
  note('shape:e', 'neuve')
  const after = now(3)
  expect([...changesBetween(before, after)].sort((x, y) => (x.id < y.id ? -1 : 1))).toEqual([
    { kind: 'draft-changed', id: 's/d1', title: 'Mon Texte d1', parts: ['title', 'fields'] },
    { kind: 'draft-gone', id: 's/d2', title: 'Texte d2' },
    { kind: 'draft-begun', id: 's/d4', title: 'Nouveau' },
    { kind: 'note-changed', id: 'shape:a', words: 'Ma note a' },
    { kind: 'note-moved', id: 'shape:b', words: 'note b', frame: 'Constats' },
    { kind: 'note-gone', id: 'shape:c', words: 'note c' },
    { kind: 'note-new', id: 'shape:e', words: 'neuve' },
  ])
  expect(notesOf(after).map((one) => frameNameOf(after, one))).toContain('Constats')
})

test('bytes that are no frame of ours are refused', () => {
  expect(() => readInstant(0, new Uint8Array([9, 1, 2]))).toThrow()
})
