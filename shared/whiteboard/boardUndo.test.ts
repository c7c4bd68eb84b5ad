// What is locked leaves the history of one's own acts; the rest of it stays in its order.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { noteText, recordsOf, seedBoard } from '#shared/whiteboard/boardModel.ts'
import { act, boardUndo, forgetSteps, ownAct } from '#shared/whiteboard/boardUndo.ts'
import { addNote } from '#shared/whiteboard/commands.ts'

test('steps that touch a locked record are forgotten, whichever way: made, written in, moved, undone', () => {
  const doc = new Y.Doc()
  seedBoard(doc)
  const undo = boardUndo(doc)
  const [locked, free] = [act(doc, () => addNote(doc, {}, ownAct)), act(doc, () => addNote(doc, {}, ownAct))]
  act(doc, () => noteText(doc, locked)?.insert(0, 'verrou'))
  act(doc, () => noteText(doc, free)?.insert(0, 'libre'))
  act(doc, () => recordsOf(doc).get(locked)?.set('xy', [1, 2]))
  act(doc, () => noteText(doc, locked)?.delete(0, 3))
  undo.undo()
  const before = JSON.stringify(recordsOf(doc).get(locked))
  expect([undo.undoStack.length, undo.redoStack.length]).toEqual([5, 1])
  let told = 0
  undo.on('stack-cleared', () => {
    told += 1
  })
  forgetSteps(doc, (id) => id === locked)
  forgetSteps(doc, (id) => id === locked)
  expect([undo.undoStack.length, undo.redoStack.length, told]).toEqual([2, 0, 1])
  undo.undo()
  expect(noteText(doc, free)?.toString()).toBe('')
  undo.undo()
  expect(recordsOf(doc).has(free)).toBe(false)
  expect(undo.undo()).toBeNull()
  expect(JSON.stringify(recordsOf(doc).get(locked))).toBe(before)
})
