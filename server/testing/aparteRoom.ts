// Somebody in a room with its sub-groups over real sockets, with every byte that came to them, and what leading them takes.
import { join } from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { routeTable } from '#server/http/routeTable.ts'
import { type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { randomId } from '#shared/contract/ids.ts'
import type { JoinAnswer } from '#shared/room/join.ts'
import type { PersonPresent } from '#shared/room/people.ts'
import type { SubgroupsView } from '#shared/subgroups/subgroupsView.ts'
import { noteText, recordsOf } from '#shared/whiteboard/boardModel.ts'
import type { Snapshot } from '#shared/wire.ts'

type Answer = { ok: boolean; error?: { reason: string }; value?: unknown }

const closing: (() => void)[] = []
/** Closes every line that a test opened. */
export function leaveRooms(): void {
  for (const close of closing.splice(0)) close()
}

/** Waits for a fact. */
export const until = async (fact: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await fact())) await new Promise((resolve) => setTimeout(resolve, 10))
}

/** One room as one device is in it, with everything that came to it as bytes. */
export class InRoom {
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

export class Person {
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

export const mayLead = { persona: 'facilitator-nantes' }

/** Sub-groups by hand: these seats, in this order, each in its own. */
export async function prepare(leader: InRoom, hands: readonly (readonly string[])[]): Promise<string[]> {
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

export async function start(
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
export const finish = async (leader: InRoom): Promise<void> => {
  if (leader.view?.plan?.status === 'running') await leader.say('subgroups.end', {})
  await until(() => leader.view?.plan?.status !== 'running')
}

export const wordsOn = (board: Y.Doc): string[] =>
  [...recordsOf(board).keys()].flatMap((id) => noteText(board, id)?.toString() ?? [])
