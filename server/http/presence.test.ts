// A session's presence record over real sockets and HTTP: noticed by the server, once, and corrected by those who may.
import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createSessionKeeper } from '#server/features/sessions/sessionKeeper.ts'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import type { HeldSessionsAnswer, PresenceRecord } from '#shared/group/groupPage.ts'
import type { JoinAnswer } from '#shared/room/join.ts'

let server: TestServer
let lines: Socket[] = []
beforeAll(async () => {
  server = await startTestServer()
  const file = await server.store.cycle.exportFile()
  const names = ['facilitator-nantes A.', 'member-nantes A.', 'Zoé B.', 'Paul C.', 'Paul D.']
  const ids = ['mem-facilitator-nantes', 'mem-member-nantes', 'mem-zoe', 'mem-paul-c', 'mem-paul-d']
  const members = ids.map((id, n) => ({ id, displayName: names[n], groupIds: ['grp-n'] }))
  const groups = file?.groups.map((group) => (group.id === 'grp-n' ? { ...group, memberIds: ids } : group))
  const imported = await server.store.cycle.importFile({ ...file, members, groups })
  expect(imported).toMatchObject({ ok: true })
})
afterAll(() => server.close())

let leader: Visitor
let count = 0
beforeEach(async () => {
  leader = new Visitor(server)
  await leader.signIn('facilitator-nantes')
  await enter(leader, { name: 'Samira' })
})
afterEach(async () => {
  for (const line of lines) line.disconnect()
  lines = []
  for (const { id, roomId } of server.serving.deps.presence.participants('nantes'))
    server.serving.deps.presence.forget({ id, roomId })
  const { status } = await agenda()
  if (status === 'running') await end()
  if (status !== 'preparing') await run('agenda.renew', { keepSteps: false })
})

async function enter(visitor: Visitor, more: Record<string, unknown> = {}): Promise<JoinAnswer> {
  const joined = await visitor.join('NANTES', more)
  const line = io(server.url, {
    ...{ transports: ['websocket'], auth: { ticket: joined.ticket }, reconnection: false, forceNew: true },
  })
  lines.push(line)
  await new Promise((resolve) => line.once('room', resolve))
  return joined
}
const guest = async (name: string, more: Record<string, unknown> = {}): Promise<JoinAnswer> =>
  enter(new Visitor(server), { name, ...more })

interface Agenda {
  readonly status: string
  readonly sessionId: string
  readonly currentId: string
}
const agenda = async () => {
  const { state } = await server.store.rooms.state('nantes')
  return (state['agenda'] ?? { status: 'preparing' }) as Agenda // kept by the slice under test
}
async function run(name: string, input: unknown): Promise<void> {
  const actor = {
    ...{ participantId: 'p', roomId: 'nantes', groupId: 'grp-n' },
    role: 'facilitator',
  } as const
  const answer = await server.serving.deps.live.run({ ...actor, standing: 'member' }, name, {
    ...{ id: `presence-${++count}`, input },
  })
  expect(answer).toMatchObject({ ok: true })
}
const begin = async (): Promise<string> => {
  await run('agenda.begin', { otherwise: [{ title: 'Accueil', minutes: 10 }] })
  return (await agenda()).sessionId
}
const end = async () => run('agenda.end', { from: (await agenda()).currentId })
/** The wait ends with the fact; the limit is for a machine that does much else. */
const eventually = (fact: () => Promise<void>): Promise<void> => vi.waitFor(fact, { timeout: 10_000 })
const path = (sessionId: string, more = ''): string => `/api/rooms/NANTES/presence/${sessionId}${more}`
async function recorded(sessionId: string, visitor = leader): Promise<PresenceRecord> {
  const response = await visitor.ask('GET', path(sessionId))
  expect(response.status).toBe(200)
  return (await response.json()) as PresenceRecord // what the route under test says
}
const named = async (sessionId: string) =>
  Object.fromEntries(
    (await recorded(sessionId)).lines.map(({ name, side, headcount }) => [name, `${side} ${headcount}`]),
  )

test('[P1] [P2] [P3] seats are noted as they come, devices by their headcount, observers and screens as nobody', async () => {
  await guest('Ana', { presence: 'in-person', seats: ['Bo', 'Chloé'], headcount: 5 })
  await guest('Qui regarde', { observer: true })
  await guest('Écran', { screen: true })
  const sessionId = await begin()
  await guest('Emre', { presence: 'phone' })
  await eventually(async () =>
    expect(await named(sessionId)).toEqual({
      ...{ Ana: 'room 3', Bo: 'room 1', Chloé: 'room 1', Emre: 'remote 1', Samira: 'remote 1' },
    }),
  )
})

test('nobody is noted before the beginning or after the end; a session that is opened again goes on', async () => {
  const sessionId = await begin()
  await end()
  await guest('Trop tard')
  await run('agenda.addOutcome', { text: 'Un comité' })
  expect((await recorded(sessionId)).endedAt).not.toBeNull()
  expect(await named(sessionId)).toEqual({ Samira: 'remote 1' })
  await run('agenda.reopen', {})
  await eventually(async () => expect(Object.keys(await named(sessionId))).toContain('Trop tard'))
  expect((await recorded(sessionId)).endedAt).toBeNull()
  await end()
  await run('agenda.renew', { keepSteps: true })
  const next = await begin()
  const response = await leader.ask('GET', '/api/rooms/NANTES/sessions')
  const { sessions } = (await response.json()) as HeldSessionsAnswer // what the route under test says
  expect(sessions.slice(0, 2).map(({ id, remote }) => [id, remote])).toEqual([
    [next, 2],
    [sessionId, 2],
  ])
  expect(sessions[1]?.endedAt).not.toBeNull()
  expect((await server.store.sessionRecords.heldSession(sessionId))?.outcomes).toEqual(['Un comité'])
})

test('[P1] somebody who changes side keeps one line, and it says where they were last', async () => {
  const visitor = new Visitor(server)
  await enter(visitor, { name: 'Yann', presence: 'remote' })
  const sessionId = await begin()
  const [before] = (await recorded(sessionId)).lines.filter(({ name }) => name === 'Yann')
  const { participantId } = await visitor.join('NANTES', { name: 'Yann', presence: 'in-person' })
  const changed = await server.store.people.participant(participantId)
  if (changed) server.serving.deps.presence.changed(changed)
  await eventually(async () => expect(await named(sessionId)).toMatchObject({ Yann: 'room 1' }))
  const after = (await recorded(sessionId)).lines.filter(({ name }) => name === 'Yann')
  expect(after.map(({ id }) => id)).toEqual([before?.id])
})

test('a process that begins in mid-session notes the same people once, and knows what ended while it was away', async () => {
  await guest('Ana')
  const sessionId = await begin()
  const { presence } = server.serving.deps
  const { rooms, people, sessionRecords } = server.store
  const restarted = () =>
    createSessionKeeper({
      ...{ rooms, people, presence, records: sessionRecords, now: Date.now },
      dayOf: async () => ({ date: '2020-01-01', cycleSessionId: null }),
      warn: (context) => expect(context).toBeUndefined(),
    })
  const before = await recorded(sessionId)
  await Promise.all([restarted().start(), restarted().start()])
  expect(await recorded(sessionId)).toEqual(before)
  await sessionRecords.hold({
    ...{ id: 'lost', roomId: 'nantes', groupIds: [], title: '', date: '2020-01-01', cycleSessionId: null },
    ...{ startedAt: 1, endedAt: null, outcomes: [] },
  })
  await restarted().start()
  expect((await sessionRecords.heldSession('lost'))?.endedAt).not.toBeNull()
  expect((await sessionRecords.heldSession(sessionId))?.endedAt).toBeNull()
})

test('a facilitator adds, corrects and takes away; the server does not undo it', async () => {
  await guest('Ana')
  const sessionId = await begin()
  const line = (await recorded(sessionId)).lines.find(({ name }) => name === 'Ana')
  const seen = { name: 'Ana', side: 'remote', headcount: 1 }
  const at = path(sessionId, `/lines/${line?.id}`)
  const put = (body: object, where = at) => leader.ask('PUT', where, body)
  expect((await put({ ...seen, side: 'room', was: seen })).status).toBe(200)
  // The same again, after an answer that was lost.
  expect((await put({ ...seen, side: 'room', was: seen })).status).toBe(200)
  expect((await put({ ...seen, name: 'Anna', was: seen })).status).toBe(409)
  const added = path(sessionId, '/lines/without-device-1')
  expect((await put({ ...seen, name: 'Odile', headcount: 2, was: null }, added)).status).toBe(200)
  const gone = (await recorded(sessionId)).lines.find(({ name }) => name === 'Samira')
  for (let n = 0; n < 2; n++)
    expect((await leader.ask('DELETE', path(sessionId, `/lines/${gone?.id}`))).status).toBe(204)
  await guest('Emre')
  await eventually(async () =>
    expect(await named(sessionId)).toEqual({ Ana: 'room 1', Odile: 'remote 2', Emre: 'remote 1' }),
  )
})

test('[M1] [M2] missing are the members whom no line names, by account or by name', async () => {
  await guest('ZOE')
  await guest('paul')
  const sessionId = await begin()
  // The facilitator signed in under another name; two members are called Paul: none is taken for the other.
  const missing = (await recorded(sessionId)).missing.map(({ id }) => id)
  expect(missing).toEqual(['mem-member-nantes', 'mem-paul-c', 'mem-paul-d'])
})

test('facilitators and the secretary read and write; participants, observers, strangers and other rooms do not', async () => {
  const secretary = new Visitor(server)
  const joined = await enter(secretary, { name: 'Inès' })
  const sessionId = await begin()
  await run('agenda.nameSecretary', { seatId: joined.you.seats[0]?.id, was: null })
  expect((await recorded(sessionId, secretary)).lines.length).toBeGreaterThan(0)
  const body = { name: 'X', side: 'room', headcount: 1 }
  const tries = async (visitor: Visitor, room = 'NANTES') => {
    const at = path(sessionId).replace('NANTES', room)
    const asked = [
      await visitor.ask('GET', at),
      await visitor.ask('PUT', `${at}/lines/line-of-nobody`, body),
      await visitor.ask('DELETE', `${at}/lines/line-of-nobody`),
    ]
    for (const answer of asked.filter(({ ok }) => !ok)) expect(await answer.text()).not.toContain('Samira')
    return asked.map(({ status }) => status)
  }
  expect(await tries(secretary)).toEqual([200, 200, 204])
  const participant = new Visitor(server)
  await participant.join('NANTES')
  expect(await tries(participant)).toEqual([403, 403, 403])
  expect(await tries(new Visitor(server))).toEqual([404, 404, 404])
  const lyon = new Visitor(server)
  await lyon.signIn('admin')
  await lyon.join('LYON')
  expect(await tries(lyon, 'LYON')).toEqual([404, 404, 404])
  expect((await new Visitor(server).ask('GET', '/api/rooms/NANTES/sessions')).status).toBe(404)
  expect((await leader.ask('PUT', path(sessionId, '/lines/short'), body)).status).toBe(422)
})
