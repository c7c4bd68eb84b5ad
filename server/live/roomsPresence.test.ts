import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRoomsPresence } from '#server/live/roomsPresence.ts'
import type { Participant } from '#server/ports/people.ts'

const ana: Participant = {
  id: 'ana',
  roomId: 'r',
  name: 'Ana',
  presence: 'in-person',
  standing: 'guest',
  role: 'participant',
  groupIds: [],
  headcount: 1,
  seats: [
    { id: 's1', name: 'Ana' },
    { id: 's2', name: 'Bo' },
  ],
  epoch: 0,
  removed: false,
  accountId: null,
}
const entrance = { participant: ana, groupId: null, ink: 'iris' }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('three tabs of one participant are one person, who leaves five seconds after the last', () => {
  const told: string[] = []
  const presence = createRoomsPresence({ graceMs: 5000, tell: (room) => told.push(room) })
  const leave = [presence.enter(entrance), presence.enter(entrance), presence.enter(entrance)]
  expect(presence.people('r')).toHaveLength(1)
  for (const close of leave) close()
  vi.advanceTimersByTime(4999)
  expect(presence.people('r')).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(presence.people('r')).toEqual([])
  expect(presence.roomCount()).toBe(0)
  expect(told.at(-1)).toBe('r')
})

test('a reload is not a departure, and a line that closes twice counts once', () => {
  const presence = createRoomsPresence({ graceMs: 5000, tell: () => undefined })
  const first = presence.enter(entrance)
  first()
  first()
  vi.advanceTimersByTime(3000)
  const second = presence.enter(entrance)
  first()
  vi.advanceTimersByTime(60_000)
  expect(presence.people('r')).toHaveLength(1)
  second()
  vi.advanceTimersByTime(5000)
  expect(presence.people('r')).toEqual([])
})

test('people are shown as the server knows them: side by presence, headcount never under the seats', () => {
  const presence = createRoomsPresence({ graceMs: 5000, tell: () => undefined })
  presence.enter(entrance)
  expect(presence.people('r')[0]).toMatchObject({
    participantId: 'ana',
    side: 'room',
    headcount: 2,
    ink: 'iris',
  })
  presence.changed({ ...ana, presence: 'remote', headcount: 6 })
  expect(presence.people('r')[0]).toMatchObject({ side: 'remote', headcount: 6 })
})

test('somebody who is removed is gone at once', () => {
  const presence = createRoomsPresence({ graceMs: 5000, tell: () => undefined })
  const leave = presence.enter(entrance)
  presence.forget(ana)
  expect(presence.people('r')).toEqual([])
  leave()
  vi.advanceTimersByTime(10_000)
  expect(presence.people('r')).toEqual([])
})

test('boards and the team look on: nothing waits for their voice, whoever leads keeps theirs', () => {
  const presence = createRoomsPresence({ graceMs: 5000, tell: () => undefined })
  const somebody = (id: string, more: Partial<Participant>) =>
    presence.enter({ ...entrance, participant: { ...ana, id, ...more } })
  somebody('guest', {})
  somebody('board', { standing: 'board' })
  somebody('team', { standing: 'team' })
  somebody('leads', { standing: 'team', role: 'facilitator' })
  expect(presence.people('r').map(({ participantId, role }) => [participantId, role])).toEqual([
    ['guest', 'participant'],
    ['board', 'observer'],
    ['team', 'observer'],
    ['leads', 'facilitator'],
  ])
})
