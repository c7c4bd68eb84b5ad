// The agenda and the timer over real sockets: two facilitators at the same instant, retries, participants, a late joiner, a restart.
import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { AgendaState } from '#shared/agenda/agendaState.ts'
import type { Snapshot } from '#shared/wire.ts'

let server: TestServer
const lines: Socket[] = []
beforeAll(async () => {
  server = await startTestServer({ LIMITS: '{"commandsPerSecond":500,"commandBurst":500}' })
})
afterEach(() => {
  for (const line of lines.splice(0)) line.disconnect()
})
afterAll(() => server.close())

async function line(persona: string | null, code = 'NANTES'): Promise<Socket> {
  const visitor = new Visitor(server)
  if (persona) await visitor.signIn(persona)
  const { ticket } = await visitor.join(code)
  const socket = io(server.url, {
    transports: ['websocket'],
    auth: { ticket },
    reconnection: false,
    forceNew: true,
  })
  lines.push(socket)
  await new Promise((resolve) => socket.once('room', resolve))
  return socket
}

interface Said {
  readonly ok: boolean
  readonly error?: { readonly code: string; readonly reason: string; readonly message: string }
}
let count = 0
const envelope = (input: unknown) => ({ id: `agenda-lane-${++count}`, input })
const say = (socket: Socket, name: string, sent: unknown): Promise<Said> =>
  socket.timeout(5_000).emitWithAck(name, sent)
const agendaNow = async (roomId = 'nantes'): Promise<AgendaState> =>
  AgendaState.parse((await server.store.rooms.state(roomId)).state['agenda'])
const plans = ['A', 'B', 'C', 'D'].map((title) => ({ title, minutes: 10 }))

test('an agenda is begun, walked through by two facilitators at once, and nobody jumps over a step', async () => {
  const [one, two, guest] = await Promise.all([line('facilitator-nantes'), line('admin'), line(null)])
  if (!one || !two || !guest) throw new Error('three lines')
  expect(await say(one, 'agenda.lay', envelope({ steps: plans, instead: [] }))).toMatchObject({ ok: true })

  const begun = await Promise.all(
    [one, two].map((who) => say(who, 'agenda.begin', envelope({ otherwise: plans }))),
  )
  expect(begun.filter(({ ok }) => ok)).toHaveLength(1)
  expect(begun.find(({ ok }) => !ok)?.error).toMatchObject({
    reason: 'agenda.alreadyBegun',
    message: 'La séance est déjà commencée.',
  })

  for (const title of ['B', 'C', 'D']) {
    const from = (await agendaNow()).currentId
    const moved = await Promise.all([one, two].map((who) => say(who, 'agenda.next', envelope({ from }))))
    expect(moved.map(({ ok }) => ok).sort()).toEqual([false, true])
    const { steps, currentId } = await agendaNow()
    expect(steps.find(({ id }) => id === currentId)?.title).toBe(title)
  }
  const { currentId, endsAt } = await agendaNow()
  const longer = await Promise.all(
    [one, two].map((who) =>
      say(who, 'agenda.extend', envelope({ from: currentId, minutes: 2, seen: endsAt })),
    ),
  )
  expect(longer.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect((await agendaNow()).steps.at(-1)?.extraMinutes).toBe(2)

  for (const [name, input] of [
    ['agenda.back', { from: currentId }],
    ['agenda.end', { from: currentId }],
    ['agenda.addOutcome', { text: 'x' }],
    ['timer.start', { durationMs: 60_000 }],
  ] as const)
    expect((await say(guest, name, envelope(input))).error?.code, name).toBe('not-allowed')
})

test('the same command sent again after a lost answer moves on once', async () => {
  const leader = await line('admin', 'LYON')
  await say(leader, 'agenda.begin', envelope({ otherwise: plans }))
  const again = envelope({ from: (await agendaNow('lyon')).currentId })
  const first = await say(leader, 'agenda.next', again)
  expect(await say(leader, 'agenda.next', again)).toEqual(first)
  const { steps, currentId } = await agendaNow('lyon')
  expect(steps.find(({ id }) => id === currentId)?.title).toBe('B')
})

test('who comes late sees the step, its end and the timer with the first snapshot; the server stamped both ends', async () => {
  const leader = await line('facilitator-nantes', 'NANTES-LYON')
  const before = Date.now()
  await say(leader, 'agenda.begin', envelope({ otherwise: plans }))
  await say(leader, 'timer.start', envelope({ durationMs: 300_000 }))
  const { ticket } = await new Visitor(server).join('NANTES-LYON')
  const socket = io(server.url, {
    transports: ['websocket'],
    auth: { ticket },
    reconnection: false,
    forceNew: true,
  })
  lines.push(socket)
  const asked = performance.now()
  const { state, now } = await new Promise<Snapshot>((resolve) => socket.once('room', resolve))
  expect(performance.now() - asked).toBeLessThan(1_000)
  const agenda = AgendaState.parse(state['agenda'])
  expect(agenda.status).toBe('running')
  expect((agenda.endsAt ?? 0) - before).toBeGreaterThanOrEqual(600_000)
  expect((agenda.endsAt ?? 0) - now).toBeLessThanOrEqual(600_000)
  const { endsAt } = state['timer'] as { endsAt: number } // a running timer, started above
  expect(endsAt - now).toBeLessThanOrEqual(300_000)
  expect(endsAt - before).toBeGreaterThanOrEqual(300_000)
})

test('twenty people who prepare at once lose no step', async () => {
  const leader = await line('admin', 'RUCHE 4711')
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      say(leader, 'agenda.add', envelope({ step: { title: `Étape ${n}`, minutes: 5 }, before: null })),
    ),
  )
  expect(answers.every(({ ok }) => ok)).toBe(true)
  const { steps } = await agendaNow('ruche')
  expect(new Set(steps.map(({ title }) => title)).size).toBe(20)
  expect(new Set(steps.map(({ id }) => id)).size).toBe(20)
})
