// Turns plans and drafts into the first update of each of the demo's documents.
import * as Y from 'yjs'
import { type BoardPlan, layOut } from '#server/features/demo/boardLayout.ts'
import { createDraft, type NewDraft } from '#shared/draft/draftModel.ts'
import { noteText, putRecord, seedBoard } from '#shared/whiteboard/boardModel.ts'

/** One update, V1 encoding, that makes the whole document. */
function encoded(fill: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => fill(doc))
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

export const whiteboardUpdate = (plan: BoardPlan): Uint8Array =>
  encoded((doc) => {
    seedBoard(doc)
    const { records, texts } = layOut(plan)
    for (const record of records) putRecord(doc, record)
    for (const [id, words] of texts) noteText(doc, id)?.insert(0, words)
  })

/** An empty space gives an update that makes nothing but the document. */
export const draftsUpdate = (drafts: readonly NewDraft[]): Uint8Array =>
  encoded((doc) => {
    for (const draft of drafts) createDraft(doc, draft)
  })
