// Gate G5 for whiteboards: what a record may be. The server refuses what is at fault; a browser draws it nowhere.
import * as Y from 'yjs'
import { type Census, cameBack, censusOf, onceExisted } from '#shared/whiteboard/boardCensus.ts'
import { type BoardRecord, recordsOf, unflatten } from '#shared/whiteboard/boardModel.ts'
import { boardSchema, largestSide } from '#shared/whiteboard/boardSchema.ts'
import { type Bounds, first, isForbiddenKey, jsonFault } from '#shared/whiteboard/jsonRules.ts'
import { longestNote } from '#shared/whiteboard/noteWords.ts'
import { deepestNesting } from '#shared/whiteboard/pageGeometry.ts'
import { richTextFault } from '#shared/whiteboard/richTextRules.ts'

/** Numbers in brackets are those of the rules in SECURITY 2.6. */
export const boardLimits = {
  /** |x|, |y| and every other measure, in page units. [2] */
  farthest: 1_000_000,
  /** Letters of a fractional index. [4] */
  indexLetters: 64,
  /** Letters of all texts of one shape. [7] */
  letters: 20_000,
  /** Bytes of `meta` as JSON, counted as letters. [9] */
  metaLetters: 4_096,
  /** [17] */
  pointsOfStroke: 10_000,
  shapes: 4_000,
  pages: 40,
  /** Arrows' bindings and images together. */
  others: 10_000,
  /** Two people may fill the last letters of a note at once: neither is refused for it. */
  noteLetters: longestNote + 200,
} as const

const recordTypes: Readonly<Record<string, string>> = {
  document: 'document',
  page: 'page',
  shape: 'shape',
  binding: 'binding',
  asset: 'asset',
}
const idPattern = /^(document|page|shape|binding|asset):[\w-]{1,80}$/u
const sessionScope = /^(instance|instance_page_state|instance_presence|camera|pointer)(:|$)/u
/** [14] [15]: files of this server only. */
const assetSource = /^\/assets\/[0-9A-Za-z][0-9A-Za-z-]{7,63}$/u
/** [16] */
const imageTypes = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif'])

const metaBounds: Bounds = { depth: 6, values: 500, largestNumber: 1e15, letters: boardLimits.metaLetters }
/** A stroke of 10,000 points has 40,000 values. */
const valueBounds: Bounds = {
  depth: 64,
  values: 60_000,
  largestNumber: boardLimits.farthest,
  letters: boardLimits.letters,
}

/**
 * What is wrong with one record by itself, as a short code; undefined when it may be drawn. Never throws.
 * Its parents and the board's counts are looked at by `checkRecords`.
 */
export function recordFault(id: string, map: unknown): string | undefined {
  try {
    return formFault(id, map) ?? schemaFault(id, map)
  } catch {
    return 'schema' // tldraw's validators throw; very deep values end them by stack overflow
  }
}

function formFault(id: string, map: unknown): string | undefined {
  if (sessionScope.test(id)) return 'session-record'
  if (!idPattern.test(id)) return 'record-id'
  if (!(map instanceof Y.Map)) return 'not-a-record'
  if (map.get('id') !== id) return 'key-is-not-id' // [1]
  if (map.get('typeName') !== recordTypes[id.slice(0, id.indexOf(':'))]) return 'record-type'
  const isNote = map.get('typeName') === 'shape' && map.get('type') === 'note'
  if (isNote && !(map.get('text') instanceof Y.Text)) return 'note-words'
  return first(map.entries(), ([key, value]) => {
    if (isForbiddenKey(key) || isForbiddenKey(key.replace(/^props\./u, '')) || key.length > 64)
      return 'forbidden-key'
    if (key === 'x' || key === 'y' || key === 'props') return 'not-flat'
    if (key === 'text') return isNote ? wordsFault(value) : 'unknown-key'
    if (value instanceof Y.AbstractType) return 'nested-type'
    if (key === 'xy') return placeFault(value)
    if (key === 'meta') return jsonFault(value, metaBounds) && `meta-${jsonFault(value, metaBounds)}` // [9] [10]
    if (key === 'props.fileSize') return jsonFault(value, { ...valueBounds, largestNumber: 1e10 })
    return jsonFault(value, valueBounds)
  })
}

/** A note's words: letters only, no formats, nothing embedded. */
function wordsFault(text: unknown): string | undefined {
  if (!(text instanceof Y.Text) || text.length > boardLimits.noteLetters) return 'note-words'
  const plain = (text.toDelta() as { insert?: unknown; attributes?: unknown }[]).every(
    ({ insert, attributes }) => typeof insert === 'string' && attributes === undefined,
  )
  return plain ? undefined : 'note-words'
}

function placeFault(xy: unknown): string | undefined {
  const isPlace =
    Array.isArray(xy) && xy.length === 2 && xy.every((n) => typeof n === 'number' && Number.isFinite(n))
  if (!isPlace) return 'place'
  return xy.some((n: number) => Math.abs(n) > boardLimits.farthest) ? 'too-far' : undefined // [2]
}

function schemaFault(id: string, map: unknown): string | undefined {
  const record = unflatten(map)
  if (!record) return 'not-a-record'
  const type = boardSchema.types[record.typeName as 'shape'] // one of recordTypes, checked above
  type.validate(record)
  const index = record['index']
  if (typeof index === 'string' && index.length > boardLimits.indexLetters) return 'index-too-long' // [4]
  switch (record.typeName) {
    case 'document':
      return id === 'document:document' ? undefined : 'second-document'
    case 'asset':
      return assetFault(record)
    case 'shape':
      return shapeFault(record)
    case 'binding':
      return record['fromId'] === record['toId'] ? 'binding-to-itself' : undefined
    default:
      return undefined
  }
}

const propsOf = (record: BoardRecord): Record<string, unknown> =>
  (record['props'] ?? {}) as Record<string, unknown> // validated by the schema

function assetFault(record: BoardRecord): string | undefined {
  const { src, mimeType } = propsOf(record)
  if (record['type'] !== 'image') return 'asset-type' // [11] [12] [13]: neither bookmarks nor videos
  if (typeof src !== 'string' || !assetSource.test(src)) return 'asset-source' // [14] [15]
  return typeof mimeType === 'string' && imageTypes.has(mimeType) ? undefined : 'asset-mime' // [16]
}

function shapeFault(record: BoardRecord): string | undefined {
  const props = propsOf(record)
  const sides = ['w', 'h', 'growY', 'scale'].map((key) => props[key])
  if (sides.some((n) => typeof n === 'number' && Math.abs(n) > largestSide)) return 'too-large' // [3]
  if (
    JSON.stringify(Object.values(props).filter((v) => typeof v === 'string')).length >
    boardLimits.letters + 1_000
  )
    return 'too-much-text' // [7]
  if (props['richText'] !== undefined) return richTextFault(props['richText'])
  if (record['type'] === 'draw' || record['type'] === 'highlight') return strokeFault(props['segments'])
  if (record['type'] === 'line')
    return Object.keys(props['points'] ?? {}).length > 1_000 ? 'too-many-points' : undefined
  return undefined
}

function strokeFault(segments: unknown): string | undefined {
  if (!Array.isArray(segments)) return 'schema'
  let points = 0
  for (const segment of segments as { points: unknown[] }[]) points += 1 + segment.points.length // validated by the schema
  return points > boardLimits.pointsOfStroke ? 'too-many-points' : undefined // [17]
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
