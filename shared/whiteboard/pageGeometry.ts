// Where shapes are on their page, without tldraw: boxes in page units for reading order, free room and neighbours.
import type { BoardRecord } from '#shared/whiteboard/boardModel.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point {
  readonly w: number
  readonly h: number
}

export type Records = ReadonlyMap<string, BoardRecord>

/** Nesting that the gate allows; a longer chain (or a ring) is never followed further. */
export const deepestNesting = 16

export interface Spot extends Point {
  /** Radians, on the page. */
  readonly rotation: number
  readonly pageId: string
}

const numberOr = (value: unknown, fallback: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : fallback

const turn = ({ x, y }: Point, angle: number): Point =>
  angle === 0
    ? { x, y }
    : { x: x * Math.cos(angle) - y * Math.sin(angle), y: x * Math.sin(angle) + y * Math.cos(angle) }

/** Ids of a shape's parents, nearest first, the page last; undefined when the chain is broken, a ring or too deep. */
export function parentsOf(records: Records, id: string): readonly string[] | undefined {
  const chain: string[] = []
  let current = records.get(id)
  while (current && current.typeName === 'shape') {
    const parentId = current['parentId']
    if (typeof parentId !== 'string' || chain.length > deepestNesting) return undefined
    chain.push(parentId)
    current = records.get(parentId)
  }
  return current?.typeName === 'page' ? chain : undefined
}

/** A shape's top left corner on its page; undefined when its parents are broken. */
export function spotOf(records: Records, id: string): Spot | undefined {
  const parents = parentsOf(records, id)
  const record = records.get(id)
  if (!parents || !record) return undefined
  let at: Point = { x: numberOr(record['x'], 0), y: numberOr(record['y'], 0) }
  let rotation = numberOr(record['rotation'], 0)
  for (const parentId of parents.slice(0, -1)) {
    const parent = records.get(parentId)
    const angle = numberOr(parent?.['rotation'], 0)
    const turned = turn(at, angle)
    at = { x: turned.x + numberOr(parent?.['x'], 0), y: turned.y + numberOr(parent?.['y'], 0) }
    rotation += angle
  }
  return { ...at, rotation, pageId: parents.at(-1) ?? '' }
}

/** The place inside a parent that is at this point of the page: the opposite of `spotOf`. */
export function placeInside(records: Records, parentId: string, at: Point): Point {
  const parent = spotOf(records, parentId)
  return parent ? turn({ x: at.x - parent.x, y: at.y - parent.y }, -parent.rotation) : at
}

const props = (record: BoardRecord): Record<string, unknown> =>
  (record['props'] ?? {}) as Record<string, unknown> // a shape's props are a record; every value is checked where it is read

/** Plain words of tldraw's rich text, one line per paragraph. */
export function plainWords(richText: unknown): string {
  const lines: string[] = []
  const walk = (node: unknown, depth: number): string => {
    if (depth > 32 || typeof node !== 'object' || node === null) return ''
    const { type, text, content } = node as { type?: unknown; text?: unknown; content?: unknown } // read with care below
    if (typeof text === 'string') return text
    if (type === 'hardBreak') return '\n'
    const inner = Array.isArray(content) ? content.map((child) => walk(child, depth + 1)).join('') : ''
    if (type === 'paragraph' || type === 'heading') {
      lines.push(inner)
      return ''
    }
    return inner
  }
  walk(richText, 0)
  return lines.join('\n').trim()
}

const textSizes: Readonly<Record<string, number>> = { s: 18, m: 24, l: 36, xl: 44 }

function strokeBox(segments: unknown): Box | undefined {
  if (!Array.isArray(segments)) return undefined
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const segment of segments as { points?: unknown }[]) {
    for (const point of Array.isArray(segment?.points) ? (segment.points as Partial<Point>[]) : []) {
      const [x, y] = [numberOr(point?.x, 0), numberOr(point?.y, 0)]
      left = Math.min(left, x)
      top = Math.min(top, y)
      right = Math.max(right, x)
      bottom = Math.max(bottom, y)
    }
  }
  return left === Infinity ? undefined : { x: left, y: top, w: right - left, h: bottom - top }
}

/** A shape's own box, before turning; sizes of text are estimates, arrows and lines have none. */
function ownBox(record: BoardRecord): Box | undefined {
  const p = props(record)
  switch (record['type']) {
    case 'text': {
      const size = (textSizes[String(p['size'])] ?? 24) * numberOr(p['scale'], 1)
      const lines = plainWords(p['richText']).split('\n')
      const longest = Math.max(...lines.map((line) => line.length))
      const w = p['autoSize'] === false ? numberOr(p['w'], 100) : Math.max(16, longest * size * 0.6)
      return { x: 0, y: 0, w, h: lines.length * size * 1.35 }
    }
    case 'draw':
    case 'highlight':
      return strokeBox(p['segments'])
    case 'arrow':
    case 'line':
    case 'group':
      return undefined
    default:
      if (typeof p['w'] !== 'number') return undefined
      return { x: 0, y: 0, w: numberOr(p['w'], 0), h: numberOr(p['h'], 0) + numberOr(p['growY'], 0) }
  }
}

/** The upright box around a shape on its page; undefined for what has no size of its own. */
export function boxOf(records: Records, id: string): Box | undefined {
  const record = records.get(id)
  const spot = spotOf(records, id)
  const own = record && ownBox(record)
  if (!spot || !own) return undefined
  const corners = [
    { x: own.x, y: own.y },
    { x: own.x + own.w, y: own.y },
    { x: own.x, y: own.y + own.h },
    { x: own.x + own.w, y: own.y + own.h },
  ].map((corner) => turn(corner, spot.rotation))
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { x: spot.x + left, y: spot.y + top, w: Math.max(...xs) - left, h: Math.max(...ys) - top }
}

/** The empty space between two boxes; 0 when they touch. */
export function gapBetween(a: Box, b: Box): number {
  const dx = Math.max(0, a.x - (b.x + b.w), b.x - (a.x + a.w))
  const dy = Math.max(0, a.y - (b.y + b.h), b.y - (a.y + a.h))
  return Math.hypot(dx, dy)
}

export const overlaps = (a: Box, b: Box, gap = 0): boolean =>
  a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap

/** Tops that differ by less than this are one row: half a note. In page units. */
export const rowHeight = 75

/**
 * Reading order: rows from top to bottom, each from left to right. It depends on top left corners alone, so that two
 * shapes that change places change their order and nothing else.
 */
export function inReadingOrder<T>(items: readonly T[], cornerOf: (item: T) => Point): T[] {
  const byTop = items
    .map((item) => ({ item, at: cornerOf(item) }))
    .sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x)
  const rows: (typeof byTop)[] = []
  for (const entry of byTop) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && entry.at.y - first.at.y < rowHeight) row.push(entry)
    else rows.push([entry])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.at.x - b.at.x || a.at.y - b.at.y).map(({ item }) => item))
}
