// One renewal serves all lines that were lost before it, and none that was lost after.
import { expect, test } from 'vitest'
import { RefusedRequest, UnreachableServer } from '#client/live/api.ts'
import { Tickets } from '#client/live/openLiveRoomTickets.ts'
import type { JoinAnswer } from '#shared/room/join.ts'

const answer = (ticket: string): JoinAnswer => ({
  ticket,
  ticketExpiresAt: 0,
  participantId: 'ana',
  room: { id: 'r', code: 'R', title: 'R', kind: 'group', groups: [], entities: [] },
  documents: [],
  you: { name: 'Ana', presence: 'remote', role: 'participant', groupId: null, seats: [], signedIn: false },
})

/** A door that answers when it is told to. */
function door() {
  const asked: { answer: (join: JoinAnswer) => void; refuse: (error: unknown) => void }[] = []
  const heard: string[] = []
  const tickets = new Tickets(
    answer('first'),
    () => new Promise((resolve, reject) => asked.push({ answer: resolve, refuse: reject })),
    ({ ticket }) => heard.push(ticket),
  )
  return { asked, heard, tickets }
}

test('lines that broke together ask once', async () => {
  const { asked, heard, tickets } = door()
  const since = performance.now()
  const both = [tickets.renew(1_000, since), tickets.renew(1_000, since)]
  asked[0]?.answer(answer('second'))
  expect(await Promise.all(both)).toEqual(['renewed', 'renewed'])
  expect([asked.length, heard, tickets.current.ticket]).toEqual([1, ['second'], 'second'])
  expect(await tickets.renew(1_000, since)).toBe('renewed')
  expect(asked.length).toBe(1)
})

test('a line that broke after the answer was asked for needs another: its rights may have changed since', async () => {
  const { asked, tickets } = door()
  const first = tickets.renew(1_000, performance.now())
  await new Promise((resolve) => setTimeout(resolve, 5))
  const second = tickets.renew(1_000, performance.now())
  asked[0]?.answer(answer('second'))
  await first
  await new Promise((resolve) => setTimeout(resolve, 0))
  asked[1]?.answer(answer('third'))
  expect(await second).toBe('renewed')
  expect(tickets.current.ticket).toBe('third')
})

test('no answer in time is not available; the answer still serves when it comes', async () => {
  const { asked, tickets } = door()
  const since = performance.now()
  expect(await tickets.renew(20, since)).toBe('unavailable')
  asked[0]?.answer(answer('late'))
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(await tickets.renew(20, since)).toBe('renewed')
  expect([asked.length, tickets.current.ticket]).toEqual([1, 'late'])
})

test.each([
  ['a door that says no', new RefusedRequest(404, {}), 'refused'],
  ['too many tries', new RefusedRequest(429, {}), 'unavailable'],
  ['a server that stumbles', new RefusedRequest(500, {}), 'unavailable'],
  ['no line', new UnreachableServer(), 'unavailable'],
])('%s', async (_name, error, renewal) => {
  const { asked, tickets } = door()
  const renewed = tickets.renew(1_000, performance.now())
  asked[0]?.refuse(error)
  expect(await renewed).toBe(renewal)
  expect(tickets.current.ticket).toBe('first')
})
