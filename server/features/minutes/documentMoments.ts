// Looks at a document as it stood at some moments of the past, by reading its log once.
import { setImmediate as nextTurn } from 'node:timers/promises'
import * as Y from 'yjs'
import { shallowRow } from '#server/live/shallowRow.ts'
import type { DocumentLog } from '#server/ports/documentLog.ts'

/** Rows read in one turn of the event loop: about 10 ms, so that typing elsewhere is not held up. */
const rowsPerTurn = 200

/** `moments` ascend, in milliseconds since 1970; what was kept at a moment itself counts to the time after it. */
export async function lookAtMoments<T>(
  log: Pick<DocumentLog, 'history'>,
  name: string,
  { moments, look }: { readonly moments: readonly number[]; readonly look: (doc: Y.Doc) => T },
): Promise<T[]> {
  const doc = new Y.Doc()
  // Its roots get their kinds before anything is applied.
  look(doc)
  const seen: T[] = []
  let read = 0
  for await (const row of log.history(name)) {
    while (seen.length < moments.length && row.at >= (moments[seen.length] ?? 0)) seen.push(look(doc))
    if (seen.length === moments.length) break
    Y.applyUpdate(doc, shallowRow(row.update).update)
    read += 1
    if (read % rowsPerTurn === 0) await nextTurn()
  }
  while (seen.length < moments.length) seen.push(look(doc))
  doc.destroy()
  return seen
}
