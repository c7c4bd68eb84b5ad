// Undo of one's own acts on a whiteboard, shared by the canvas and the list: shapes and words alike.
import * as Y from 'yjs'
import { recordsOf } from '#shared/whiteboard/boardModel.ts'

/** The origin of everything that the person at this device does to a whiteboard; only this is undone. */
export const ownAct = { own: 'whiteboard' } as const

const managers = new WeakMap<Y.Doc, Y.UndoManager>()

/**
 * One history per open document. Steps end where `stopCapturing` is called (at the beginning of each gesture or
 * command), never by the clock: a slow drag is one step.
 */
export function boardUndo(doc: Y.Doc): Y.UndoManager {
  const known = managers.get(doc)
  if (known) return known
  const made = new Y.UndoManager(recordsOf(doc), {
    trackedOrigins: new Set([ownAct]),
    captureTimeout: 3_600_000,
  })
  managers.set(doc, made)
  doc.on('destroy', () => managers.delete(doc))
  return made
}

/** Runs one act of this person as one undoable step. */
export function act<T>(doc: Y.Doc, change: () => T): T {
  const undo = boardUndo(doc)
  undo.stopCapturing()
  const result = doc.transact(change, ownAct)
  undo.stopCapturing()
  return result
}
