// A quick look at a shape without tldraw's validators, for lists and phones: what the gate would refuse to touch is not offered.
import type { BoardRecord } from '#shared/whiteboard/boardModel.ts'

const shapeTypes: ReadonlySet<unknown> = new Set([
  'note',
  'draft',
  'text',
  'draw',
  'arrow',
  'frame',
  'image',
  'geo',
  'line',
  'highlight',
  'group',
])
/** Page units; the gate's own bounds. */
const farthest = 1_000_000
const largestSide = 100_000

const within = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && value >= least && value <= most
/** A shape of a type without sides has none; one that has them has an area. */
const isSide = (value: unknown): boolean =>
  value === undefined || (within(value, 0, largestSide) && value !== 0)

/**
 * False for a shape that is at fault in where or how large it is, in its type, parent or opacity. Not the gate: a record that
 * passes here may still be refused, one that fails here always is.
 */
export function isSoundShape(record: BoardRecord): boolean {
  const { x, y, rotation, opacity, index, parentId, type } = record
  const { w, h } = (record['props'] ?? {}) as { w?: unknown; h?: unknown } // looked at below
  return (
    shapeTypes.has(type) &&
    within(x, -farthest, farthest) &&
    within(y, -farthest, farthest) &&
    Number.isFinite(rotation) &&
    within(opacity, 0, 1) &&
    typeof index === 'string' &&
    index.length > 0 &&
    index.length <= 64 &&
    typeof parentId === 'string' &&
    parentId !== record.id &&
    isSide(w) &&
    isSide(h)
  )
}
