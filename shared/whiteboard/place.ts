// Free room on a whiteboard: where a new note or card can stand without covering anything.
import { generateKeyBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import {
  type BoardRecord,
  cardSize,
  draftShapeRecord,
  firstPageId,
  putRecord,
  recordsOf,
  shapeId,
} from '#shared/whiteboard/boardModel.ts'
import {
  type Box,
  boxOf,
  inReadingOrder,
  overlaps,
  type Point,
  type Records,
} from '#shared/whiteboard/pageGeometry.ts'
import { soundRecord } from '#shared/whiteboard/soundRecord.ts'

/** Space left between shapes that we place, in page units. */
export const gap = 24

/**
 * Every record that the board draws; a poisoned one is left out here as there. What stood in a frame or on a page that somebody deleted
 * meanwhile is read as standing on the first page: words are never hidden by an unlucky moment.
 */
export function readRecords(doc: Y.Doc): Map<string, BoardRecord> {
  const read = new Map<string, BoardRecord>()
  for (const [id, map] of recordsOf(doc)) {
    const record = soundRecord(id, map)
    if (record) read.set(id, record)
  }
  const home = pagesOf(read)[0]?.id
  if (home === undefined) return read
  for (const record of read.values())
    if (isShape(record) && !read.has(String(record['parentId'])))
      read.set(record.id, { ...record, parentId: home })
  return read
}

/** The pages in their order. */
export const pagesOf = (records: Records): BoardRecord[] =>
  [...records.values()]
    .filter(({ typeName }) => typeName === 'page')
    .sort((a, b) => (String(a['index']) < String(b['index']) ? -1 : 1))

/** The page that the list and the commands write on when none is named. */
export const mainPageId = (records: Records): string => pagesOf(records)[0]?.id ?? firstPageId

export const isShape = (record: BoardRecord | undefined, type?: string): record is BoardRecord =>
  record?.typeName === 'shape' && (type === undefined || record['type'] === type)

export const childrenOf = (records: Records, parentId: string): BoardRecord[] =>
  [...records.values()].filter((record) => record['parentId'] === parentId)

/** Index keys longer than this are refused by the gate (64); we start over well before. */
const longestIndex = 48

/**
 * A fractional index above every sibling. A little chance is added, so that two people who add something at the same
 * moment do not get the same index.
 */
export function indexAbove(records: Records, parentId: string): string {
  const keys = childrenOf(records, parentId).map((record) => String(record['index']))
  const top = keys
    .filter((key) => key.length <= longestIndex)
    .sort()
    .at(-1)
  try {
    let low = generateKeyBetween(top ?? null, null)
    let high = generateKeyBetween(low, null)
    const chance = crypto.getRandomValues(new Uint8Array(1))[0] ?? 0
    for (let bit = 0; bit < 8; bit++) {
      const middle = generateKeyBetween(low, high)
      if ((chance >> bit) & 1) low = middle
      else high = middle
    }
    return generateKeyBetween(low, high)
  } catch {
    return 'a1' // a key that is not one of ours: siblings with the same key are ordered by id
  }
}

/** What stands in the way on a page: everything with a size but frames, whose inside is free. */
export function obstacles(records: Records, pageId: string): Box[] {
  const boxes: Box[] = []
  for (const record of records.values()) {
    if (!isShape(record) || record['type'] === 'frame') continue
    const box = boxOf(records, record.id)
    if (box && pageOf(records, record.id) === pageId) boxes.push(box)
  }
  return boxes
}

function pageOf(records: Records, id: string): string | undefined {
  let at = records.get(id)
  for (let depth = 0; at && at.typeName === 'shape' && depth <= 17; depth++)
    at = records.get(String(at['parentId']))
  return at?.typeName === 'page' ? at.id : undefined
}

export const framesOn = (records: Records, pageId: string): Box[] =>
  [...records.values()].flatMap((record) => {
    const box =
      isShape(record, 'frame') && pageOf(records, record.id) === pageId
        ? boxOf(records, record.id)
        : undefined
    return box ? [box] : []
  })

/** The free place nearest to a point, tried in growing rings; when all rings are full, below everything. */
export function freePlace(taken: readonly Box[], size: { w: number; h: number }, near: Point): Point {
  const [stepX, stepY] = [(size.w + gap) / 2, (size.h + gap) / 2]
  for (let ring = 0; ring <= 24; ring++) {
    for (const [column, row] of ringCells(ring)) {
      const at = { x: near.x + column * stepX, y: near.y + row * stepY }
      if (!taken.some((box) => overlaps({ ...at, ...size }, box, gap / 2))) return at
    }
  }
  return { x: near.x, y: Math.max(...taken.map(({ y, h }) => y + h)) + gap }
}

/** The cells of a square ring: right and below first, as one writes. */
function ringCells(ring: number): (readonly [number, number])[] {
  if (ring === 0) return [[0, 0]]
  const cells: [number, number][] = []
  for (let i = -ring; i <= ring; i++) cells.push([ring, i], [i, ring], [-ring, i], [i, -ring])
  return cells.sort(([ax, ay], [bx, by]) => Math.hypot(ax, ay) - Math.hypot(bx, by) || bx + by - (ax + ay))
}

/** Cards of a draft on this whiteboard, by record id: none, one or several. */
export const cardsOfDraft = (records: Records, spaceId: string, draftId: string): string[] =>
  [...records.values()]
    .filter((record) => {
      const props = record['props'] as Record<string, unknown> | undefined // a card's props; both values are compared
      return isShape(record, 'draft') && props?.['spaceId'] === spaceId && props['draftId'] === draftId
    })
    .map(({ id }) => id)

/** Cards in a row before the next row begins. */
const cardsInRow = 4

/** Where the next card goes: after the last one, in rows of four, or under everything when it is the first. */
function nextCardSpot(records: Records, pageId: string): Point {
  const boxes = [...obstacles(records, pageId), ...framesOn(records, pageId)]
  const cards = [...records.values()].flatMap((record) => {
    const box =
      isShape(record, 'draft') && record['parentId'] === pageId ? boxOf(records, record.id) : undefined
    return box ? [box] : []
  })
  const last = inReadingOrder(cards, (box) => box).at(-1)
  if (!last) {
    if (boxes.length === 0) return { x: 0, y: 0 }
    return {
      x: Math.min(...boxes.map(({ x }) => x)),
      y: Math.max(...boxes.map(({ y, h }) => y + h)) + 2 * gap,
    }
  }
  const row = cards.filter(({ y }) => Math.abs(y - last.y) < 75)
  if (row.length < cardsInRow) return { x: last.x + last.w + gap, y: last.y }
  return { x: Math.min(...row.map(({ x }) => x)), y: Math.max(...row.map(({ y, h }) => y + h)) + gap }
}

/**
 * Puts a card of a draft on the whiteboard where there is room; returns its record id. `at` is the wished place in
 * page units. Never moves or covers what is there; several cards of one draft may stand on a board.
 */
export function placeDraft(
  doc: Y.Doc,
  spaceId: string,
  draftId: string,
  wish: { readonly at?: Point; readonly pageId?: string; readonly origin?: unknown } = {},
): string {
  const records = readRecords(doc)
  const pageId = wish.pageId ?? mainPageId(records)
  const taken = [...obstacles(records, pageId), ...framesOn(records, pageId)]
  const at = freePlace(taken, cardSize, wish.at ?? nextCardSpot(records, pageId))
  const id = shapeId()
  const index = indexAbove(records, pageId)
  const record = draftShapeRecord(id, { ...at, parentId: pageId, index }, { spaceId, draftId })
  doc.transact(() => putRecord(doc, record), wish.origin ?? null)
  return id
}
