// What was drawn by hand, as a line along its points; closed shapes as their outline.
import type { BoardRecord } from '#shared/whiteboard/boardModel.ts'

interface Spot {
  readonly x: number
  readonly y: number
}

export function DrawnStroke({ record, w, h }: { record: BoardRecord | undefined; w: number; h: number }) {
  const props = (record?.['props'] ?? {}) as { segments?: unknown; geo?: unknown } // each value is checked where it is read
  const lines = strokesOf(props.segments)
  if (lines.length === 0)
    return props.geo === 'ellipse' || props.geo === 'oval' ? (
      <ellipse className="replay-stroke" cx={w / 2} cy={h / 2} rx={w / 2} ry={h / 2} />
    ) : (
      <rect className="replay-stroke" width={w} height={h} rx={4} />
    )
  // The place of the group is the box's corner; the points count from the shape's own.
  const all = lines.flat()
  const [left, top] = [Math.min(...all.map(({ x }) => x)), Math.min(...all.map(({ y }) => y))]
  return (
    <path
      className={record?.['type'] === 'highlight' ? 'replay-stroke replay-marker' : 'replay-stroke'}
      d={lines.map((line) => `M${line.map(({ x, y }) => `${x - left},${y - top}`).join('L')}`).join('')}
    />
  )
}

function strokesOf(segments: unknown): Spot[][] {
  if (!Array.isArray(segments)) return []
  return (segments as { points?: unknown }[]).flatMap(({ points }) => {
    const line = (Array.isArray(points) ? (points as Partial<Spot>[]) : []).flatMap(({ x, y }) =>
      typeof x === 'number' && typeof y === 'number' ? [{ x, y }] : [],
    )
    return line.length > 0 ? [line] : []
  })
}
