// Arrows between two things of the board, and lines that stand free.
import type { BoardList } from '#shared/whiteboard/listView.ts'
import { type Box, type Point, type Records, spotOf } from '#shared/whiteboard/pageGeometry.ts'

interface Drawn {
  readonly id: string
  readonly from: Point
  readonly to: Point
  readonly heads: readonly ('start' | 'end')[]
}

export function BoardArrows({ records, board }: { records: Records; board: BoardList }) {
  return (
    <>
      <defs>
        <marker
          id="replay-head"
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path d="M0,0L10,5L0,10z" className="replay-arrow-head" />
        </marker>
      </defs>
      {arrowsOf(records, board).map(({ id, from, to, heads }) => (
        <line
          key={id}
          className="replay-arrow"
          {...{ x1: from.x, y1: from.y, x2: to.x, y2: to.y }}
          markerStart={heads.includes('start') ? 'url(#replay-head)' : undefined}
          markerEnd={heads.includes('end') ? 'url(#replay-head)' : undefined}
        />
      ))}
    </>
  )
}

function arrowsOf(records: Records, board: BoardList): Drawn[] {
  const boxes = new Map<string, Box>()
  for (const { id, box } of board.items.values()) boxes.set(id, box)
  for (const { frame } of board.sections) if (frame) boxes.set(frame.id, frame.box)
  const bound = new Map<string, Box>()
  for (const record of records.values()) {
    const props = record['props'] as { terminal?: unknown } | undefined // a binding's props
    const box = record.typeName === 'binding' ? boxes.get(String(record['toId'])) : undefined
    if (box) bound.set(`${String(record['fromId'])} ${String(props?.terminal)}`, box)
  }
  return [...records.values()].flatMap((record) => {
    const spot = record['type'] === 'arrow' ? spotOf(records, record.id) : undefined
    if (!spot) return []
    const props = (record['props'] ?? {}) as Record<string, unknown> // each value is checked where it is read
    const [startBox, endBox] = [bound.get(`${record.id} start`), bound.get(`${record.id} end`)]
    const [free, freeEnd] = [placed(spot, props['start']), placed(spot, props['end'])]
    const from = startBox ? edgeTowards(startBox, endBox ? centre(endBox) : freeEnd) : free
    const to = endBox ? edgeTowards(endBox, startBox ? centre(startBox) : free) : freeEnd
    const heads = (['start', 'end'] as const).filter(
      (end) => (props[end === 'start' ? 'arrowheadStart' : 'arrowheadEnd'] ?? 'none') !== 'none',
    )
    return [{ id: record.id, from, to, heads }]
  })
}

function placed(spot: Point, inside: unknown): Point {
  const { x, y } = (inside ?? {}) as Partial<Point> // numbers are checked
  return { x: spot.x + (typeof x === 'number' ? x : 0), y: spot.y + (typeof y === 'number' ? y : 0) }
}

const centre = ({ x, y, w, h }: Box): Point => ({ x: x + w / 2, y: y + h / 2 })

/** Where the straight line from a box's middle to that point leaves the box. */
function edgeTowards(box: Box, to: Point): Point {
  const middle = centre(box)
  const [dx, dy] = [to.x - middle.x, to.y - middle.y]
  const share = Math.min(1, ...[box.w / 2 / Math.abs(dx), box.h / 2 / Math.abs(dy)].filter(Number.isFinite))
  return { x: middle.x + dx * share, y: middle.y + dy * share }
}
