// Sub-groups and apartés over real sockets and a real database: frames, ways in, secrecy, coming back, withdrawn rights, a kill.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { io, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { openStore } from '#server/adapters/sql/openStore.ts'
import { readConfig } from '#server/config.ts'
import { routeTable } from '#server/http/routeTable.ts'
import { serve } from '#server/http/serve.ts'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { randomId } from '#shared/contract/ids.ts'
import { createDraft, draftsOf, readDrafts } from '#shared/draft/draftModel.ts'
import type { JoinAnswer } from '#shared/room/join.ts'
import type { PersonPresent } from '#shared/room/people.ts'
import type { SubgroupsView } from '#shared/subgroups/subgroupsView.ts'
import { noteText, recordsOf } from '#shared/whiteboard/boardModel.ts'
import { addNote } from '#shared/whiteboard/commands.ts'
import { childrenOf, isShape, readRecords } from '#shared/whiteboard/place.ts'
import type { Snapshot } from '#shared/wire.ts'

type Answer = { ok: boolean; error?: { reason: string }; value?: unknown }

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** Waits for a fact. */
const until = async (fact: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await fact())) await new Promise((resolve) => setTimeout(resolve, 10))
}

/** One room as one device is in it, with everything that came to it as bytes. */
class InRoom {
  readonly received: Buffer[] = []
  readonly docs = new Map<string, Y.Doc>()
  readonly closes = new Map<string, number[]>()
  readonly answer: JoinAnswer
  view: SubgroupsView | undefined
  people: readonly PersonPresent[] = []
  documents: readonly string[] = []
  readonly #url: string
  #line: Socket | undefined

  constructor(url: string, answer: JoinAnswer) {
    this.#url = url
    this.answer = answer
    this.received.push(Buffer.from(JSON.stringify(answer)))
  }

  async open(): Promise<this> {
    await this.#openLine()
    for (const { name } of this.answer.documents) await this.openDocument(name)
    return this
  }

  #openLine(): Promise<void> {
    const auth = { ticket: this.answer.ticket }
    const line = io(this.#url, { transports: ['websocket'], auth, reconnection: false, forceNew: true })
    this.#line = line
    closing.push(() => line.disconnect())
    line.io.engine.on('data', (data: string | ArrayBuffer) =>
      this.received.push(typeof data === 'string' ? Buffer.from(data) : Buffer.from(data)),
    )
    return new Promise((resolve, reject) => {
      line.on('connect_error', reject)
      line.on('room', ({ state, people, documents }: Snapshot) => {
        if (state['subgroups']) this.view = state['subgroups'] as SubgroupsView // the slice's own view
        if (people) this.people = people
        if (documents) this.documents = documents
        resolve()
      })
    })
  }

  openDocument(name: string, ticket = this.answer.ticket): Promise<void> {
    const { received } = this
    const closes = this.closes.get(name) ?? []
    this.closes.set(name, closes)
    class Recorded extends WebSocket {
      constructor(address: string) {
        super(address, { perMessageDeflate: false })
        this.on('message', (data: Buffer) => received.push(Buffer.from(data)))
        this.on('close', (code: number) => closes.push(code))
      }
    }
    const doc = this.docs.get(name) ?? new Y.Doc()
    this.docs.set(name, doc)
    const provider = new WebsocketProvider(`${this.#url.replace('http', 'ws')}/yjs`, name, doc, {
      params: { ticket },
      disableBc: true,
      // ws is a WebSocket by shape; its types say more than the provider asks for.
      WebSocketPolyfill: Recorded as unknown as typeof globalThis.WebSocket,
    })
    closing.push(() => provider.destroy())
    return new Promise((resolve) => {
      provider.once('sync', () => resolve())
      provider.on('connection-close', () => resolve())
    })
  }

  get board(): Y.Doc {
    return this.docOf('whiteboard')
  }

  docOf(kind: 'whiteboard' | 'drafts'): Y.Doc {
    const doc = [...this.docs].find(([name]) => name.startsWith(kind))?.[1]
    if (!doc) throw new Error(`no ${kind}`)
    return doc
  }

  get connected(): boolean {
    return this.#line?.connected ?? false
  }

  say(name: string, input: unknown, id = randomId()): Promise<Answer> {
    if (!this.#line) throw new Error('not in the room')
    return this.#line.timeout(10_000).emitWithAck(name, { id, input }) as Promise<Answer> // the lane's answers
  }

  hasReceived(words: string): boolean {
    return this.received.some((bytes) => bytes.includes(words))
  }
}

class Person {
  readonly visitor: Visitor
  readonly url: string
  room!: InRoom

  constructor(server: Pick<TestServer, 'url'>) {
    this.url = server.url
    this.visitor = new Visitor(server)
  }

  async enter(
    name: string,
    { persona, code = 'NANTES', ...more }: { persona?: string; code?: string } & object = {},
  ): Promise<this> {
    if (persona) await this.visitor.signIn(persona)
    this.room = await new InRoom(this.url, await this.visitor.join(code, { name, ...more })).open()
    return this
  }

  get seatId(): string {
    return this.room.answer.you.seats[0]?.id ?? ''
  }

  ask(groupId: string, code = 'NANTES'): Promise<Response> {
    return this.visitor.ask('POST', `/api/rooms/${code}/aparte/${groupId}/join`)
  }

  async goApart(groupId: string, code = 'NANTES'): Promise<InRoom> {
    const response = await this.ask(groupId, code)
    if (response.status !== 200)
      throw new Error(`the aparté answered ${response.status}: ${await response.text()}`)
    return new InRoom(this.url, (await response.json()) as JoinAnswer).open() // what the route under test says
  }

  /** Every page and resource that can be asked for with GET of the room and, where its code is known, of the aparté. */
  async askEverything(codes: readonly string[], ids: readonly string[]): Promise<void> {
    for (const [method, path] of routeTable) {
      if (method !== 'get') continue
      for (const code of codes) {
        for (const id of ids) {
          const filled = path
            .replace(':code', code)
            .replace(':group', 'NTE')
            .replace(':spaceId', id)
            .replace(/:\w+/g, 'x')
          const response = await this.visitor.ask('GET', filled, undefined, {
            authorization: `Bearer ${this.room.answer.ticket}`,
          })
          this.room.received.push(
            Buffer.from([...response.headers].join()),
            Buffer.from(await response.arrayBuffer()),
          )
          if (!path.includes(':spaceId')) break
        }
      }
    }
  }
}

const mayLead = { persona: 'facilitator-nantes' }

/** Sub-groups by hand: these seats, in this order, each in its own. */
async function prepare(leader: InRoom, hands: readonly (readonly string[])[]): Promise<string[]> {
  const names = hands.map((_, n) => `Groupe ${n + 1}`)
  const draw = { method: 'hand', count: hands.length, names }
  expect(await leader.say('subgroups.draw', draw)).toMatchObject({ ok: true })
  await until(() => leader.view?.plan?.groups.length === hands.length)
  const ids = leader.view?.plan?.groups.map(({ id }) => id) ?? []
  for (const [n, hand] of hands.entries())
    for (const seatId of hand)
      expect(await leader.say('subgroups.move', { seatId, to: ids[n] })).toMatchObject({ ok: true })
  return ids
}

async function start(
  leader: InRoom,
  kind: 'groups' | 'aparte',
  hands: readonly (readonly string[])[],
): Promise<string[]> {
  const ids = await prepare(leader, hands)
  expect(await leader.say('subgroups.start', { kind, minutes: 10 })).toMatchObject({ ok: true })
  await until(() => leader.view?.plan?.status === 'running')
  return ids
}

/** Ends what a test left running, so that the next one may begin. */
const finish = async (leader: InRoom): Promise<void> => {
  if (leader.view?.plan?.status === 'running') await leader.say('subgroups.end', {})
  await until(() => leader.view?.plan?.status !== 'running')
}

const wordsOn = (board: Y.Doc): string[] =>
  [...recordsOf(board).keys()].flatMap((id) => noteText(board, id)?.toString() ?? [])

describe('sub-groups', () => {
  let server: TestServer
  // Each with a server of its own: whoever tries doors in vain is soon kept waiting.
  beforeEach(async () => {
    server = await startTestServer()
  })
  afterEach(() => server.close())
  const enter = (name: string, more: object = {}) => new Person(server).enter(name, more)

  test('in the same documents: a frame each, laid once, whatever is retried; two leaders end at once', async () => {
    const [leader, other, ana, ben] = [
      await enter('Eva', mayLead),
      await enter('Admin', { persona: 'admin' }),
      await enter('Ana'),
      await enter('Ben'),
    ]
    await prepare(leader.room, [[ana.seatId], [ben.seatId]])
    const id = randomId()
    const input = { kind: 'groups', minutes: 5 }
    const first = await leader.room.say('subgroups.start', input, id)
    expect(await leader.room.say('subgroups.start', input, id)).toEqual(first)
    expect(await other.room.say('subgroups.start', input)).toMatchObject({
      error: { reason: 'subgroups.running' },
    })
    await until(() => ana.room.view?.plan?.status === 'running')
    const frames = ana.room.view?.plan?.groups.map(({ frameId }) => frameId ?? '') ?? []
    await until(() => frames.every((frame) => recordsOf(ana.room.board).has(frame)))
    expect(frames.map((frame) => recordsOf(ana.room.board).get(frame)?.get('props.name'))).toEqual([
      'Groupe 1',
      'Groupe 2',
    ])
    const ended = await Promise.all([leader, other].map((one) => one.room.say('subgroups.end', {})))
    expect(ended.map(({ ok }) => ok).sort()).toEqual([false, true])
    await until(() => ben.room.view?.plan === null)
    expect(ben.room.view?.last?.groups.map(({ mine }) => mine)).toEqual([false, true])
  })

  test('an aparté’s words, people, queue and code reach nobody but its own people, and everybody once it is back', async () => {
    const [leader, ana, ben, cleo] = [
      await enter('Eva', mayLead),
      await enter('Ana'),
      await enter('Ben'),
      await enter('Cléo', { persona: 'member-nantes' }),
    ]
    const [first = '', second = ''] = await start(leader.room, 'aparte', [
      [ana.seatId, ben.seatId],
      [cleo.seatId],
    ])
    // Everybody leads in it; the same person, the same name, the same seat.
    const apart = await ana.goApart(first)
    expect(apart.answer.you).toMatchObject({ name: 'Ana', role: 'facilitator', seats: [{ id: ana.seatId }] })
    expect(apart.answer.participantId).not.toBe(ana.room.answer.participantId)
    const { code } = apart.answer.room
    expect(code).toMatch(/^[A-Z]{20}$/)
    const bens = await ben.goApart(first)
    addNote(apart.board, { text: 'canari note 3QX' })
    createDraft(apart.docOf('drafts'), { id: 'draft0000000000000000000001', title: 'canari texte 8WL' })
    expect(
      await apart.say('agenda.add', { step: { title: 'canari étape 5ZT', minutes: 5 }, before: null }),
    ).toMatchObject({
      ok: true,
    })
    expect(await apart.say('seats.rename', { seatId: ana.seatId, name: 'canari nom 6VD' })).toMatchObject({
      ok: true,
    })
    await until(
      () => wordsOn(bens.board).includes('canari note 3QX') && draftsOf(bens.docOf('drafts')).size === 1,
    )
    const hand = { name: 'canari parole 2JP', side: 'room' }
    expect(await apart.say('queue.raiseFor', hand)).toMatchObject({ ok: true })
    await until(() => bens.people.some(({ seats }) => seats.some(({ name }) => name.startsWith('canari'))))

    const late = await enter('Tard')
    const outsiders = [leader, cleo, late]
    const cleos = await cleo.goApart(second)
    const names = apart.answer.documents.map(({ name }) => name)
    const spaceId = names.find((name) => name.startsWith('drafts'))?.slice('drafts/'.length) ?? ''
    for (const outsider of outsiders) {
      expect((await outsider.ask(first)).status).toBe(404)
      await outsider.askEverything(['NANTES', code], ['space-n', spaceId])
      for (const name of names) await outsider.room.openDocument(name)
      for (const name of names) expect(outsider.room.closes.get(name)).toContain(4403)
      for (const path of [`/api/rooms/${code}`, `/api/rooms/${code}/qr.svg`])
        expect((await outsider.visitor.ask('GET', path)).status).toBe(404)
      const body = { name: 'X', presence: 'remote' }
      expect((await outsider.visitor.ask('POST', `/api/rooms/${code}/join`, body)).status).toBe(404)
    }
    // Cléo's own aparté gives no right in this one either.
    for (const name of names) {
      await cleos.openDocument(name)
      expect(cleos.closes.get(name)).toContain(4403)
    }
    const secrets = [
      'canari note 3QX',
      'canari texte 8WL',
      'canari étape 5ZT',
      'canari nom 6VD',
      'canari parole 2JP',
      code,
    ]
    // The checker sees: the aparté's own people have every one of them.
    for (const secret of secrets)
      expect(
        [apart, bens].some((one) => one.hasReceived(secret)),
        secret,
      ).toBe(true)
    expect(bens.hasReceived('canari texte 8WL')).toBe(true)
    expect(ana.room.hasReceived(code)).toBe(true)
    for (const secret of secrets) {
      for (const outsider of outsiders) expect(outsider.room.hasReceived(secret), secret).toBe(false)
      expect(cleos.hasReceived(secret), secret).toBe(false)
      expect(server.log.join('\n')).not.toContain(secret)
    }
    const parents = ['whiteboard/nantes', 'drafts/space-n']
    for (const name of parents) {
      const doc = await server.serving.deps.lane.read(name, (one) => Buffer.from(Y.encodeStateAsUpdate(one)))
      for (const secret of secrets) expect(doc?.includes(secret), `${name} ${secret}`).toBe(false)
    }

    // Coming back.
    expect(await leader.room.say('subgroups.callBack', {})).toMatchObject({ ok: true })
    await until(() => typeof ana.room.view?.plan?.calledBackAt === 'number')
    addNote(apart.board, { text: 'encore un mot' })
    await until(() => wordsOn(bens.board).includes('encore un mot'))
    const end = randomId()
    const answer = await leader.room.say('subgroups.end', {}, end)
    expect(answer).toMatchObject({ ok: true })
    expect(await leader.room.say('subgroups.end', {}, end)).toEqual(answer)
    await until(() => wordsOn(cleo.room.board).includes('canari note 3QX'))
    await until(() => cleo.room.view?.plan === null)
    const frame = cleo.room.view?.last?.groups.find(({ id }) => id === first)?.frameId ?? ''
    const inside = childrenOf(readRecords(cleo.room.board), frame)
    expect(inside.filter((one) => isShape(one, 'note'))).toHaveLength(2)
    expect(inside.find((one) => isShape(one, 'draft'))).toMatchObject({
      props: { spaceId, draftId: 'draft0000000000000000000001' },
    })
    expect(inside.every((one) => !isShape(one, 'image'))).toBe(true)
    expect(recordsOf(cleo.room.board).get(frame)?.get('props.name')).toBe('Groupe 1')
    // An aparté without a word leaves nothing behind.
    const empty = cleo.room.view?.last?.groups.find(({ id }) => id === second)?.frameId ?? ''
    expect(recordsOf(cleo.room.board).has(empty)).toBe(false)

    // The third edits the live card: the line said that there is a new document, and joining again opens it.
    await until(() => cleo.room.documents.includes(`drafts/${spaceId}`))
    expect(cleo.room.connected).toBe(true)
    expect(cleo.room.closes.get('whiteboard/nantes')).toEqual([])
    const again = await cleo.visitor.join('NANTES', { name: 'Cléo' })
    expect(again.documents.find(({ name }) => name === `drafts/${spaceId}`)).toMatchObject({
      access: 'write',
      groupId: 'grp-n',
    })
    const opened = new InRoom(server.url, again)
    await opened.openDocument(`drafts/${spaceId}`)
    const title = draftsOf(opened.docOf('drafts')).get('draft0000000000000000000001')?.get('title') as Y.Text // as the model makes it
    title.insert(title.length, ' et la suite')
    const kept = () =>
      server.serving.deps.lane.read(`drafts/${spaceId}`, (doc) => readDrafts(doc).map((one) => one.title))
    await until(async () => (await kept())?.[0] === 'canari texte 8WL et la suite')

    // The aparté itself: its own people read it, nobody writes it any more.
    await until(() => (apart.closes.get(names[0] ?? '') ?? []).includes(4500))
    const reading = await ana.goApart(first)
    expect(reading.answer.documents.map(({ access }) => access)).toEqual(['read', 'read'])
    expect(wordsOn(reading.board)).toContain('canari note 3QX')
    for (const outsider of outsiders) expect((await outsider.ask(first)).status).toBe(404)
  })

  test('who is moved out cannot read on; who is moved in reads; somebody put out of the room is out of its aparté', async () => {
    const [leader, ana, ben] = [await enter('Eva', mayLead), await enter('Ana'), await enter('Ben')]
    const [first = '', second = ''] = await start(leader.room, 'aparte', [[ana.seatId], [ben.seatId]])
    const [anas, bens] = [await ana.goApart(first), await ben.goApart(second)]
    const board = anas.answer.documents[0]?.name ?? ''
    expect((await ben.ask(first)).status).toBe(404)
    expect(await ben.room.say('subgroups.choose', { to: first })).toMatchObject({
      error: { reason: 'subgroups.askToMove' },
    })
    // Who leads gets no door by leading.
    expect((await leader.ask(first)).status).toBe(404)
    expect(await leader.room.say('subgroups.move', { seatId: ana.seatId, to: second })).toMatchObject({
      ok: true,
    })
    await until(() => anas.closes.get(board)?.includes(4500) === true && !anas.connected)
    // The former ticket opens nothing any more, by any way.
    const later = new InRoom(server.url, anas.answer)
    await later.openDocument(board)
    expect(later.closes.get(board)).toContain(4401)
    await expect(later.open()).rejects.toThrow('bad-ticket')
    expect((await ana.ask(first)).status).toBe(404)
    const moved = await ana.goApart(second)
    expect(moved.answer.room.id).toBe(bens.answer.room.id)
    await until(() => bens.people.length === 2)
    // In an aparté nobody closes a door, gives a role or sends somebody away.
    const code = bens.answer.room.code
    const target = moved.answer.participantId
    for (const [method, path, body] of [
      ['PUT', `/api/rooms/${code}/door`, { open: true }],
      ['PUT', `/api/rooms/${code}/people/${target}/role`, { role: 'observer' }],
      ['POST', `/api/rooms/${code}/people/${target}/remove`, {}],
    ] as const)
      expect((await ben.visitor.ask(method, path, body)).status, path).toBe(403)
    expect(await bens.say('subgroups.draw', { method: 'hand', count: 2 })).toMatchObject({ ok: true })
    await until(() => bens.view?.plan !== null && bens.view?.plan !== undefined)
    await bens.say('subgroups.move', { seatId: ben.seatId, to: bens.view?.plan?.groups[0]?.id })
    expect(await bens.say('subgroups.start', { kind: 'aparte', minutes: null })).toMatchObject({
      error: { reason: 'subgroups.insideAparte' },
    })
    // Leading in an aparté is leading nowhere else.
    expect((await ben.visitor.ask('GET', `/api/session-templates?room=${code}`)).status).toBe(403)
    expect(await ben.room.say('subgroups.end', {})).toMatchObject({ error: { code: 'not-allowed' } })
    // Put out of the room, out of its aparté.
    const out = `/api/rooms/NANTES/people/${ana.room.answer.participantId}/remove`
    expect((await leader.visitor.ask('POST', out)).status).toBe(204)
    await until(() => !moved.connected && bens.people.length === 1)
    expect((await ana.ask(second)).status).toBe(404)
    await finish(leader.room)
  })

  test('late comers choose; of several people behind one device only those of the sub-group come along', async () => {
    const [leader, ana] = [await enter('Eva', mayLead), await enter('Ana')]
    const laptop = await enter('Bo', { seats: ['Cy', 'Di'] })
    const [bo = '', cy = '', di = ''] = laptop.room.answer.you.seats.map(({ id }) => id)
    const [first = '', second = ''] = await start(leader.room, 'aparte', [[ana.seatId, bo, di], [cy]])
    expect((await laptop.goApart(first)).answer.you).toMatchObject({
      seats: [{ name: 'Bo' }, { name: 'Di' }],
    })
    expect((await laptop.goApart(second)).answer.you).toMatchObject({ name: 'Cy', seats: [{ name: 'Cy' }] })
    const late = await enter('Tard')
    expect((await late.ask(second)).status).toBe(404)
    expect(await late.room.say('subgroups.choose', { to: second })).toMatchObject({ ok: true })
    expect((await late.goApart(second)).answer.room.title).toBe('Groupe 2')
    // Nothing of all that is listed: home names no aparté.
    const home = await (await leader.visitor.ask('GET', '/api/home')).text()
    expect(home).toContain('NANTES')
    expect(home).not.toMatch(/Groupe [12]"/)
    await finish(leader.room)
  })

  test('in a joint room an aparté’s texts belong to both groups', async () => {
    const code = 'NANTES-LYON'
    const [leader, lyon] = [
      await enter('Eva', { ...mayLead, code }),
      await enter('Léa', { persona: 'member-lyon', code }),
    ]
    const [first = ''] = await start(leader.room, 'aparte', [[leader.seatId, lyon.seatId], []])
    const apart = await lyon.goApart(first, code)
    expect(apart.answer.documents.map(({ access, groupId }) => [access, groupId])).toEqual([
      ['write', null],
      ['write', null],
    ])
    createDraft(apart.docOf('drafts'), { id: 'draft0000000000000000000002', title: 'à deux antennes' })
    const space = apart.answer.documents[1]?.name ?? ''
    const kept = () => server.serving.deps.lane.read(space, (doc) => draftsOf(doc).size)
    await until(async () => (await kept()) === 1)
    await finish(leader.room)
    await until(() => leader.room.documents.includes(space))
    for (const who of [leader, lyon]) {
      const { documents } = await who.visitor.join(code, { name: 'x' })
      expect(documents.find(({ name }) => name === space)).toMatchObject({ access: 'write', groupId: null })
    }
  })
})

/** The whole server on a store that dies at a named moment of a start or an end. Prints its port. */
const dyingServer = `
import { pino } from 'pino'
import { openStore } from '#server/adapters/sql/openStore.ts'
import { readConfig } from '#server/config.ts'
import { serve } from '#server/http/serve.ts'
const [dataDir, command, when] = process.argv.slice(1)
const store = await openStore({ dataDir })
const die = () => { process.kill(process.pid, 'SIGKILL'); return new Promise(() => undefined) }
let decided = false
const { saveState, saveRoom, effectDone } = store.rooms
store.rooms.saveState = async (...all) => {
  const outcome = await saveState(...all)
  decided ||= all[3].command === command
  if (decided && when === 'decided') return die()
  return outcome
}
let rooms = 0
store.rooms.saveRoom = async (...all) => {
  await saveRoom(...all)
  if (decided && when === 'halfway' && ++rooms === 1) return die()
}
store.rooms.effectDone = (...all) => decided && when === 'done' ? die() : effectDone(...all)
const serving = await serve({
  config: readConfig({ PORT: '0', DATA_DIR: dataDir }), host: '127.0.0.1', publicUrlGiven: false, store, demo: true,
  secret: 'a secret of more than thirty-two characters', logger: pino({ level: 'silent' }), clientFolder: dataDir,
  wifiCommand: () => '', fatal: (error) => { throw error },
})
serving.open()
console.log(serving.config.port)
`

async function serveAgain(dataDir: string): Promise<Pick<TestServer, 'url' | 'store' | 'serving'>> {
  const store = await openStore({ dataDir })
  const serving = await serve({
    config: readConfig({ PORT: '0', DATA_DIR: dataDir }),
    ...{ host: '127.0.0.1', publicUrlGiven: false, store, demo: true, clientFolder: dataDir },
    secret: 'a secret of more than thirty-two characters',
    logger: pino({ level: 'silent' }),
    wifiCommand: () => '',
    fatal: (error) => {
      throw error
    },
  })
  serving.open()
  return { url: `http://127.0.0.1:${serving.config.port}`, store, serving }
}

const moments = ['start', 'end'].flatMap((command) =>
  ['decided', 'halfway', 'done'].map((when) => [command, when] as const),
)

test.each(moments)(
  'killed in an aparté’s %s, %s: after the restart it goes on, once',
  async (command, when) => {
    const first = await startTestServer()
    const { dataDir } = first.serving.config
    await first.serving.close()
    await first.store.close()
    const child = spawn(process.execPath, ['-e', dyingServer, dataDir, `subgroups.${command}`, when], {
      cwd: join(import.meta.dirname, '../..'),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(child, 'exit')
    const [port] = (await once(child.stdout, 'data')) as [Buffer] // piped streams give buffers
    const dying = { url: `http://127.0.0.1:${Number(port.toString())}` }
    const [leader, ana, ben] = [
      await new Person(dying).enter('Eva', mayLead),
      await new Person(dying).enter('Ana'),
      await new Person(dying).enter('Ben'),
    ]
    const ids = await prepare(leader.room, [[ana.seatId], [ben.seatId]])
    const go = leader.room.say('subgroups.start', { kind: 'aparte', minutes: null }).catch(() => undefined)
    if (command === 'end') {
      await go
      for (const [n, who] of [ana, ben].entries()) {
        const apart = await who.goApart(ids[n] ?? '')
        addNote(apart.board, { text: `note ${n}` })
        createDraft(apart.docOf('drafts'), { title: `texte ${n}` })
        // Acknowledged by what a second line reads.
        const mirror = new InRoom(dying.url, apart.answer)
        for (const { name } of apart.answer.documents) await mirror.openDocument(name)
        await until(() => wordsOn(mirror.board).length === 1 && draftsOf(mirror.docOf('drafts')).size === 1)
      }
      void leader.room.say('subgroups.end', {}).catch(() => undefined)
    }
    expect(await ended).toEqual([null, 'SIGKILL'])
    for (const close of closing.splice(0)) close()

    // Twice: what was done at the first start is not done again at the second.
    for (let n = 0; n < 2; n++) {
      const again = await serveAgain(dataDir)
      await until(async () => (await again.store.rooms.pendingEffects()).length === 0)
      const apartes = await again.store.rooms.apartes('nantes')
      expect(apartes.map(({ title, aparte }) => [title, aparte?.closed]).sort()).toEqual([
        ['Groupe 1', command === 'end'],
        ['Groupe 2', command === 'end'],
      ])
      const reader = await new Person(again).enter('Lou')
      if (command === 'start') {
        expect(reader.room.view?.plan?.status).toBe('running')
        expect(await reader.room.say('subgroups.choose', { to: ids[0] })).toMatchObject({ ok: true })
        expect((await reader.goApart(ids[0] ?? '')).answer.documents.map(({ access }) => access)).toEqual([
          'write',
          'write',
        ])
      } else {
        expect(reader.room.view).toMatchObject({ plan: null, last: { kind: 'aparte' } })
        expect(wordsOn(reader.room.board).sort()).toEqual(['note 0', 'note 1'])
        const cards = [...readRecords(reader.room.board).values()].filter((one) => isShape(one, 'draft'))
        expect(cards).toHaveLength(2)
        const texts = [...reader.room.docs].filter(([name]) => name.startsWith('drafts'))
        expect(texts.flatMap(([, doc]) => readDrafts(doc).map(({ title }) => title)).sort()).toEqual([
          'texte 0',
          'texte 1',
        ])
      }
      for (const close of closing.splice(0)) close()
      await again.serving.close()
      await again.store.close()
    }
    rmSync(dataDir, { recursive: true })
  },
)
