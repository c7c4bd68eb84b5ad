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

type Step = Y.UndoManager['undoStack'][number]

/** Takes out of the history what touches these records: what may not be changed cannot be undone either. */
export function forgetSteps(doc: Y.Doc, isHeld: (recordId: string) => boolean): void {
  const undo = managers.get(doc)
  if (!undo) return
  const stays = (step: Step): boolean => ![...recordsIn(doc, step)].some(isHeld)
  const before = undo.undoStack.length + undo.redoStack.length
  undo.undoStack = undo.undoStack.filter(stays)
  undo.redoStack = undo.redoStack.filter(stays)
  if (undo.undoStack.length + undo.redoStack.length < before)
    undo.emit('stack-cleared', [{ undoStackCleared: true, redoStackCleared: true }])
}

/** Ids of the records in which a step wrote or deleted something. */
function recordsIn(doc: Y.Doc, { insertions, deletions }: Step): Set<string> {
  const found = new Set<string>()
  for (const { clients } of [insertions, deletions])
    for (const [client, ranges] of clients)
      for (const struct of doc.store.clients.get(client) ?? [])
        if (
          ranges.some(
            ({ clock, len }) => struct.id.clock < clock + len && clock < struct.id.clock + struct.length,
          )
        )
          for (let item = struct instanceof Y.Item ? struct : null; item; ) {
            const parent = item.parent as Y.AbstractType<unknown> | null // an id only in structs that are not integrated
            if (parent && !parent._item && item.parentSub !== null) found.add(item.parentSub)
            item = parent?._item ?? null
          }
  return found
}
