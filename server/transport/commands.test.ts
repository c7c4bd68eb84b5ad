// The room lane's line over real sockets: tickets, commands, snapshots, and what hostile clients send.
import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import type { Snapshot } from '#shared/wire.ts'

let server: TestServer
const lines: Socket[] = []
beforeAll(async () => {
  // Room for the hostile packets of these tests; the flood goes far beyond it.
  server = await startTestServer({ LIMITS: '{"commandsPerSecond":500,"commandBurst":500}' })
})
afterEach(() => {
  for (const line of lines.splice(0)) line.disconnect()
})
afterAll(() => server.close())

function line(ticket: unknown, more: Record<string, unknown> = {}): Socket {
  const made = io(server.url, {
    transports: ['websocket'],
    auth: { ticket },
    reconnection: false,
    forceNew: true,
    ...more,
  })
  lines.push(made)
  return made
}
const heard = <T>(socket: Socket, event: string): Promise<T> =>
  new Promise((resolve) => socket.once(event, resolve))
const until = (socket: Socket, wanted: (snapshot: Snapshot) => boolean): Promise<Snapshot> =>
  new Promise((resolve) => {
    const look = (snapshot: Snapshot): void => {
      if (!wanted(snapshot)) return
      socket.off('room', look)
      resolve(snapshot)
    }
    socket.on('room', look)
  })
const say = (
  socket: Socket,
  name: string,
  ...rest: unknown[]
): Promise<{ ok: boolean; error?: Record<string, string>; value?: unknown }> =>
  socket.timeout(5_000).emitWithAck(name, ...rest)
let count = 0
const envelope = (input: unknown) => ({ id: `command-${++count}`, input })

async function leaderTicket(): Promise<string> {
  const leader = new Visitor(server)
  await leader.signIn('facilitator-nantes')
  return (await leader.join('NANTES')).ticket
}

test('whoever enters is told the room at once: version, clock, state, people', async () => {
  const { ticket, participantId } = await new Visitor(server).join('NANTES', {
    presence: 'in-person',
    headcount: 4,
  })
  const snapshot = await heard<Snapshot>(line(ticket), 'room')
  expect(Math.abs(snapshot.now - Date.now())).toBeLessThan(5_000)
  expect(snapshot.state).toMatchObject({ call: { url: null }, seats: null })
  expect(snapshot.people?.find((person) => person.participantId === participantId)).toMatchObject({
    side: 'room',
    headcount: 4,
    groupId: 'grp-n',
    role: 'participant',
  })
})

test('two tabs are one person, and a joint room wears the group’s ink', async () => {
  const { ticket, participantId } = await new Visitor(server).join('NANTES-LYON', { group: 'LYN' })
  const [first, second] = [line(ticket), line(ticket)]
  await Promise.all([heard(first, 'room'), heard(second, 'room')])
  const people = server.serving.deps.presence
    .people('nantes-lyon')
    .filter((person) => person.participantId === participantId)
  expect(people).toHaveLength(1)
  const { groups } = (await new Visitor(server).join('NANTES-LYON')).room
  expect(people[0]?.ink).toBe(groups.find(({ id }) => id === 'grp-l')?.wear.ink)
})

test.each([undefined, null, '', 'garbage', {}, [], 'x'.repeat(50_000)])(
  'a bad ticket (%#) is refused with a code',
  async (ticket) => {
    expect(await heard(line(ticket), 'connect_error')).toMatchObject({ data: { code: 'bad-ticket' } })
  },
)

test('an accepted command is kept, answered, and told to everyone of the room and to nobody else', async () => {
  const leader = line(await leaderTicket())
  const guest = line((await new Visitor(server).join('NANTES')).ticket)
  const elsewhere = line((await new Visitor(server).join('LYON')).ticket)
  await Promise.all([leader, guest, elsewhere].map((socket) => heard(socket, 'room')))
  const url = 'https://visio.example/salle'
  const told = until(guest, ({ state }) => JSON.stringify(state['call']).includes(url))
  let leaked = false
  elsewhere.on('room', ({ state }: Snapshot) => {
    leaked ||= JSON.stringify(state).includes(url)
  })
  const answer = await say(leader, 'call.set', envelope({ url }))
  expect(answer).toMatchObject({ ok: true })
  const { version } = await told
  expect(version).toBe((await server.store.rooms.state('nantes')).version)
  // A command of that other room is told after: had the first been, it would have been heard before.
  await say(elsewhere, 'seats.add', envelope({ name: 'X' }))
  expect(leaked).toBe(false)
})

test('the same id again gives the first answer and changes nothing', async () => {
  const leader = line(await leaderTicket())
  await heard(leader, 'room')
  const again = envelope({ url: 'https://visio.example/une' })
  const first = await say(leader, 'call.set', again)
  const { version } = await server.store.rooms.state('nantes')
  expect(await say(leader, 'call.set', again)).toEqual(first)
  expect((await server.store.rooms.state('nantes')).version).toBe(version)
})

test('twenty people at once: every command is kept, versions have no gaps', async () => {
  const joined = await Promise.all(Array.from({ length: 20 }, () => new Visitor(server).join('LYON')))
  const sockets = joined.map(({ ticket }) => line(ticket))
  await Promise.all(sockets.map((socket) => heard(socket, 'room')))
  const before = (await server.store.rooms.state('lyon')).version
  const answers = await Promise.all(
    sockets.map((socket, n) => say(socket, 'seats.add', envelope({ name: `N${n}` }))),
  )
  expect(answers.every(({ ok }) => ok)).toBe(true)
  const versions = answers.map(({ value }) => (value as { version: number }).version).sort((a, b) => a - b) // the loop's answer
  expect(versions).toEqual(Array.from({ length: 20 }, (_, n) => before + 1 + n))
})

test('seats: added, seen by others, kept when their device comes back', async () => {
  const guest = new Visitor(server)
  const { ticket, participantId } = await guest.join('NANTES', { name: 'Ana' })
  const [mine, other] = [line(ticket), line((await new Visitor(server).join('NANTES')).ticket)]
  await Promise.all([heard(mine, 'room'), heard(other, 'room')])
  const seen = until(other, ({ people = [] }) =>
    people.some((p) => p.participantId === participantId && p.seats.length === 2),
  )
  expect(await say(mine, 'seats.add', envelope({ name: 'Bo' }))).toMatchObject({ ok: true })
  const { people = [] } = await seen
  expect(people.find((p) => p.participantId === participantId)?.headcount).toBe(2)
  expect((await guest.join('NANTES')).you.seats.map(({ name }) => name)).toEqual(['Ana', 'Bo'])
})

test('rights: a participant does not set the call, and is told so in the language of the line', async () => {
  const { ticket } = await new Visitor(server).join('NANTES')
  const guest = line(ticket, { auth: { ticket, lang: 'en' } })
  await heard(guest, 'room')
  const refused = await say(guest, 'call.set', envelope({ url: 'https://evil.example' }))
  expect(refused).toEqual({
    ok: false,
    error: {
      code: 'not-allowed',
      reason: 'command.notAllowed',
      message: 'Your rights do not allow this here.',
    },
  })
})

test('hostile packets are answered or dropped, and everyone else goes on', async () => {
  const { ticket } = await new Visitor(server).join('NANTES')
  const hostile = line(ticket)
  const honest = line(await leaderTicket())
  await Promise.all([heard(hostile, 'room'), heard(honest, 'room')])
  const shapes = [
    undefined,
    null,
    1,
    'x',
    [],
    {},
    { id: 1 },
    { id: 'command-x' },
    { id: 'x'.repeat(1000), input: {} },
    Buffer.from('x'),
  ]
  for (const name of [
    'call.set',
    'call.constructor',
    '__proto__.x',
    'constructor',
    'toString',
    'seats.add.x',
    '',
    '.',
    'error',
    'join',
    'room',
  ]) {
    for (const shape of shapes.slice(0, 4)) {
      hostile.emit(name, shape)
      hostile.emit(name)
    }
  }
  for (const shape of shapes)
    expect((await say(hostile, 'call.set', shape)).ok, JSON.stringify(shape)).toBe(false)
  expect(await say(hostile, 'nothing.here', envelope({}))).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  })
  expect(await say(honest, 'call.set', envelope({ url: 'https://ok.example' }))).toMatchObject({ ok: true })
}, 30_000)

test('too many commands at once are refused; a flood loses its line; others are still served', async () => {
  const { ticket } = await new Visitor(server).join('NANTES')
  const flooding = line(ticket)
  const honest = line(await leaderTicket())
  await Promise.all([heard(flooding, 'room'), heard(honest, 'room')])
  const cut = heard(flooding, 'disconnect')
  for (let n = 0; n < 20_000; n++) flooding.emit('call.set', envelope({ url: null }))
  await cut
  expect(await say(honest, 'call.set', envelope({ url: null }))).toMatchObject({ ok: true })
}, 30_000)

test('another namespace, and a packet that is too large, get nowhere', async () => {
  const { ticket } = await new Visitor(server).join('NANTES')
  const admin = io(`${server.url}/admin`, {
    transports: ['websocket'],
    auth: { ticket },
    reconnection: false,
    forceNew: true,
  })
  lines.push(admin)
  expect(await heard(admin, 'connect_error')).toMatchObject({ message: 'Invalid namespace' })
  const large = line(ticket)
  await heard(large, 'room')
  const gone = heard(large, 'disconnect')
  large.emit('call.set', envelope({ url: 'x'.repeat(200_000) }))
  await gone
})

test.each(['https://evil.example', 'null', 'http://localhost:1', 'http://127.0.0.1.evil.example'])(
  'an upgrade from %s is 403, in both lanes, before any line exists',
  async (origin) => {
    const { ticket } = await new Visitor(server).join('NANTES')
    for (const path of ['/socket.io/?EIO=4&transport=websocket', `/yjs/whiteboard/nantes?ticket=${ticket}`]) {
      const status = await new Promise<number | undefined>((resolve) => {
        const socket = new WebSocket(server.url.replace('http', 'ws') + path, { origin })
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
        socket.on('open', () => resolve(101))
        socket.on('error', () => undefined)
      })
      expect(status, path).toBe(403)
    }
    const polling = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`, { headers: { origin } })
    expect(polling.status).toBe(403)
  },
)

test('an unknown upgrade path is 404 and does not hang', async () => {
  const status = await new Promise<number | undefined>((resolve) => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/elsewhere`)
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
    socket.on('error', () => undefined)
  })
  expect(status).toBe(404)
})

test('polling serves outsiders too', async () => {
  const { ticket } = await new Visitor(server).join('NANTES')
  expect(await heard<Snapshot>(line(ticket, { transports: ['polling'] }), 'room')).toHaveProperty('version')
})
