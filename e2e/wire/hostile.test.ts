// Hostile bytes against the running product: they cost their sender the line, and nobody else anything.
import { connect } from 'node:net'
import * as encoding from 'lib0/encoding'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type WebSocket from 'ws'
import { encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { boardPoisons, draftPoisons, type Poison, poisonedUpdate } from '#e2e/faults/poison.ts'
import {
  documentOf,
  join,
  type RawSocket,
  rawSocket,
  type StockClient,
  signIn,
  stockClient,
} from '#e2e/harness/rawClient.ts'
import { type RunningServer, startServer, until } from '#e2e/harness/runningServer.ts'
import { refusedFrame } from '#shared/contract/acknowledgement.ts'
import { closeCode } from '#shared/contract/closeCode.ts'
import { draftsOf, readDrafts } from '#shared/draft/draftModel.ts'
import { recordsOf } from '#shared/whiteboard/boardModel.ts'

let server: RunningServer
let pid: number
const open: { close(): void }[] = []
beforeAll(async () => {
  server = await startServer()
  pid = server.pid()
})
afterEach(() => {
  for (const one of open.splice(0)) one.close()
  // Whatever was sent, it is the same process.
  expect(server.pid()).toBe(pid)
  expect(() => process.kill(pid, 0)).not.toThrow()
})
afterAll(() => server.close())

interface Guest {
  readonly participantId: string
  readonly ticket: string
  readonly board: string
  readonly drafts: string
}

async function guest(name: string, more: Record<string, unknown> = {}): Promise<Guest> {
  const { answer } = await join(server.url, 'NANTES', { name, ...more })
  return {
    participantId: answer.participantId,
    ticket: answer.ticket,
    board: documentOf(answer, 'whiteboard'),
    drafts: documentOf(answer, 'drafts'),
  }
}
async function stock(who: Guest, kind: 'board' | 'drafts'): Promise<StockClient> {
  const client = await stockClient(server.url, who[kind], who.ticket)
  open.push(client)
  return client
}
async function raw(who: Guest, kind: 'board' | 'drafts', query = ''): Promise<RawSocket> {
  const socket = await rawSocket(server.url, who[kind], who.ticket, query)
  open.push({ close: () => socket.socket.terminate() })
  return socket
}
const updateFrame = (update: Uint8Array, step = 2): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}
const presenceFrame = (update: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}
const summary = (doc: Y.Doc): Y.Text => {
  const text = [...draftsOf(doc).values()][0]?.get('summary')
  if (!(text instanceof Y.Text)) throw new Error('no summary to write in')
  return text
}
const refusedFrames = ({ received }: RawSocket): Uint8Array[] =>
  received.filter(([type]) => type === refusedFrame)

/** Client 7 writes one struct of this many bytes of content; the rest as a test spoils it. */
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length))

/** Frames that no honest client sends: name -> the bytes, or what to do with the socket. */
const hostile: Readonly<Record<string, Uint8Array | string | ((socket: WebSocket) => void)>> = {
  'an empty frame': bytes(),
  'a message of no known type': bytes(99, 1, 2, 3),
  'a sync message of no known step': bytes(0, 9, 0),
  'an update that ends early': bytes(0, 2, 200, 1, 1, 1),
  'an update of nothing but ends': bytes(0, 2, 0),
  // The measured one: accepted by Yjs without an error, after which no newcomer can load the document.
  'a struct of length 0': updateFrame(bytes(1, 1, 7, 0, 0, 0, 0)),
  'a deletion of length 0': updateFrame(bytes(0, 1, 7, 1, 0, 0)),
  'a skip': updateFrame(bytes(1, 1, 7, 0, 10, 5, 0)),
  'content of no known kind': updateFrame(bytes(1, 1, 7, 0, 31, 1, 0, 0)),
  'a thousand million structs': updateFrame(bytes(1, 255, 255, 255, 255, 3, 7, 0, 0)),
  'a step 1 that is noise': bytes(0, 0, 5, 255, 255, 255, 255, 255),
  'a step 2 of noise': updateFrame(random(300), 1),
  'noise, 10 bytes': bytes(0, 2, 10, ...random(10)),
  'a presence that is noise': bytes(1, 4, 255, 255, 255, 255),
  'something left over at the end': bytes(...updateFrame(Y.encodeStateAsUpdate(new Y.Doc())), 1, 2, 3),
  'an authentication message': bytes(2, 0, 1, 65),
  'a text frame': 'bonjour',
  '2 MiB at once': new Uint8Array(2 * 1024 * 1024),
  'a frame with a reserved bit': (socket) => writeBare(socket, [0xf2, 0x80, 0, 0, 0, 0]),
  'a frame that is not masked': (socket) => writeBare(socket, [0x82, 0x01, 0x00]),
  'a ping of 126 bytes': (socket) => writeBare(socket, [0x89, 0xfe, 0, 126, 0, 0, 0, 0]),
  'a continuation of nothing': (socket) => writeBare(socket, [0x80, 0x80, 0, 0, 0, 0]),
}
/** Past the library, onto the connection. */
const writeBare = (socket: WebSocket, header: readonly number[]): void => {
  const { _socket } = socket as unknown as { _socket: { write(bytes: Buffer): void } } // ws keeps it there
  _socket.write(Buffer.from(header))
}

test('a stock client keeps working while raw sockets send hostile bytes, and each of these is closed', async () => {
  const [ana, ben] = await Promise.all([
    stock(await guest('Ana'), 'drafts'),
    stock(await guest('Ben'), 'drafts'),
  ])
  let written = 0
  const roundTrips: number[] = []
  const typing = setInterval(() => {
    if (written > roundTrips.length) return // the last letter is still on its way
    const at = performance.now()
    written += 1
    const length = summary(ana.doc).length
    summary(ana.doc).insert(length, 'é')
    void until(() => summary(ben.doc).length > length, 'the letter').then(() =>
      roundTrips.push(performance.now() - at),
    )
  }, 20)
  const attackers = await Promise.all(['M1', 'M2', 'M3', 'M4'].map((name) => guest(name)))
  const outcomes: Record<string, number | undefined> = {}
  let turn = 0
  for (const [name, attack] of Object.entries(hostile)) {
    const attacker = attackers[turn++ % attackers.length] as Guest // one of four
    const socket = await raw(attacker, 'drafts')
    if (typeof attack === 'function') attack(socket.socket)
    else socket.socket.send(attack)
    outcomes[name] = await until(() => socket.closed()?.code, `the line of « ${name} » to be closed`, 10_000)
  }
  clearInterval(typing)
  expect(
    Object.values(outcomes).every((code) => [4400, 4413, 1002, 1003, 1006, 1007, 1009].includes(code ?? 0)),
  ).toBe(true)
  expect(Object.keys(outcomes).length).toBeGreaterThanOrEqual(20)
  await until(() => roundTrips.length === written, 'the last letter')
  expect(written).toBeGreaterThan(5)
  expect(Math.max(...roundTrips)).toBeLessThan(2_000)
  expect(ana.provider.wsconnected && ben.provider.wsconnected).toBe(true)
  // A newcomer loads it, and it holds what was written.
  const carl = await stock(await guest('Carl'), 'drafts')
  expect(summary(carl.doc).toString()).toBe(summary(ana.doc).toString())
})

test('bad handshakes and bad names end where they begin', async () => {
  const { ticket, drafts } = await guest('Ana')
  const tries: [path: string, ticket: string, code: number][] = [
    [drafts, '', closeCode.badTicket],
    [drafts, 'undefined', closeCode.badTicket],
    [drafts, `${ticket}x`, closeCode.badTicket],
    [drafts, '\0'.repeat(9), closeCode.badTicket],
    ['drafts/somewhere-else', ticket, closeCode.notYours],
    ['drafts/__proto__', ticket, closeCode.notYours],
    ['whiteboard/..%2f..%2fetc', ticket, closeCode.notYours],
  ]
  for (const [name, word, code] of tries) {
    const socket = await rawSocket(server.url, name, word)
    expect({ name, code: await until(() => socket.closed()?.code, `${name} to be closed`) }).toEqual({
      name,
      code,
    })
    expect(socket.received).toEqual([])
  }
  // A request that never ends is somebody's open line, not anybody's wait.
  const half = connect(server.port, '127.0.0.1')
  open.push({ close: () => half.destroy() })
  half.on('error', () => undefined)
  half.write('GET /yjs/x HTTP/1.1\r\nUpgrade: websocket\r\n')
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
})

test('a reader’s updates reach nobody, by whatever message they are sent', async () => {
  const [writer, reader] = [await guest('Ana'), await guest('Eva', { observer: true })]
  const ana = await stock(writer, 'drafts')
  const before = summary(ana.doc).toString()
  const eva = await stock(reader, 'drafts')
  expect(summary(eva.doc).toString()).toBe(before)
  summary(eva.doc).insert(0, 'PIRATE ')
  const direct = await raw(reader, 'drafts', '&ack=1')
  const update = poisonedUpdate(Y.encodeStateAsUpdate(ana.doc), (doc) => summary(doc).insert(0, 'PIRATE '))
  direct.socket.send(updateFrame(update))
  direct.socket.send(updateFrame(update, 1))
  const erasure = poisonedUpdate(Y.encodeStateAsUpdate(ana.doc), (doc) => summary(doc).delete(0, 5))
  direct.socket.send(updateFrame(erasure))
  await until(() => refusedFrames(direct).length === 3, 'three refusals')
  expect(new TextDecoder().decode(refusedFrames(direct)[0])).toContain('read-only')
  expect(direct.closed()).toBeUndefined()
  // Reading goes on, and what is written after is all that comes.
  summary(ana.doc).insert(0, 'Vu. ')
  await until(() => summary(eva.doc).toString().includes('Vu. '), 'the reader to read')
  const carl = await stock(await guest('Carl'), 'drafts')
  for (const { doc } of [ana, carl]) expect(summary(doc).toString()).toBe(`Vu. ${before}`)
})

test('a removed person’s sockets close within two seconds, and their ticket opens nothing any more', async () => {
  const target = await guest('Ben')
  const [drafts, board] = [await raw(target, 'drafts'), await raw(target, 'board')]
  const cookie = await signIn(server.url, 'facilitator-nantes')
  const { cookie: inside } = await join(server.url, 'NANTES', { name: 'F' }, cookie)
  const began = performance.now()
  const answer = await fetch(`${server.url}/api/rooms/NANTES/people/${target.participantId}/remove`, {
    method: 'POST',
    headers: { cookie: inside },
  })
  expect(answer.status).toBe(204)
  await until(() => drafts.closed() && board.closed(), 'both lines to be closed', 2_000)
  expect(performance.now() - began).toBeLessThan(2_000)
  expect([drafts.closed()?.code, board.closed()?.code]).toEqual([
    closeCode.rightsChanged,
    closeCode.rightsChanged,
  ])
  const again = await raw(target, 'drafts')
  expect(await until(() => again.closed()?.code, 'the old ticket to be refused')).toBe(closeCode.badTicket)
})

test('presence cannot speak for another, take another away, or name itself', async () => {
  const [victim, witness, mallory] = [await guest('Ana'), await guest('Ben'), await guest('Mallory')]
  const [ana, ben] = [await stock(victim, 'board'), await stock(witness, 'board')]
  const id = ana.doc.clientID
  ana.provider.awareness.setLocalState({ user: { name: 'La Reine' }, cursor: 1 })
  const seen = () => ben.provider.awareness.getStates().get(id)
  await until(() => seen()?.['cursor'] === 1, 'Ana’s cursor')
  expect(seen()?.['user']).toMatchObject({ name: 'Ana', participantId: victim.participantId })
  const forge = (client: number, clock: number, state: unknown): Uint8Array => {
    const awareness = {
      states: new Map([[client, state]]),
      meta: new Map([[client, { clock, lastUpdated: 0 }]]),
    }
    return presenceFrame(encodeAwarenessUpdate(awareness as never, [client])) // as much of it as is read
  }
  const forger = await raw(mallory, 'board')
  forger.socket.send(forge(id, 1_000, { cursor: 666, user: { name: 'Ana' } }))
  forger.socket.send(forge(id, 1_001, null))
  forger.socket.send(forge(id, 2 ** 40, { cursor: 666 }))
  for (let ghost = 1; ghost <= 10; ghost++) forger.socket.send(forge(ghost, 1, { cursor: 666 }))
  // The forger's own voice comes last: when it is heard, all of the above has been.
  await until(
    () => [...ben.provider.awareness.getStates().values()].some((state) => state['cursor'] === 666),
    'the one voice that the forger has',
  )
  ana.provider.awareness.setLocalStateField('cursor', 2)
  await until(() => seen()?.['cursor'] === 2, 'Ana to be heard still')
  const others = [...ben.provider.awareness.getStates()].filter(([, state]) => state['cursor'] === 666)
  expect(others).toHaveLength(1)
  expect(others[0]?.[1]['user']).toMatchObject({ name: 'Mallory', participantId: mallory.participantId })
  // Words under another's client id are refused too.
  const thief = await raw(await guest('Voleur'), 'board', '&ack=1')
  const stolen = new Y.Doc()
  Y.applyUpdate(stolen, Y.encodeStateAsUpdate(ana.doc))
  stolen.clientID = id
  const before = Y.encodeStateVector(stolen)
  recordsOf(stolen).get('page:page')?.set('name', 'À moi')
  thief.socket.send(updateFrame(Y.encodeStateAsUpdate(stolen, before)))
  expect(await until(() => thief.closed()?.code, 'the thief’s line to be closed')).toBe(closeCode.notYours)
})

describe('poison is refused one by one', () => {
  const tables: readonly [kind: 'board' | 'drafts', table: Readonly<Record<string, Poison>>][] = [
    ['board', boardPoisons],
    ['drafts', draftPoisons],
  ]
  test.each(tables)('%s', async (kind, table) => {
    expect(Object.keys(table).length).toBeGreaterThanOrEqual(25)
    const honest = await stock(await guest('Ana'), kind)
    const content = (): unknown =>
      kind === 'board' ? recordsOf(honest.doc).toJSON() : JSON.stringify(readDrafts(honest.doc))
    const before = content()
    const state = Y.encodeStateAsUpdate(honest.doc)
    const outcomes: Record<string, number | undefined> = {}
    for (const [name, poison] of Object.entries(table)) {
      // Each by somebody new: three refusals in a minute silence a person.
      const socket = await raw(await guest('Mallory'), kind, '&ack=1')
      socket.socket.send(updateFrame(poisonedUpdate(state, poison)))
      outcomes[name] = await until(
        () => socket.closed()?.code ?? undefined,
        `« ${name} » to be refused`,
      ).catch(() => undefined)
    }
    expect(outcomes).toEqual(
      Object.fromEntries(Object.keys(table).map((name) => [name, closeCode.malformed])),
    )
    expect(content()).toEqual(before)
    const newcomer = await stock(await guest('Carl'), kind)
    expect(
      kind === 'board' ? recordsOf(newcomer.doc).toJSON() : JSON.stringify(readDrafts(newcomer.doc)),
    ).toEqual(before)
    expect(honest.provider.wsconnected).toBe(true)
  })
})
