// Gate G5 for whiteboards: what a record may be. The server refuses what is at fault; a browser draws it nowhere.
import type * as Y from 'yjs'
import { type Census, cameBack, censusOf, onceExisted } from '#shared/whiteboard/boardCensus.ts'
import { recordsOf, unflatten } from '#shared/whiteboard/boardModel.ts'
import { boardSchema } from '#shared/whiteboard/boardSchema.ts'
import { first } from '#shared/whiteboard/jsonRules.ts'
import { deepestNesting } from '#shared/whiteboard/pageGeometry.ts'
import { boardLimits, contentFault, formFault } from '#shared/whiteboard/recordForm.ts'

/**
 * What is wrong with one record by itself, as a short code; undefined when it may be drawn. Never throws.
 * Its parents and the board's counts are looked at by `checkRecords`.
 */
export function recordFault(id: string, map: unknown): string | undefined {
  try {
    return formFault(id, map) ?? schemaFault(map)
  } catch {
    return 'schema' // tldraw's validators throw; very deep values end them by stack overflow
  }
}

function schemaFault(map: unknown): string | undefined {
  const record = unflatten(map)
  if (!record) return 'not-a-record'
  boardSchema.types[record.typeName as 'shape'].validate(record) // one of the record types, which `formFault` looked at
  return contentFault(record)
}

/** Who made the change: the server itself, or a participant with the names of the seats behind its device. */
export interface ChangedBy {
  readonly server: boolean
  readonly names: readonly string[]
}

/** Reads a document once, so that later checks only look at what was touched. Call it when a whiteboard is loaded. */
export function watchBoard(doc: Y.Doc): void {
  censusOf(doc)
}

/**
 * Gate G5: undefined when every touched record may stand as it is now, else a short code that names the rule.
 * Call it after applying an update, with the keys of the records root that it touched (added, changed or deleted).
 * Takes time in proportion to what was touched. After a refusal the document must be thrown away: what is remembered
 * of it goes with it. Never throws.
 */
export function checkRecords(doc: Y.Doc, touched: Iterable<string>, by: ChangedBy): string | undefined {
  const census = censusOf(doc)
  const ids = [...new Set(touched)]
  const records = recordsOf(doc)
  const authors = new Map(ids.map((id) => [id, census.authorOf(id)]))
  const before = new Map(ids.map((id) => [id, census.take(id)]))
  return (
    countFault(census) ??
    first(ids, (id) => {
      if (!records.has(id)) return id === 'document:document' ? 'document-deleted' : undefined
      const fault = recordFault(id, records.get(id))
      if (fault || !id.startsWith('shape:')) return fault ?? bindingFault(doc, id)
      const moved = before.get(id)?.parentId !== census.shapes.get(id)?.parentId
      return (
        (moved ? parentFault(doc, census, id) : undefined) ??
        holderFault(doc, census, id) ??
        authorFault(doc, id, authors.get(id), by)
      )
    })
  )
}

function countFault(census: Census): string | undefined {
  if (census.shapes.size > boardLimits.shapes) return 'too-many-shapes' // [17]
  if (census.pages.size > boardLimits.pages) return 'too-many-pages' // [17]
  if (census.others.size > boardLimits.others) return 'too-many-records'
  return census.pages.size === 0 ? 'last-page-deleted' : undefined
}

/** Both ends must be shapes; one that was deleted meanwhile by somebody else is nobody's fault. */
function bindingFault(doc: Y.Doc, id: string): string | undefined {
  const map = recordsOf(doc).get(id)
  if (!id.startsWith('binding:') || !map) return undefined
  const [from, to] = [String(map.get('fromId')), String(map.get('toId'))]
  if (!onceExisted(doc, from) || !onceExisted(doc, to)) return 'binding-end-missing'
  const typeOf = (end: string): unknown => recordsOf(doc).get(end)?.get('type') ?? null
  if (typeOf(from) !== null && typeOf(from) !== 'arrow') return 'binding-from'
  return typeOf(to) === 'arrow' ? 'binding-to' : undefined
}

/** [5] [6]: parents exist, are pages, frames or groups, make no ring, and are at most 16 deep, children included. */
function parentFault(doc: Y.Doc, census: Census, id: string): string | undefined {
  const records = recordsOf(doc)
  const seen = new Set([id])
  let parentId = census.shapes.get(id)?.parentId ?? ''
  while (!parentId.startsWith('page:')) {
    if (seen.has(parentId)) return 'parent-ring'
    seen.add(parentId)
    if (seen.size > deepestNesting) return 'too-deep'
    const parent = records.get(parentId)
    if (!parent) break
    if (!mayHold(parent.get('type'))) return 'parent-type'
    parentId = String(parent.get('parentId'))
  }
  if (!onceExisted(doc, parentId)) return 'parent-missing'
  return deeperThan(census, id, deepestNesting - seen.size) ? 'too-deep' : undefined
}

const mayHold = (type: unknown): boolean => type === 'frame' || type === 'group'

/** A frame does not become something that holds nothing while it holds something. */
const holderFault = (doc: Y.Doc, census: Census, id: string): string | undefined =>
  mayHold(recordsOf(doc).get(id)?.get('type')) || !census.children.get(id)?.size ? undefined : 'parent-type'

function deeperThan(census: Census, id: string, levels: number): boolean {
  let generation: string[] = [id]
  for (let level = 0; generation.length > 0; level++) {
    if (level > levels) return true
    generation = generation.flatMap((parent) => [...(census.children.get(parent) ?? [])])
  }
  return false
}

/** A new note bears nobody else's name. A note that was there keeps its author, also when a deletion is undone. */
function authorFault(doc: Y.Doc, id: string, known: string | undefined, by: ChangedBy): string | undefined {
  const author = recordsOf(doc).get(id)?.get('props.author')
  if (by.server || author === undefined || author === '' || author === known) return undefined
  if (typeof author === 'string' && by.names.includes(author)) return undefined
  return known === undefined && cameBack(doc, id) ? undefined : 'author'
}
