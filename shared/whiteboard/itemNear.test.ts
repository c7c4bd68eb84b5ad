import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { seedBoard } from '#shared/whiteboard/boardModel.ts'
import { addFrame, addNote } from '#shared/whiteboard/commands.ts'
import { itemNear } from '#shared/whiteboard/itemNear.ts'
import { readBoard } from '#shared/whiteboard/listView.ts'

test('what is under the hand, else what is nearest on that page, never a frame', () => {
  const doc = new Y.Doc()
  seedBoard(doc)
  const frameId = addFrame(doc, { name: 'Cadre' })
  const inside = addNote(doc, { frameId, text: 'dedans' })
  const far = addNote(doc, { near: { x: 3000, y: 0 }, text: 'loin' })
  const board = readBoard(doc)
  const box = board.items.get(inside)?.box
  const page = board.items.get(inside)?.pageId ?? ''
  if (!box) throw new Error('the note has a place')
  expect(itemNear(board, { page, x: box.x + 5, y: box.y + 5 })?.id).toBe(inside)
  expect(itemNear(board, { page, x: box.x - 400, y: box.y })?.id).toBe(inside)
  expect(itemNear(board, { page, x: 2900, y: 0 })?.id).toBe(far)
  expect(itemNear(board, { page: 'page:other', x: 0, y: 0 })).toBeUndefined()
})
