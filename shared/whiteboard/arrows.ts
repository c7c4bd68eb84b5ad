// Arrows between two shapes, drawn without the canvas: *relié à…* in the list is an arrow on the board.
import type * as Y from 'yjs'
import { randomId } from '#shared/contract/ids.ts'
import { type BoardRecord, putRecord, shapeId } from '#shared/whiteboard/boardModel.ts'
import { boxOf, parentsOf, type Records } from '#shared/whiteboard/pageGeometry.ts'
import { indexAbove, isShape, readRecords } from '#shared/whiteboard/place.ts'

/** An arrow's ends are written where the shapes' middles are; tldraw follows the bindings from then on. */
const arrowRecord = (
  id: string,
  ends: { parentId: string; index: string; from: [number, number]; to: [number, number] },
  label: string,
): BoardRecord => ({
  id,
  typeName: 'shape',
  type: 'arrow',
  x: ends.from[0],
  y: ends.from[1],
  rotation: 0,
  index: ends.index,
  parentId: ends.parentId,
  isLocked: false,
  opacity: 1,
  meta: {},
  props: {
    kind: 'arc',
    labelColor: 'black',
    color: 'black',
    fill: 'none',
    dash: 'draw',
    size: 's',
    arrowheadStart: 'none',
    arrowheadEnd: 'arrow',
    font: 'sans',
    start: { x: 0, y: 0 },
    end: { x: ends.to[0] - ends.from[0] || 1, y: ends.to[1] - ends.from[1] },
    bend: 0,
    text: label,
    labelPosition: 0.5,
    scale: 1,
    elbowMidPoint: 0.5,
  },
})

const bindingRecord = (fromId: string, toId: string, terminal: 'start' | 'end'): BoardRecord => ({
  id: `binding:${randomId()}`,
  typeName: 'binding',
  type: 'arrow',
  fromId,
  toId,
  meta: {},
  props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' },
})

/** Draws an arrow from one shape to another of the same page; undefined when either is missing or both are the same. */
export function connect(
  doc: Y.Doc,
  fromId: string,
  toId: string,
  options: { label?: string; origin?: unknown } = {},
): string | undefined {
  const records = readRecords(doc)
  const [from, to] = [boxOf(records, fromId), boxOf(records, toId)]
  const pageId = parentsOf(records, fromId)?.at(-1)
  if (!from || !to || fromId === toId || !pageId || parentsOf(records, toId)?.at(-1) !== pageId)
    return undefined
  const id = shapeId()
  doc.transact(() => {
    const middle = (box: { x: number; y: number; w: number; h: number }): [number, number] => [
      box.x + box.w / 2,
      box.y + box.h / 2,
    ]
    const ends = { parentId: pageId, index: indexAbove(records, pageId), from: middle(from), to: middle(to) }
    putRecord(doc, arrowRecord(id, ends, (options.label ?? '').slice(0, 200)))
    putRecord(doc, bindingRecord(id, fromId, 'start'))
    putRecord(doc, bindingRecord(id, toId, 'end'))
  }, options.origin ?? null)
  return id
}

/** Arrows bound to a shape, by record id. */
export function arrowsOf(records: Records, id: string): string[] {
  const arrows = new Set<string>()
  for (const record of records.values())
    if (
      record.typeName === 'binding' &&
      record['toId'] === id &&
      isShape(records.get(String(record['fromId'])), 'arrow')
    )
      arrows.add(String(record['fromId']))
  return [...arrows]
}
