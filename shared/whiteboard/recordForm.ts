// What a record of a whiteboard may be apart from tldraw's own schema: plain, within bounds, without a link or a file that is none. No tldraw in here.
import * as Y from 'yjs'
import type { BoardRecord } from '#shared/whiteboard/boardModel.ts'
import { type Bounds, first, isForbiddenKey, jsonFault } from '#shared/whiteboard/jsonRules.ts'
import { longestNote } from '#shared/whiteboard/noteWords.ts'
import { richTextFault } from '#shared/whiteboard/richTextRules.ts'

/** The largest width or height of a shape, in page units. [3] */
export const largestSide = 100_000

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

/** The first look at a record, as it stands in the document; what passes is plain JSON within bounds. Never throws. */
export function formFault(id: string, map: unknown): string | undefined {
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

/** What a record that has the right keys and types may still not say. Throws on one that was not looked at before. */
export function contentFault(record: BoardRecord): string | undefined {
  const index = record['index']
  if (typeof index === 'string' && index.length > boardLimits.indexLetters) return 'index-too-long' // [4]
  switch (record.typeName) {
    case 'document':
      return record.id === 'document:document' ? undefined : 'second-document'
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
