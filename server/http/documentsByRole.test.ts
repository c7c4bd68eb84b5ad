// Every kind of live document against every role, really opened and really written to: in an open room, and behind a closed door.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { type Reached, reach } from '#server/testing/documentHand.ts'
import { startTestServer, type TestServer } from '#server/testing/doorsServer.ts'
import { type Everybody, everybody, everyRole, type RoleName } from '#server/testing/everyRole.ts'
import { createDraft } from '#shared/draft/draftModel.ts'
import { addNote } from '#shared/whiteboard/commands.ts'

let server: TestServer
let people: Everybody
beforeAll(async () => {
  server = await startTestServer({ LIMITS: '{"failedJoins":100000}' })
  await server.store.rooms.saveRoom({
    ...{ id: 'conv', code: 'CONVERGENCE', title: 'Convergence', kind: 'convergence', doorOpen: true },
    ...{ groupIds: ['grp-n', 'grp-l'], sessionId: null },
    spaces: [
      { spaceId: 'space-c', groupId: null },
      { spaceId: 'space-n', groupId: 'grp-n' },
    ],
  })
  for (const name of ['space-n', 'space-l', 'space-j', 'space-c'])
    await server.store.documentLog.create(`drafts/${name}`)
  for (const name of ['nantes', 'nantes-lyon', 'conv'])
    await server.store.documentLog.create(`whiteboard/${name}`)
  people = await everybody(server)
})
afterAll(() => server.close())

/** In the order of the columns below; `-` is nothing at all. */
type Row = readonly [document: string, ...access: ('w' | 'r' | '-')[]]
const columns: readonly RoleName[] = everyRole.filter((who) => who !== 'guestElsewhere')
const words: Readonly<Record<'w' | 'r' | '-', Reached>> = { w: 'write', r: 'read', '-': 'none' }

// stranger (joins as a guest), guest, member, other, facilitator, secretary, expert, expert elsewhere, team, board, life, admin
const open: Readonly<Record<string, readonly Row[]>> = {
  NANTES: [
    ['whiteboard/nantes', 'w', 'w', 'w', 'w', 'w', 'w', 'r', '-', 'r', 'r', 'w', 'w'],
    ['drafts/space-n', 'w', 'w', 'w', 'r', 'w', 'w', 'r', '-', 'r', 'r', 'w', 'w'],
    ['drafts/space-l', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-'],
  ],
  'NANTES-LYON': [
    ['whiteboard/nantes-lyon', 'w', 'w', 'w', 'w', 'w', 'w', 'r', 'r', 'r', 'r', 'w', 'w'],
    ['drafts/space-j', 'w', 'w', 'w', 'w', 'w', 'w', 'r', 'r', 'r', 'r', 'w', 'w'],
    ['drafts/space-n', 'r', 'r', 'w', 'r', 'w', 'w', 'r', '-', 'r', 'r', 'w', 'w'],
    ['drafts/space-l', 'r', 'r', 'r', 'w', 'r', 'r', '-', 'r', 'r', 'r', 'w', 'w'],
  ],
  CONVERGENCE: [
    ['whiteboard/conv', 'r', 'r', 'r', 'r', 'r', 'r', 'r', 'r', 'r', 'r', 'w', 'w'],
    ['drafts/space-c', 'r', 'r', 'r', 'r', 'r', 'r', 'r', 'r', 'r', 'r', 'w', 'w'],
    ['drafts/space-n', 'r', 'r', 'r', 'r', 'r', 'r', 'r', '-', 'r', 'r', 'w', 'w'],
  ],
}
/** Of those who had come in before the door closed: the room's own people stay. */
const closed: readonly Row[] = [
  ['whiteboard/nantes', 'w', 'w', 'w', '-', 'w', 'w', 'r', '-', '-', '-', 'w', 'w'],
  ['drafts/space-n', 'w', 'w', 'w', '-', 'w', 'w', 'r', '-', '-', '-', 'w', 'w'],
]

const change = (name: string) => (doc: Y.Doc) => {
  if (name.startsWith('drafts/')) createDraft(doc, { title: 'Un essai' })
  else addNote(doc)
}

const tickets = new Map<string, string>()
async function ticketFor(who: RoleName, code: string): Promise<string> {
  const known = tickets.get(`${who} ${code}`)
  if (known !== undefined) return known
  const response = await people[who].ask('POST', `/api/rooms/${code}/join`, { name: who, presence: 'remote' })
  const { ticket = '' } = response.status === 200 ? ((await response.json()) as { ticket: string }) : {} // a join's answer
  tickets.set(`${who} ${code}`, ticket)
  return ticket
}

const reachedBy = (code: string, name: string): Promise<(Reached | undefined)[]> =>
  Promise.all(
    columns.map(async (who) => reach(server, { name, ticket: await ticketFor(who, code) }, change(name))),
  )
const rows = Object.entries(open).flatMap(([code, lines]) => lines.map((line) => [code, line] as const))
const said = (row: Row): Reached[] => row.slice(1).map((access) => words[access as 'w' | 'r' | '-']) // after its name

test.each(rows)('in the open room %s: %s', async (code, row) => {
  expect(row).toHaveLength(columns.length + 1)
  const reached = await reachedBy(code, row[0])
  expect(Object.fromEntries(columns.map((who, at) => [who, reached[at]]))).toEqual(
    Object.fromEntries(columns.map((who, at) => [who, said(row)[at]])),
  )
})

test('behind a closed door, with the tickets of before', async () => {
  for (const who of columns) await ticketFor(who, 'NANTES')
  const room = await server.store.rooms.room('nantes')
  if (room) await server.store.rooms.saveRoom({ ...room, doorOpen: false })
  for (const row of closed) {
    const reached = await reachedBy('NANTES', row[0])
    expect(Object.fromEntries(columns.map((who, at) => [who, reached[at]])), row[0]).toEqual(
      Object.fromEntries(columns.map((who, at) => [who, said(row)[at]])),
    )
  }
  // A ticket opens the documents of its own room only, whoever holds it.
  const elsewhere = await people.guestElsewhere.join('LYON')
  expect(
    await reach(server, { name: 'drafts/space-n', ticket: elsewhere.ticket }, change('drafts/space-n')),
  ).toBe('none')
})
