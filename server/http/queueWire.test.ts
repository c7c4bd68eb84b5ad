// The speaking queue and the room's attention over real lines: races of two facilitators, and what leaves the server for whom.
import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import type { AgendaState } from '#shared/agenda/agendaState.ts'
import type { AttentionView } from '#shared/attention/attention.ts'
import type { QueueView } from '#shared/queue/queue.ts'
import { noSums, sumsIn } from '#shared/queue/queueState.ts'
import type { Snapshot } from '#shared/wire.ts'

let server: TestServer
const lines: Line[] = []
beforeAll(async () => {
  server = await startTestServer({ LIMITS: '{"commandsPerSecond":500,"commandBurst":500}' })
})
afterEach(() => {
  for (const line of lines.splice(0)) line.socket.disconnect()
})
afterAll(() => server.close())

interface Answer {
  readonly ok: boolean
  readonly error?: { readonly code: string; readonly reason: string; readonly message: string }
}

/** A browser as the room lane sees one: it keeps what it was told, and everything that ever came over its line. */
class Line {
  readonly socket: Socket
  readonly seatId: string
  readonly everything: string[] = []
  state: Record<string, unknown> = {}
  #count = 0
  #looks = new Set<() => void>()

  constructor(ticket: string, seatId: string, lang = 'fr') {
    this.seatId = seatId
    const options = { transports: ['websocket'], auth: { ticket, lang }, reconnection: false, forceNew: true }
    this.socket = io(server.url, options)
    this.socket.on('room', (snapshot: Snapshot) => {
      this.everything.push(JSON.stringify(snapshot))
      this.state = { ...this.state, ...snapshot.state }
      for (const look of this.#looks) look()
    })
    lines.push(this)
  }
  get queue(): QueueView {
    return this.state['queue'] as QueueView // what the slice of that name sends
  }
  get attention(): AttentionView {
    return this.state['attention'] as AttentionView // the same
  }
  /** Resolves once what this browser knows fulfils the wish. */
  until(wish: (line: Line) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!this.state['queue'] || !wish(this)) return
        this.#looks.delete(look)
        resolve()
      }
      this.#looks.add(look)
      look()
    })
  }
  say(name: string, input: unknown): Promise<Answer> {
    this.#count += 1
    const envelope = { id: `command-${this.socket.id ?? ''}-${this.#count}`.slice(0, 64), input }
    return this.socket.timeout(5_000).emitWithAck(name, envelope)
  }
}

async function enter(name: string, presence: 'remote' | 'in-person', persona?: string): Promise<Line> {
  const visitor = new Visitor(server)
  if (persona) await visitor.signIn(persona)
  const { ticket, you } = await visitor.join('NANTES', { name, presence })
  const line = new Line(ticket, you.seats[0]?.id ?? '')
  await line.until(() => true)
  return line
}
const lead = (name: string): Promise<Line> => enter(name, 'remote', 'facilitator-nantes')
const names = (line: Line): string[] => line.queue.waiting.map(({ name }) => name)

beforeEach(async () => {
  const leader = await lead('Anouk')
  await leader.say('queue.endRound', {})
  await leader.say('queue.clear', {})
  if (leader.queue.speaking) await leader.say('queue.end', { turn: leader.queue.speaking.id })
  await leader.say('queue.resetBalance', {})
  leader.socket.disconnect()
})

test('two facilitators give the floor at once: one is heard, the other told, and nobody is skipped', async () => {
  const [one, two, ana, bo, cy] = await Promise.all([
    lead('Anouk'),
    lead('Anouk'),
    enter('Ana', 'remote'),
    enter('Bo', 'in-person'),
    enter('Cy', 'in-person'),
  ])
  for (const person of [ana, bo, cy])
    expect(await person.say('queue.raise', { seatId: person.seatId })).toMatchObject({ ok: true })
  await Promise.all([one, two].map((line) => line.until(() => names(line).length === 3)))
  for (const [at, speaker] of ['Ana', 'Bo', 'Cy'].entries()) {
    const after = one.queue.speaking?.id ?? null
    const answers = await Promise.all([one.say('queue.next', { after }), two.say('queue.next', { after })])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)?.error).toMatchObject({
      ...{ code: 'conflict', reason: 'queue.moved' },
      message: expect.stringContaining('La parole a changé de main'),
    })
    const hears = ({ queue }: Line): boolean => queue.speaking?.entry.name === speaker
    await Promise.all([one, two, ana].map((line) => line.until(hears)))
    expect(names(one)).toHaveLength(2 - at)
  }
})

test('twenty hands at once: each is up once, in one order that everybody sees', async () => {
  const people = await Promise.all(
    Array.from({ length: 20 }, (_, n) => enter(`N${n}`, n % 2 ? 'remote' : 'in-person')),
  )
  const answers = await Promise.all(people.map((line) => line.say('queue.raise', { seatId: line.seatId })))
  expect(answers.every(({ ok }) => ok)).toBe(true)
  await Promise.all(people.map((line) => line.until(() => names(line).length === 20)))
  const [first] = people
  expect(new Set(first && names(first)).size).toBe(20)
  for (const line of people) expect(names(line)).toEqual(first && names(first))
})

test('the balance is told to facilitators only, and the store keeps no figure of a person', async () => {
  const [leader, ana] = await Promise.all([lead('Anouk'), enter('Ana-Canari', 'remote')])
  await ana.say('queue.raise', { seatId: ana.seatId })
  await leader.say('queue.next', { after: null })
  await leader.until(({ queue }) => queue.speaking !== null)
  await ana.until(({ queue }) => queue.speaking !== null)
  expect(await ana.say('queue.end', { turn: ana.queue.speaking?.id })).toMatchObject({ ok: true })
  await leader.until(({ queue }) => queue.sums?.remote.turns === 1)
  await ana.until(({ queue }) => queue.speaking === null)
  expect(ana.queue.sums).toBeNull()
  expect(ana.everything.join()).not.toMatch(/"sums":\{/)
  const kept = JSON.stringify((await server.store.rooms.state('nantes')).state['queue'])
  expect(kept).not.toContain('Canari')
  expect(kept).not.toContain(ana.seatId)
})

test('a session that begins begins with an empty balance: the first turn that ends after it is its first', async () => {
  const [leader, ana] = await Promise.all([lead('Anouk'), enter('Ana', 'remote')])
  const speaks = async (): Promise<void> => {
    await ana.say('queue.raise', { seatId: ana.seatId })
    await leader.say('queue.next', { after: null })
    await leader.until(({ queue }) => queue.speaking !== null)
    await leader.say('queue.end', { turn: leader.queue.speaking?.id })
    await leader.until(({ queue }) => queue.speaking === null)
  }
  await speaks()
  await speaks()
  expect(leader.queue.sums?.remote.turns).toBe(2)
  const plan = { title: 'Tour', minutes: 5 }
  expect(await leader.say('agenda.begin', { otherwise: [plan] })).toMatchObject({ ok: true })
  const held = (): string | null => (leader.state['agenda'] as AgendaState).sessionId // what the slice of that name sends
  await leader.until(() => held() !== null)
  // Nothing of the queue was touched by the agenda's command: the sums are another session's, and are shown as none.
  expect(sumsIn({ session: leader.queue.session, sums: leader.queue.sums ?? noSums }, held())).toEqual(noSums)
  await speaks()
  expect(leader.queue).toMatchObject({ session: held(), sums: { remote: { turns: 1 } } })
})

test('participants are refused what facilitators do, and observers everything', async () => {
  const ana = await enter('Ana', 'remote')
  expect(await ana.say('queue.alternate', { sides: true, antennas: false })).toMatchObject({
    error: { code: 'not-allowed' },
  })
  expect(await ana.say('attention.lock', { records: ['shape:a'], drafts: [] })).toMatchObject({
    error: { code: 'not-allowed' },
  })
  const { ticket, you } = await new Visitor(server).join('NANTES', { observer: true })
  const observer = new Line(ticket, you.seats[0]?.id ?? '')
  await observer.until(() => true)
  for (const [name, input] of [
    ['queue.raise', { seatId: observer.seatId }],
    ['attention.react', { kind: 'agree' }],
  ] as const)
    expect(await observer.say(name, input), name).toMatchObject({ error: { code: 'not-allowed' } })
})

test('who is ready is counted; who answered what never leaves the server', async () => {
  const [leader, ana, bo] = await Promise.all([
    lead('Anouk'),
    enter('Ana', 'remote'),
    enter('Bo', 'in-person'),
  ])
  await leader.say('attention.askReady', {})
  await Promise.all([ana, bo].map((line) => line.until(({ attention }) => attention.ready !== null)))
  const id = ana.attention.ready?.id
  await ana.say('attention.answerReady', { id, seatId: ana.seatId, answer: 'ready' })
  await bo.say('attention.answerReady', { id, seatId: bo.seatId, answer: 'writing' })
  await leader.until(({ attention }) => attention.ready?.ready === 1 && attention.ready.writing === 1)
  await ana.until(({ attention }) => attention.ready?.writing === 1)
  expect(ana.attention.ready?.own).toEqual({ [ana.seatId]: 'ready' })
  expect(leader.attention.ready?.own).toEqual({})
  expect(JSON.stringify(leader.attention)).not.toContain(bo.seatId)
})

test('two invitations at once: one stands, everybody has the same, and ending the other changes nothing', async () => {
  const [one, two, ana] = await Promise.all([lead('Anouk'), lead('Anouk'), enter('Ana', 'remote')])
  const place = (id: string) => ({ kind: 'frame', id: `shape:${id}` })
  const answers = await Promise.all([
    one.say('attention.invite', { place: place('a'), label: 'A' }),
    two.say('attention.invite', { place: place('b'), label: 'B' }),
  ])
  expect(answers.every(({ ok }) => ok)).toBe(true)
  const ids = answers.map((answer) => (answer as { value?: { id: string } }).value?.id) // the loop's answer
  const { state } = await server.store.rooms.state('nantes')
  const kept = (state['attention'] as { invite: { id: string } }).invite.id // the slice's own state
  await ana.until(({ attention }) => attention.invite?.id === kept)
  const lost = ids.find((id) => id !== kept)
  expect(await one.say('attention.endInvite', { id: lost })).toMatchObject({
    error: { reason: 'attention.inviteOver' },
  })
  expect(await two.say('attention.endInvite', { id: kept })).toMatchObject({ ok: true })
  await ana.until(({ attention }) => attention.invite === null)
})
