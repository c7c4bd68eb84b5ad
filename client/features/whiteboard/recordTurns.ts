// Counts the changes of a whiteboard's records, so that what was read once is not read again while nothing changed.
import type * as Y from 'yjs'
import { recordsOf } from '#shared/whiteboard/boardModel.ts'

const turns = new WeakMap<Y.Doc, { count: number }>()

/** How often the records of a document have changed since this was first asked. */
export function turnOf(doc: Y.Doc): number {
  const known = turns.get(doc)
  if (known) return known.count
  const turn = { count: 0 }
  turns.set(doc, turn)
  recordsOf(doc).observeDeep(() => {
    turn.count += 1
  })
  return turn.count
}
