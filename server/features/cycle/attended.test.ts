import { expect, test } from 'vitest'
import { attendedOf } from '#server/features/cycle/attended.ts'
import type { HeldHere } from '#server/features/cycle/cycleSource.ts'
import { type CycleMark, standingMarks } from '#server/ports/cycleMarks.ts'
import type { SessionAsOf } from '#shared/cycle/moment.ts'

const evening: SessionAsOf = {
  ...{ id: 's1', groupIds: ['n'], date: '2020-03-01', startTime: '18:30', durationMin: 120, joint: false },
  ...{ antennaIds: [], tools: [], subject: null, roomMemberIds: [], remoteMemberIds: [] },
  mode: 'hybrid',
  numberInGroup: {},
  when: 'held',
  attendance: { room: 9, remote: 1, byGroup: [] },
}
const planned = (id: string, more: Partial<SessionAsOf> = {}): SessionAsOf => ({ ...evening, ...more, id })
const line = (side: 'room' | 'remote', headcount: number, groupId: string | null = null) => ({
  ...{
    id: `${side}-${groupId}`,
    name: 'X',
    side,
    headcount,
    source: 'noticed' as const,
    personId: null,
    groupId,
  },
})
const held = (cycleSessionId: string | null, lines: HeldHere['lines'], groupIds = ['n']): HeldHere => ({
  lines,
  session: {
    ...{ id: 'here', roomId: 'r', groupIds, title: '', date: '2020-03-02', cycleSessionId },
    ...{ startedAt: 1, endedAt: 2, outcomes: [] },
  },
})
const mode = (session: SessionAsOf) => session.mode ?? null

test('[H1] who was seen here counts before what was imported of the same session', () => {
  const counted = attendedOf(
    [planned('s1'), planned('s2')],
    [held('s1', [line('room', 4), line('remote', 2)])],
    mode,
  )
  expect(counted.map(({ mode: how, remote, room, sessionId }) => [sessionId, how, room, remote])).toEqual([
    ['s2', 'hybrid', 9, 1],
    ['here', 'hybrid', 4, 2],
  ])
})

test('of a joint session each group counts its own; one that nobody had planned was held where its people were', () => {
  const lines = [line('remote', 3, 'n'), line('remote', 2, 'l')]
  const counted = attendedOf([], [held(null, lines, ['n', 'l'])], mode)
  expect(counted.map(({ groupId, mode: how, remote }) => [groupId, how, remote])).toEqual([
    ['n', 'online', 3],
    ['l', 'online', 2],
  ])
})

test('a file that tells only how many came in all loses nobody, and what is to come counts for nothing', () => {
  const partly = { room: 5, remote: 4, byGroup: [{ groupId: 'n', room: 3, remote: 0 }] }
  const sessions = [
    planned('s1', { groupIds: ['n', 'l'], attendance: partly }),
    planned('s2', { when: 'planned', attendance: null }),
    planned('s3', { when: 'today', attendance: null }),
  ]
  const counted = attendedOf(sessions, [], mode)
  expect(counted.map(({ groupId, remote, room }) => [groupId, room, remote])).toEqual([
    ['n', 3, 0],
    ['l', 2, 4],
  ])
})

test('an act of a later day does not exist yet, and one that was taken back stands no more', () => {
  const mark = (version: number, on: boolean, day: string, targetId = 'n'): CycleMark => ({
    ...{ kind: 'open-online', targetId, version, on, by: 'account:a', day, at: 1, roomId: null },
  })
  const marks = [mark(1, true, '2020-01-23'), mark(2, false, '2020-04-14'), mark(1, true, '2020-04-14', 'l')]
  const on = (today: string) => [...standingMarks(marks, 'open-online', today)]
  expect(on('2020-01-22')).toEqual([])
  expect(on('2020-01-23')).toEqual([['n', '2020-01-23']])
  expect(on('2020-04-14')).toEqual([['l', '2020-04-14']])
  expect([...standingMarks(marks, 'cancelled', '2020-04-14')]).toEqual([])
})
