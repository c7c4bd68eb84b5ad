// Makes a document of what the log kept, whatever stands in it: poison from before the gate's rules keeps nobody out.
import * as Y from 'yjs'
import { shallowRow } from '#server/live/shallowRow.ts'
import { dropTooDeep } from '#server/live/tooDeep.ts'
import type { DocumentLog, KeptDocument } from '#server/ports/documentLog.ts'

export interface ReadKept {
  readonly doc: Y.Doc
  /** Values that were too deep to be served. */
  readonly dropped: number
  /** Set when the snapshot could not be read and the whole log was taken instead. */
  readonly snapshotError: unknown
}

/** A snapshot is only a cache: one that cannot be decoded is passed over. The log's rows are never rewritten. */
export async function readKept(log: Pick<DocumentLog, 'history'>, kept: KeptDocument): Promise<ReadKept> {
  const doc = new Y.Doc()
  try {
    if (kept.snapshot) Y.applyUpdateV2(doc, kept.snapshot.state)
  } catch (snapshotError) {
    doc.destroy()
    const updates: Uint8Array[] = []
    for await (const row of log.history(kept.name)) if (row.seq <= kept.headSeq) updates.push(row.update)
    const whole = new Y.Doc()
    return { doc: whole, dropped: applyRows(whole, updates), snapshotError }
  }
  const dropped = applyRows(
    doc,
    kept.rows.map(({ update }) => update),
  )
  return { doc, dropped, snapshotError: undefined }
}

function applyRows(doc: Y.Doc, updates: readonly Uint8Array[]): number {
  let dropped = 0
  doc.transact(() => {
    for (const update of updates) {
      const row = shallowRow(update)
      dropped += row.dropped
      Y.applyUpdate(doc, row.update)
    }
  })
  return dropped + dropTooDeep(doc)
}
