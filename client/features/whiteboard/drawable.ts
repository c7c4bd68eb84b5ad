// Which records of a whiteboard may be drawn: a poisoned one is skipped and named, and never keeps a board from opening.
import type * as Y from 'yjs'
import { withWords } from '#client/features/whiteboard/recordDiff.ts'
import { type BoardRecord, noteText, recordsOf, unflatten } from '#shared/whiteboard/boardModel.ts'
import { deepestNesting } from '#shared/whiteboard/pageGeometry.ts'
import { recordFault } from '#shared/whiteboard/recordRules.ts'

export type Drawable =
  | { readonly kind: 'record'; readonly record: BoardRecord; readonly adopted: boolean }
  /** Something it needs is not there (yet): not drawn, not at fault. */
  | { readonly kind: 'waits' }
  | { readonly kind: 'fault'; readonly code: string }
  | { readonly kind: 'gone' }

/** `recordFault`, which says what is wrong with a record by itself, or the same remembered. */
export type FaultOf = (id: string, map: unknown) => string | undefined

/** Looks at each record once, however many stand in it: for one pass over a document that does not change meanwhile. */
export function rememberedFaults(): FaultOf {
  const known = new Map<unknown, string | undefined>()
  return (id, map) => {
    if (!known.has(map)) known.set(map, recordFault(id, map))
    return known.get(map)
  }
}

/** Reads one record for drawing. `homeId` is the page that takes in what lost its frame or page. */
export function drawableRecord(
  doc: Y.Doc,
  id: string,
  homeId: string,
  faultOf: FaultOf = recordFault,
): Drawable {
  const map = recordsOf(doc).get(id)
  if (map === undefined) return { kind: 'gone' }
  const fault = faultOf(id, map)
  if (fault) return { kind: 'fault', code: fault }
  const record = unflatten(map)
  if (!record) return { kind: 'fault', code: 'not-a-record' }
  if (record.typeName === 'binding')
    return [record['fromId'], record['toId']].every((end) => recordsOf(doc).has(String(end)))
      ? { kind: 'record', record, adopted: false }
      : { kind: 'waits' }
  if (record.typeName !== 'shape') return { kind: 'record', record, adopted: false }
  const seated = seatedOn(doc, record, homeId, faultOf)
  if (!seated) return { kind: 'fault', code: 'parent-ring' }
  const words = noteText(doc, id)
  return {
    kind: 'record',
    record: words ? withWords(seated.record, words.toString()) : seated.record,
    adopted: seated.adopted,
  }
}

/** The record with a parent that can be drawn; undefined when its parents form a ring or are too deep. */
function seatedOn(
  doc: Y.Doc,
  record: BoardRecord,
  homeId: string,
  faultOf: FaultOf,
): { record: BoardRecord; adopted: boolean } | undefined {
  const records = recordsOf(doc)
  let parentId = String(record['parentId'])
  for (let depth = 0; depth <= deepestNesting + 1; depth++) {
    const parent = records.get(parentId)
    if (!parent || faultOf(parentId, parent)) {
      const orphan = parentId === record['parentId']
      return { record: orphan ? { ...record, parentId: homeId } : record, adopted: orphan }
    }
    if (parentId.startsWith('page:')) return { record, adopted: false }
    if (parentId === record.id) return undefined
    parentId = String(parent.get('parentId'))
  }
  return undefined
}

/** The first page, which every whiteboard has from its beginning; undefined while the document is not there yet. */
export function homePage(doc: Y.Doc): string | undefined {
  const pages: { id: string; index: string }[] = []
  for (const [id, map] of recordsOf(doc))
    if (id.startsWith('page:') && !recordFault(id, map)) pages.push({ id, index: String(map.get('index')) })
  return pages.sort((a, b) => (a.index < b.index ? -1 : 1))[0]?.id
}
