// Seeing a session again over the wire: rights of now, and what was secret or anonymous is so at every instant.
import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { randomId } from '#shared/contract/ids.ts'
import { createDraft } from '#shared/draft/draftModel.ts'
import type { NotesView } from '#shared/notes/notesView.ts'
import type { ReplayAnswer } from '#shared/replay/replayAnswer.ts'
import { decodeFrame, type ReplayedState } from '#shared/replay/replayFrame.ts'
import { noteText, recordsOf } from '#shared/whiteboard/boardModel.ts'
import { addNote } from '#shared/whiteboard/commands.ts'
import type { Snapshot } from '#shared/wire.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const until = async (fact: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await fact())) await new Promise((resolve) => setTimeout(resolve, 10))
}

class Person {
  readonly visitor: Visitor
  readonly docs = new Map<string, Y.Doc>()
  participantId = ''
  seatId = ''
  notes: NotesView | undefined
  line: Socket | undefined
  constructor(on: Pick<TestServer, 'url'>) {
    this.visitor = new Visitor(on)
  }

  async enter(name: string, persona?: string): Promise<this> {
    if (persona) await this.visitor.signIn(persona)
    const answer = await this.visitor.join('NANTES', { name })
    this.participantId = answer.participantId
    this.seatId = answer.you.seats[0]?.id ?? ''
    const line = io(server.url, {
      transports: ['websocket'],
      auth: { ticket: answer.ticket },
      forceNew: true,
    })
    this.line = line
    closing.push(() => line.disconnect())
    await new Promise<void>((resolve) => {
      line.on('room', ({ state }: Snapshot) => {
        if (state['notes']) this.notes = state['notes'] as NotesView // the slice's own view
        resolve()
      })
    })
    for (const { name: document } of answer.documents) {
      const doc = new Y.Doc()
      this.docs.set(document, doc)
      const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/yjs`, document, doc, {
        params: { ticket: answer.ticket },
        disableBc: true,
        WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket, // a WebSocket by shape
      })
      closing.push(() => provider.destroy())
      await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
    }
    return this
  }

  doc(kind: 'whiteboard' | 'drafts'): Y.Doc {
    const [, doc] = [...this.docs].find(([name]) => name.startsWith(kind)) ?? []
    if (!doc) throw new Error(`no ${kind}`)
    return doc
  }

  async say(name: string, input: unknown): Promise<void> {
    const answer: unknown = await this.line?.timeout(10_000).emitWithAck(name, { id: randomId(), input })
    expect(answer).toMatchObject({ ok: true })
  }

  /** The bytes as they come, and what is in them. */
  async instant(at: number): Promise<{ states: ReplayedState[]; bytes: Buffer }> {
    const response = await this.visitor.ask('GET', `/api/rooms/NANTES/replay/state?at=${at}`)
    expect(response.status).toBe(200)
    const bytes = Buffer.from(await response.arrayBuffer())
    return { states: decodeFrame(bytes), bytes }
  }

  async past(): Promise<ReplayAnswer> {
    return (await this.visitor.ask('GET', '/api/rooms/NANTES/replay')).json() as Promise<ReplayAnswer> // the route's answer
  }
}

const wish = {
  ...{ question: 'Qu’est-ce qui nous freine ?', frameId: null, colour: 'blue' },
  ...{ anonymous: true, moderated: false, authorsMayReveal: false },
}
const words = (states: readonly ReplayedState[]): string[] =>
  states
    .flatMap(({ name, update }) => {
      if (!name.startsWith('whiteboard')) return []
      const doc = new Y.Doc()
      Y.applyUpdateV2(doc, update)
      return [...recordsOf(doc).keys()].flatMap((id) => noteText(doc, id)?.toString() ?? [])
    })
    .sort()

test('a private note is at no instant before its reveal, its author at none at all; the open one is found', async () => {
  const leader = await new Person(server).enter('Eva', 'facilitator-nantes')
  const ana = await new Person(server).enter('Ana-W8K')
  const from = Date.now()
  addNote(leader.doc('whiteboard'), { frameId: null, colour: 'yellow', author: 'Eva', text: 'ouverte 2BD' })
  await leader.say('agenda.begin', { otherwise: [{ title: 'Écrire seul·e', minutes: 5 }] })
  await leader.say('notes.open', wish)
  await until(() => Boolean(ana.notes?.step))
  await ana.say('notes.put', {
    ...{ stepId: ana.notes?.step?.id, seatId: ana.seatId, noteId: randomId(), text: 'canari 7XQ' },
  })
  await until(() => leader.notes?.step?.notes === 1)
  const written = Date.now()
  // While it is secret, not even for the instant that is now.
  expect((await leader.instant(Date.now() + 1000)).bytes.includes('canari')).toBe(false)
  await leader.say('notes.reveal', { stepId: leader.notes?.step?.id })
  await until(() =>
    words([{ name: 'whiteboard', seq: 0, update: Y.encodeStateAsUpdateV2(ana.doc('whiteboard')) }]).includes(
      'canari 7XQ',
    ),
  )
  const to = Date.now()
  const revealed = (await leader.past()).sessions
    .flatMap(({ marks }) => marks)
    .find(({ kind }) => kind === 'revealed')
  expect(revealed).toMatchObject({ text: wish.question })

  const clients = new Set([ana.doc('whiteboard').clientID, ana.doc('drafts').clientID])
  let shown = 0
  const instants = Array.from({ length: 41 }, (_, i) => Math.round(from + ((to - from) * i) / 40))
  for (const at of [...instants, written, to + 10_000]) {
    const { states, bytes } = await leader.instant(at)
    const isShown = bytes.includes('canari 7XQ')
    if (at <= written) expect(isShown).toBe(false)
    if (isShown) shown += 1
    // The checker sees what is open: its words, and the name that it was signed with.
    if (at >= written) expect(bytes.includes('ouverte 2BD') && bytes.includes('Eva')).toBe(true)
    for (const trace of ['Ana-W8K', ana.participantId, ana.seatId]) expect(bytes.includes(trace)).toBe(false)
    for (const { update } of states) {
      const ids = [...Y.parseUpdateMetaV2(update).from.keys()]
      expect(ids.filter((id) => clients.has(id) || id !== 1)).toEqual([])
    }
  }
  expect(shown).toBeGreaterThan(0)
  expect(words((await leader.instant(to + 10_000)).states)).toEqual(
    words([{ name: 'whiteboard/', seq: 0, update: Y.encodeStateAsUpdateV2(leader.doc('whiteboard')) }]),
  )
  const told = JSON.stringify(await leader.past())
  for (const trace of ['Ana-W8K', ana.participantId, ana.seatId, 'canari', 'notes.put'])
    expect(told).not.toContain(trace)
})

test('the time line knows sessions, steps, decisions, drafts and initiatives, in their order', async () => {
  const leader = await new Person(server).enter('Eva', 'facilitator-nantes')
  createDraft(leader.doc('drafts'), { id: 'd-compost', title: 'Un compost de quartier' })
  await until(
    async () => (await leader.past()).sessions[0]?.marks.some(({ kind }) => kind === 'begun') ?? false,
  )
  await leader.say('decision.open', { question: 'On le garde ?', items: [], ballot: { kind: 'gradient' } })
  const open = await server.store.rooms.state('nantes')
  const { open: asked } = open.state['decision'] as { open: { id: string } } // the slice's own state
  await leader.say('decision.close', { id: asked.id })
  await leader.say('decision.startInitiative', {
    draft: { spaceId: 'space-n', draftId: 'd-compost', title: 'Un compost de quartier' },
    ...{ firstStep: 'Trouver le lieu', who: 'Nadège', when: '2026-12-01' },
  })
  const agenda = open.state['agenda'] as { currentId: string } // as above
  await leader.say('agenda.end', { from: agenda.currentId })
  const [session] = (await leader.past()).sessions
  expect(session).toMatchObject({ kind: 'session' })
  expect(session?.marks.map(({ kind }) => kind)).toEqual([
    ...['begin', 'step', 'revealed', 'begun', 'decided', 'initiative', 'end'],
  ])
  expect(session?.marks[1]).toMatchObject({ title: 'Écrire seul·e', place: 1 })
  expect(JSON.stringify(session?.marks)).not.toContain('Nadège')
  expect(session?.activity.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(1)
})

test('the same instant again is not sent again; what is no instant is refused; strangers learn nothing', async () => {
  const ana = await new Person(server).enter('Ana')
  const first = await ana.visitor.ask('GET', `/api/rooms/NANTES/replay/state?at=${Date.now()}`)
  const tag = first.headers.get('etag') ?? ''
  expect(first.headers.get('cache-control')).toContain('no-store')
  const again = await ana.visitor.ask('GET', `/api/rooms/NANTES/replay/state?at=${Date.now()}`, undefined, {
    'if-none-match': tag,
  })
  expect([first.status, again.status]).toEqual([200, 304])
  for (const at of ['', 'x', '-1', '1.5', '1e99', '[]'])
    expect((await ana.visitor.ask('GET', `/api/rooms/NANTES/replay/state?at=${at}`)).status, at).toBe(422)
  const stranger = new Visitor(server)
  await stranger.join('LYON')
  for (const path of ['', '/state?at=1'])
    expect(
      (await stranger.ask('GET', `/api/rooms/NANTES/replay${path}`, undefined, { 'if-none-match': tag }))
        .status,
    ).toBe(404)
})

test('whoever is removed loses the past with the present, and a closed door shuts visitors out of both', async () => {
  const visitor = new Visitor(server)
  await visitor.signIn('member-lyon')
  await visitor.join('NANTES')
  expect((await visitor.ask('GET', '/api/rooms/NANTES/replay')).status).toBe(200)
  const leader = await new Person(server).enter('Eva', 'facilitator-nantes')
  const guest = new Visitor(server)
  const { participantId } = await guest.join('NANTES', { name: 'Passe' })
  expect((await guest.ask('GET', '/api/rooms/NANTES/replay')).status).toBe(200)
  await leader.visitor.ask('POST', `/api/rooms/NANTES/people/${participantId}/remove`, {})
  expect((await guest.ask('GET', '/api/rooms/NANTES/replay')).status).toBe(404)
  expect((await guest.ask('GET', '/api/rooms/NANTES/replay/state?at=1')).status).toBe(404)
  expect((await leader.visitor.ask('PUT', '/api/rooms/NANTES/door', { open: false })).status).toBeLessThan(
    300,
  )
  expect((await visitor.ask('GET', '/api/rooms/NANTES/replay')).status).toBe(404)
  expect((await visitor.ask('GET', '/api/rooms/NANTES/replay/state?at=1')).status).toBe(404)
})
