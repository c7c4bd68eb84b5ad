// What no whiteboard can be drawn without: the document's own record and a page. The server puts back what a board lacks.
import * as Y from 'yjs'
import { type BoardRecord, flatten, recordsOf, seedRecords } from '#shared/whiteboard/boardModel.ts'
import { recordFault } from '#shared/whiteboard/recordRules.ts'

/** The records that are missing, or at fault so that nobody draws them. Empty for a board that can be drawn. */
export function lackingRecords(doc: Y.Doc): readonly BoardRecord[] {
  const records = recordsOf(doc)
  const isSound = (id: string): boolean => recordFault(id, records.get(id)) === undefined
  const hasPage = [...records.keys()].some((id) => id.startsWith('page:') && isSound(id))
  return seedRecords.filter(({ id, typeName }) => (typeName === 'page' ? !hasPage : !isSound(id)))
}

/** Puts back what is lacking, whole: what stood there at fault is no record any more. */
export function mendBoard(doc: Y.Doc): void {
  for (const record of lackingRecords(doc)) recordsOf(doc).set(record.id, new Y.Map(flatten(record)))
}
