import { expect, test } from 'vitest'
import { layMap, layMaps, type MapAntenna } from '#shared/cyclePage/layMap.ts'

const size = { width: 308, tallest: 300, shortest: 120, badge: { width: 44, height: 28 } }
const antenna = (id: string, [lat, lon]: readonly [number, number], part = ''): MapAntenna => ({
  ...{ id, lat, lon, part },
})
/** Nine of them within eighty kilometres of one another. */
const coop = [
  antenna('Bruxelles', [50.8371, 4.344], 'BE'),
  antenna('Liège', [50.6451, 5.5734], 'BE'),
  antenna('Namur', [50.4669, 4.8675], 'BE'),
  antenna('Charleroi', [50.4101, 4.4446], 'BE'),
  antenna('Mons', [50.4542, 3.9567], 'BE'),
  antenna('Gand', [51.0543, 3.7174], 'BE'),
  antenna('Anvers', [51.2194, 4.4025], 'BE'),
  antenna('Lille', [50.6292, 3.0573], 'FR'),
  antenna('Paris', [48.8697, 2.3508], 'FR'),
  antenna('Nantes', [47.2184, -1.5536], 'FR'),
  antenna('Marseille', [43.2965, 5.3698], 'FR'),
  antenna('Strasbourg', [48.5734, 7.7521], 'FR'),
]

test('no badge covers another one, none leaves the map, and directions are kept', () => {
  const { antennas, width, height } = layMap(coop, size)
  for (const [n, one] of antennas.entries()) {
    expect(one.badge.x, one.id).toBeGreaterThanOrEqual(22)
    expect(one.badge.x, one.id).toBeLessThanOrEqual(width - 22)
    expect(one.badge.y, one.id).toBeLessThanOrEqual(height - 14)
    for (const other of antennas.slice(n + 1)) {
      const clear = Math.abs(one.badge.x - other.badge.x) >= 43 || Math.abs(one.badge.y - other.badge.y) >= 27
      expect(clear, `${one.id} and ${other.id}`).toBe(true)
    }
  }
  const at = (id: string) => antennas.find((one) => one.id === id)?.at ?? { x: 0, y: 0 }
  expect(at('Nantes').x).toBeLessThan(at('Paris').x)
  expect(at('Paris').y).toBeLessThan(at('Marseille').y)
  expect(height).toBeLessThanOrEqual(300)
})

test('each part has an outline that holds its antennas', () => {
  const { antennas, parts } = layMap(coop, size)
  expect(parts.map(({ part }) => part)).toEqual(['BE', 'FR'])
  for (const { part, corners } of parts) {
    const inside = antennas.filter((_, n) => coop[n]?.part === part)
    for (const { at, id } of inside) {
      const turns = corners.map((a, n) => {
        const b = corners[(n + 1) % corners.length] ?? a
        return (b.x - a.x) * (at.y - a.y) - (b.y - a.y) * (at.x - a.x)
      })
      expect(turns.every((turn) => turn >= 0) || turns.every((turn) => turn <= 0), id).toBe(true)
    }
  }
})

test('one antenna stands in the middle, none is an empty map, and two at one place part', () => {
  expect(layMap([antenna('a', [-33.000001, 179.5])], size).antennas[0]?.badge).toEqual({ x: 154, y: 60 })
  expect(layMap([], size)).toEqual({
    ...{ width: 308, height: 120, antennas: [], parts: [], dots: [] },
  })
  const [one, other] = layMap([antenna('a', [1, 1]), antenna('b', [1, 1])], size).antennas
  expect(Math.abs((one?.badge.y ?? 0) - (other?.badge.y ?? 0))).toBeGreaterThanOrEqual(27)
})

test('what lies on both sides of the date line stays together, and three far countries fit', () => {
  const { antennas } = layMap(
    [antenna('a', [-17, 178]), antenna('b', [-14, -172]), antenna('c', [-21, -175])],
    size,
  )
  const x = (id: string) => antennas.find((one) => one.id === id)?.at.x ?? 0
  expect([x('a') < x('c'), x('c') < x('b')]).toEqual([true, true])
  const far = layMap(
    [antenna('gr', [38, 23.7]), antenna('tn', [36.8, 10.2]), antenna('jp', [35.7, 139.7])],
    size,
  )
  expect(far.antennas.every(({ badge }) => badge.x >= 22 && badge.x <= 286)).toBe(true)
  expect(far.height).toBe(120)
})

test('a part that is too close together has a larger map of its own, and dots on the map of all', () => {
  const { closer, whole } = layMaps(coop, size)
  expect(closer.map(({ part }) => part)).toEqual(['BE'])
  expect(closer[0]?.map.antennas.map(({ id }) => id)).toEqual(
    coop.filter(({ part }) => part === 'BE').map(({ id }) => id),
  )
  expect(whole.antennas.map(({ id }) => id)).toEqual(
    coop.filter(({ part }) => part === 'FR').map(({ id }) => id),
  )
  expect(whole.dots).toHaveLength(7)
  expect(whole.parts.map(({ part }) => part)).toEqual(['BE', 'FR'])
  // Nobody is far from their place any more.
  const moved = [...whole.antennas, ...(closer[0]?.map.antennas ?? [])].map(({ at, badge }) =>
    Math.hypot(at.x - badge.x, at.y - badge.y),
  )
  expect(Math.max(...moved)).toBeLessThan(24)
  // One part alone fills the map anyway.
  expect(layMaps(coop.slice(0, 7), size).closer).toEqual([])
})
