// What somebody draws with the laser, told by presence alone: seen while it fades, kept nowhere.
import type { Editor } from 'tldraw'

/** Points of a stroke as x, y, x, y… in page units. */
export type LaserStroke = readonly number[]

/** Bounds of what is told: it travels with everything else that presence says of a person, in at most 4 kB. */
const most = { strokes: 3, points: 40 } as const

/** One's own strokes as they are now; undefined when there are none. */
export function strokesOf(editor: Editor): readonly LaserStroke[] | undefined {
  const strokes = editor
    .getInstanceState()
    .scribbles.filter(({ color, points }) => color === 'laser' && points.length > 1)
    .slice(-most.strokes)
    .map(({ points }) => {
      // The newest points as they are drawn, fewer of a long stroke.
      const step = Math.ceil(points.length / most.points)
      return points
        .filter((_, at) => (points.length - 1 - at) % step === 0)
        .flatMap(({ x, y }) => [Math.round(x), Math.round(y)])
    })
  return strokes.length > 0 ? strokes : undefined
}

/** Another's strokes, from anything that presence may hold. */
export function readStrokes(value: unknown): readonly LaserStroke[] {
  if (!Array.isArray(value)) return []
  return value
    .slice(0, most.strokes)
    .filter((stroke): stroke is number[] => Array.isArray(stroke) && stroke.every(Number.isFinite))
    .map((stroke) => stroke.slice(0, most.points * 2))
    .filter(({ length }) => length >= 4 && length % 2 === 0)
}

export function pathOf(stroke: LaserStroke): string {
  let path = ''
  for (let at = 0; at < stroke.length; at += 2)
    path += `${at === 0 ? 'M' : 'L'}${stroke[at]} ${stroke[at + 1]}`
  return path
}
