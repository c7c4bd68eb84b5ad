// Strokes of the laser in presence: small enough to travel, and nothing but numbers from others.
import type { Editor, TLScribble } from 'tldraw'
import { expect, test } from 'vitest'
import { pathOf, readStrokes, strokesOf } from '#client/features/whiteboard/laserStrokes.ts'

const scribble = (count: number, color: TLScribble['color'] = 'laser'): TLScribble => ({
  ...{ id: 's', size: 4, color, opacity: 1, state: 'active', delay: 0, shrink: 0, taper: true },
  points: Array.from({ length: count }, (_, at) => ({ x: at + 0.4, y: -at, z: 0.5 })),
})
const editorWith = (scribbles: TLScribble[]) =>
  ({ getInstanceState: () => ({ scribbles }) }) as unknown as Editor // all that is asked of it

test('one’s strokes keep their newest point and stay below a quarter of what presence may hold', () => {
  const far = {
    ...scribble(500),
    points: scribble(500).points.map(({ x, y }) => ({ x: x - 1e5, y: y * 1e3, z: 1 })),
  }
  const strokes = strokesOf(editorWith([scribble(9, 'black'), far, far, far, far]))
  expect(strokes).toHaveLength(3)
  expect(strokes?.[0]?.slice(-2)).toEqual([-99_501, -499_000])
  expect(JSON.stringify(strokes).length).toBeLessThan(2_400)
  expect(strokesOf(editorWith([scribble(1), scribble(9, 'black')]))).toBeUndefined()
})

test.each([
  [null, []],
  ['M0 0', []],
  [[[0, 1]], []],
  [[[0, 1, 2]], []],
  [[[0, 1, 2, '3']], []],
  [[[0, 1, 2, null]], []],
  [
    [[0, 1, 2, 3], 'x', [4, 5, 6, 7]],
    ['M0 1L2 3', 'M4 5L6 7'],
  ],
])('what others say is drawn only where it is strokes: %j', (said, drawn) => {
  expect(readStrokes(said).map(pathOf)).toEqual(drawn)
})
