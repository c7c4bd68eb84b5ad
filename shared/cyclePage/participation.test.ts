import { expect, test } from 'vitest'
import { type Attended, isFew, latelyOf, participation } from '#shared/cyclePage/participation.ts'

const at = (
  date: string,
  mode: Attended['mode'],
  [room, remote]: readonly [number, number],
  more: Partial<Attended> = {},
): Attended => ({
  ...{ sessionId: `${date}-${more.groupId ?? 'g'}`, groupId: 'g', date, mode, room, remote },
  ...more,
})

test('a month is the average of its sessions; two groups that meet are one session with the people of both', () => {
  const { points } = participation([
    at('2020-01-10', 'in-person', [10, 0]),
    at('2020-01-20', 'hybrid', [3, 2], { sessionId: 'joint' }),
    at('2020-01-20', 'hybrid', [4, 1], { sessionId: 'joint', groupId: 'h' }),
    at('2019-12-01', 'in-person', [8, 0]),
  ])
  expect(points).toEqual([
    { from: '2019-12', sessions: 1, room: 8, remote: 0 },
    { from: '2020-01', sessions: 2, room: 8.5, remote: 1.5 },
  ])
})

test('[P1] going online is told where no room came after it', () => {
  const online = participation([
    at('2020-01-10', 'in-person', [10, 0]),
    at('2020-02-10', 'online', [0, 9]),
    at('2020-03-10', 'hybrid', [10, 2]),
    at('2020-03-24', 'online', [0, 6]),
    at('2020-04-07', 'online', [0, 8]),
    at('2020-01-10', 'in-person', [4, 0], { groupId: 'h' }),
    at('2020-04-01', 'online', [0, 5], { groupId: 'h' }),
  ]).online
  expect(online).toEqual({ since: '2020-03-24', groups: 2, fewer: 1, before: 8.75, after: 19 / 3 })
})

test('[P2] groups that never had a room, or still have one, are not compared', () => {
  const alone = [at('2020-04-02', 'online', [0, 15]), at('2020-04-16', 'online', [0, 3])]
  expect(participation(alone).online).toBeNull()
  expect(participation([at('2020-01-02', null, [15, 0])]).online).toBeNull()
  expect(participation([])).toEqual({ points: [], online: null })
})

test('a very long cycle is told by years, and never with more points than fit', () => {
  const long = Array.from({ length: 24 * 12 }, (_, n) =>
    at(`${String(1000 + Math.floor(n / 12))}-${String((n % 12) + 1).padStart(2, '0')}-01`, null, [n, 0]),
  )
  const { points } = participation(long)
  expect(points).toHaveLength(18)
  expect(points.at(-1)).toEqual({ from: '1023', sessions: 12, room: 281.5, remote: 0 })
})

test('[P3] a group is small by its last three sessions', () => {
  const counts = [12, 11, 4, 5, 6].map((room, n) => at(`2020-0${n + 1}-01`, 'in-person', [room, 0]))
  expect(latelyOf(counts)).toBe(5)
  expect(latelyOf(counts.slice(0, 1))).toBeNull()
  expect([isFew(5), isFew(6), isFew(null)]).toEqual([true, false, false])
})
