// Which schema guards which kind of document.
import type * as Y from 'yjs'
import type { DocumentSchema } from '#server/live/documents.ts'
import type { DocumentKind } from '#shared/contract/documentName.ts'
import { draftsRoot, type SharedType } from '#shared/draft/draftModel.ts'
import { allowSources } from '#shared/draft/draftNodeRules.ts'
import { checkTouchedDrafts } from '#shared/draft/draftRules.ts'
import { touchesMergedInto } from '#shared/draft/markMerged.ts'
import { checkTouchedMerges, isOfMerges, mergesRoot, wasCopied } from '#shared/merge/mergesInDocument.ts'
import { isOfMinutes, minutesRoot } from '#shared/minutes/minutesModel.ts'
import { checkTouchedMinutes } from '#shared/minutes/minutesRules.ts'
import { checkTouchedRemarks, isOfRemarks, remarksRoot } from '#shared/remark/acceptSuggestion.ts'
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
    roots: new Set([draftsRoot, minutesRoot, mergesRoot, remarksRoot]),
    check: (transaction, by) => {
      const fault = checkTouchedMerges(transaction, by.server) ?? checkTouchedRemarks(transaction, by.server)
      if (fault) return fault
      if (!by.server && touchesMergedInto(transaction)) return 'merged-into'
      allowSources(transaction, (ref) => wasCopied(transaction.doc, ref))
      const isElsewhere = (type: SharedType): boolean =>
        isOfMinutes(type) || isOfMerges(type) || isOfRemarks(type)
      return checkTouchedDrafts(transaction, isElsewhere) ?? checkTouchedMinutes(transaction, by)
    },
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
