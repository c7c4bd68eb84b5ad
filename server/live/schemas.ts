// Which schema guards which kind of document.
import type * as Y from 'yjs'
import type { DocumentSchema } from '#server/live/documents.ts'
import type { DocumentKind } from '#shared/contract/documentName.ts'
import { draftsRoot } from '#shared/draft/draftModel.ts'
import { checkTouchedDrafts } from '#shared/draft/draftRules.ts'
import { isOfMinutes, minutesRoot } from '#shared/minutes/minutesModel.ts'
import { checkTouchedMinutes } from '#shared/minutes/minutesRules.ts'
import { lackingRecords, mendBoard } from '#shared/whiteboard/boardMend.ts'
import { recordsOf, recordsRoot } from '#shared/whiteboard/boardModel.ts'
import { checkRecords, watchBoard } from '#shared/whiteboard/recordRules.ts'

export const documentSchemas: Readonly<Record<DocumentKind, DocumentSchema>> = {
  whiteboard: {
    roots: new Set([recordsRoot]),
    prepare: watchBoard,
    mend: { lacking: (doc) => lackingRecords(doc).map(({ id }) => id), put: mendBoard },
    check: (transaction, by) => checkRecords(transaction.doc, touchedRecords(transaction), by),
  },
  drafts: {
    roots: new Set([draftsRoot, minutesRoot]),
    check: (transaction, by) =>
      checkTouchedDrafts(transaction, isOfMinutes) ?? checkTouchedMinutes(transaction, by),
  },
}

/** Keys of the records root under which a transaction changed something, at whatever depth. */
function touchedRecords(transaction: Y.Transaction): Set<string> {
  const root: unknown = recordsOf(transaction.doc)
  const touched = new Set<string>()
  for (const [type, keys] of transaction.changed) {
    if ((type as unknown) === root) for (const key of keys) touched.add(key ?? '')
    for (let item = type._item; item; item = (item.parent as Y.AbstractType<unknown>)._item) {
      if (item.parent === root) touched.add(item.parentSub ?? '')
    }
  }
  return touched
}
