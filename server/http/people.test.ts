// What facilitators do to a room, over real HTTP, with real sockets that must hear of it.
import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { closeCode } from '#shared/contract/closeCode.ts'

let server: TestServer
const lines: Socket[] = []
beforeAll(async () => {
  server = await startTestServer()
})
afterEach(() => {
  for (const line of lines.splice(0)) line.disconnect()
})
afterAll(() => server.close())

async function facilitator(): Promise<Visitor> {
  const person = new Visitor(server)
  await person.signIn('facilitator-nantes')
  await person.join('NANTES')
  await person.join('NANTES-LYON')
  return person
}

function roomLine(ticket: string): Socket {
  const line = io(server.url, {
    transports: ['websocket'],
    auth: { ticket },
    reconnection: false,
    forceNew: true,
  })
  lines.push(line)
  return line
}
const heard = (line: Socket, event: string): Promise<unknown> =>
  new Promise((resolve) => line.once(event, resolve))

function documentLine(name: string, ticket: string): WebSocket {
  const line = new WebSocket(`${server.url.replace('http', 'ws')}/yjs/${name}?ticket=${ticket}`)
  line.on('error', () => undefined)
  // A step 1 with an empty state vector: the server answers with what it holds once the line is admitted.
  line.on('open', () => line.send(Uint8Array.of(0, 0, 1, 0)))
  return line
}
const opened = (line: WebSocket): Promise<unknown> => new Promise((resolve) => line.once('message', resolve))
const closed = (line: WebSocket): Promise<number> => new Promise((resolve) => line.once('close', resolve))

test('somebody removed is out within two seconds, in both lanes, and their ticket and cookie are dead', async () => {
  const leader = await facilitator()
  const guest = new Visitor(server)
  const { participantId, ticket } = await guest.join('NANTES')
  const line = roomLine(ticket)
  await heard(line, 'room')
  const document = documentLine('whiteboard/nantes', ticket)
  await opened(document)

  const gone = Promise.all([heard(line, 'disconnect'), closed(document)])
  const began = performance.now()
  expect((await leader.ask('POST', `/api/rooms/NANTES/people/${participantId}/remove`)).status).toBe(204)
  expect((await gone)[1]).toBe(closeCode.rightsChanged)
  expect(performance.now() - began).toBeLessThan(2_000)
  expect(server.serving.deps.presence.people('nantes').map((person) => person.participantId)).not.toContain(
    participantId,
  )

  expect(await closed(documentLine('whiteboard/nantes', ticket))).toBe(closeCode.badTicket)
  const refused = roomLine(ticket)
  expect(await heard(refused, 'connect_error')).toMatchObject({ data: { code: 'bad-ticket' } })
  const back = await guest.ask('POST', '/api/rooms/NANTES/join', { name: 'Ana', presence: 'remote' })
  expect(back.status).toBe(404)
})

test('a role given by a facilitator stays when its holder comes back, and a given role lets somebody removed in again', async () => {
  const leader = await facilitator()
  const guest = new Visitor(server)
  const { participantId } = await guest.join('NANTES')
  const role = `/api/rooms/NANTES/people/${participantId}/role`
  expect((await leader.ask('PUT', role, { role: 'observer' })).status).toBe(200)
  expect((await guest.join('NANTES')).you.role).toBe('observer')
  expect((await guest.join('NANTES', { observer: false })).you.role).toBe('observer')
  await leader.ask('POST', `/api/rooms/NANTES/people/${participantId}/remove`)
  expect((await leader.ask('PUT', role, { role: 'participant' })).status).toBe(200)
  expect((await guest.join('NANTES')).you.role).toBe('participant')
})

test('a group opens its drafts to the other, and to nobody else’s wish', async () => {
  const leader = await facilitator()
  const lyon = new Visitor(server)
  await lyon.signIn('member-lyon')
  const before = await lyon.join('NANTES-LYON')
  const drafts = (answer: typeof before) =>
    answer.documents.find(({ groupId }) => groupId === 'grp-n')?.access
  expect(drafts(before)).toBe('read')
  const asked = { groupId: 'grp-n', access: 'write' }
  expect((await lyon.ask('PUT', '/api/rooms/NANTES-LYON/openness', asked)).status).toBe(403)
  const other = { groupId: 'grp-l', access: 'write' }
  expect((await leader.ask('PUT', '/api/rooms/NANTES-LYON/openness', other)).status).toBe(403)

  const document = documentLine('drafts/space-n', before.ticket)
  await opened(document)
  const changed = closed(document)
  expect((await leader.ask('PUT', '/api/rooms/NANTES-LYON/openness', asked)).status).toBe(200)
  expect(await changed).toBe(closeCode.rightsChanged)
  expect(drafts(await lyon.join('NANTES-LYON'))).toBe('write')
  expect(await server.serving.deps.gate.admit(before.ticket, 'drafts/space-n')).toMatchObject({
    access: 'write',
  })
  await leader.ask('PUT', '/api/rooms/NANTES-LYON/openness', { groupId: 'grp-n', access: 'read' })
})

test('closing the door sends visitors with an account out, and leaves guests in', async () => {
  const leader = await facilitator()
  const visitor = new Visitor(server)
  await visitor.signIn('member-lyon')
  const visiting = await visitor.join('NANTES')
  const guest = new Visitor(server)
  const staying = await guest.join('NANTES')
  const [out, stays] = [roomLine(visiting.ticket), roomLine(staying.ticket)]
  await Promise.all([heard(out, 'room'), heard(stays, 'room')])

  const gone = heard(out, 'disconnect')
  expect((await leader.ask('PUT', '/api/rooms/NANTES/door', { open: false })).status).toBe(200)
  await gone
  expect(stays.connected).toBe(true)
  expect(await server.serving.deps.gate.admit(visiting.ticket, 'drafts/space-n')).toEqual({
    kind: 'bad-ticket',
  })
  expect(
    (await visitor.ask('POST', '/api/rooms/NANTES/join', { name: 'L', presence: 'remote' })).status,
  ).toBe(403)
  expect(
    (await new Visitor(server).ask('POST', '/api/rooms/NANTES/join', { name: 'L', presence: 'remote' }))
      .status,
  ).toBe(404)
  expect((await leader.ask('PUT', '/api/rooms/NANTES/door', { open: true })).status).toBe(200)
  expect((await visitor.join('NANTES')).participantId).toBe(visiting.participantId)
})

test('who may not: strangers see nothing (404), the room’s people are refused (403)', async () => {
  const leader = await facilitator()
  const guest = new Visitor(server)
  const { participantId } = await guest.join('NANTES')
  const other = new Visitor(server)
  await other.join('LYON')
  const acts = [
    ['POST', `people/${participantId}/remove`, undefined],
    ['PUT', `people/${participantId}/role`, { role: 'facilitator' }],
    ['PUT', 'door', { open: false }],
    ['PUT', 'openness', { groupId: 'grp-n', access: 'write' }],
  ] as const
  for (const [method, act, body] of acts) {
    expect((await guest.ask(method, `/api/rooms/NANTES/${act}`, body)).status, act).toBe(403)
    for (const stranger of [other, new Visitor(server)]) {
      const refused = await stranger.ask(method, `/api/rooms/NANTES/${act}`, body)
      expect(refused.status, act).toBe(404)
    }
  }
  const elsewhere = await leader.ask('POST', `/api/rooms/NANTES-LYON/people/${participantId}/remove`)
  expect(elsewhere.status).toBe(404)
})

test('nobody removes themselves, and a group’s facilitator does not remove an administrator', async () => {
  const leader = await facilitator()
  const { participantId: mine } = await leader.join('NANTES')
  expect((await leader.ask('POST', `/api/rooms/NANTES/people/${mine}/remove`)).status).toBe(409)
  const admin = new Visitor(server)
  await admin.signIn('admin')
  const { participantId } = await admin.join('NANTES')
  expect((await leader.ask('POST', `/api/rooms/NANTES/people/${participantId}/remove`)).status).toBe(403)
})

test('every such act stands in the audit lines, without a name', async () => {
  const leader = await facilitator()
  const { participantId } = await new Visitor(server).join('NANTES', { name: 'Canari' })
  await leader.ask('POST', `/api/rooms/NANTES/people/${participantId}/remove`)
  const line = server.log.find((one) => one.includes('person removed') && one.includes(participantId))
  expect(line).toContain('"audit":true')
  expect(server.log.join()).not.toContain('Canari')
})
