// The document sockets over a real network: the stock provider unchanged, and hostile bytes beside it.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import WebSocket from 'ws'
import type * as Y from 'yjs'
import { rawSocket, stockClient } from '#e2e/harness/rawClient.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { type Database, openDatabase } from '#server/adapters/sql/database.ts'
import { sqlDocumentLog } from '#server/adapters/sql/documentLog.ts'
import { migrate } from '#server/adapters/sql/migrations/migrate.ts'
import { defaultLimits } from '#server/live/limits.ts'
import type { Admission } from '#server/transport/documentLane.ts'
import { createDocumentLane, type DocumentLaneWithStats } from '#server/transport/documents.ts'
import { closeCode } from '#shared/contract/closeCode.ts'
import { createDraft, draftsRoot, readDrafts } from '#shared/draft/draftModel.ts'
import { checkTouchedDrafts } from '#shared/draft/draftRules.ts'

const name = 'drafts/space1'
let folder: string
let database: Database
let server: Server
let lane: DocumentLaneWithStats
let url: string
/** Tickets of this test: a name and what it may. */
const rights = new Map<string, 'read' | 'write'>()

const admit = async (ticket: string, document: string): Promise<Admission> => {
  const access = rights.get(ticket)
  if (!access) return { kind: 'bad-ticket' }
  if (document !== name) return { kind: 'not-yours' }
  return {
    kind: 'admitted',
    participantId: ticket,
    access,
    user: {
      participantId: ticket,
      name: ticket,
      side: 'remote',
      ink: 'pre',
      groupId: null,
      role: 'participant',
    },
  }
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sockets-'))
  database = await openDatabase({ dataDir: folder })
  await migrate(database)
  const log = sqlDocumentLog(database)
  await log.create(name)
  lane = createDocumentLane({
    log,
    admit,
    namesOf: async () => [],
    addressOf: (request) => request.socket.remoteAddress ?? '',
    limits: { ...defaultLimits, patience: 1_500 },
    count: { updateIn() {}, updateOut() {}, refused() {}, kept() {} },
    fatal: (error) => {
      throw error
    },
    warn() {},
    schemas: {
      drafts: { roots: new Set([draftsRoot]), check: (transaction) => checkTouchedDrafts(transaction) },
      whiteboard: { roots: new Set(['records']), check: () => undefined },
    },
  })
  server = createServer()
  server.on('upgrade', (request, socket, head) => lane.upgrade(request, socket, head))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  rights.clear()
  for (const guest of ['ana', 'ben', 'eve']) rights.set(guest, 'write')
  rights.set('reader', 'read')
})
afterEach(async () => {
  await lane.close(closeCode.shuttingDown)
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await database.close()
  rmSync(folder, { recursive: true })
})

const titles = (doc: Y.Doc): string[] => readDrafts(doc).map((draft) => draft.title)

test('two stock providers write in one document', async () => {
  const [ana, ben] = await Promise.all([stockClient(url, name, 'ana'), stockClient(url, name, 'ben')])
  createDraft(ana.doc, { title: 'Un comité' })
  await until(() => titles(ben.doc).length > 0, 'Ben to see it')
  createDraft(ben.doc, { title: 'Un forum' })
  await until(() => titles(ana.doc).length === 2, 'Ana to see it')
  expect(titles(ana.doc)).toEqual(titles(ben.doc))
  ana.provider.awareness.setLocalStateField('cursor', { x: 3 })
  await until(
    () =>
      [...ben.provider.awareness.getStates().values()].some(
        (s) => (s['cursor'] as { x?: number } | undefined)?.x === 3,
      ),
    'her cursor',
  )
  expect([...ben.provider.awareness.getStates().values()].find((s) => s['cursor'])?.['user']).toMatchObject({
    name: 'ana',
  })
  ana.close()
  ben.close()
})

test.each([
  ['no ticket', name, '', closeCode.badTicket],
  ['a ticket of nobody', name, 'x'.repeat(2000), closeCode.badTicket],
  ['another document', 'drafts/other', 'ana', closeCode.notYours],
  ['a path outside', '../../etc/passwd', 'ana', closeCode.notYours],
  ['another spelling', 'DRAFTS/space1', 'ana', closeCode.notYours],
  ['a prototype', 'drafts/__proto__', 'ana', closeCode.notYours],
])('%s is closed with a code that a browser can read', async (_, document, ticket, code) => {
  const socket = await rawSocket(url, document, ticket)
  await until(() => socket.closed(), 'the close')
  expect(socket.closed()?.code).toBe(code)
  expect(socket.received).toEqual([])
})

test('while one writes, hostile bytes close their own sockets and nobody else', async () => {
  const ana = await stockClient(url, name, 'ana')
  const hostile = [
    new Uint8Array([9]),
    new Uint8Array([0, 2, 5, 1]),
    new Uint8Array([0, 2, 7, 1, 1, 1, 0, 0, 0, 0]),
    new Uint8Array(0),
    new Uint8Array(5000).fill(200),
  ]
  for (const [i, bytes] of hostile.entries()) {
    const eve = await rawSocket(url, name, 'eve')
    eve.socket.send(bytes)
    await until(() => eve.closed(), `hostile frame ${i} to be answered`)
    expect(eve.closed()?.code).toBe(closeCode.malformed)
  }
  const text = await rawSocket(url, name, 'eve')
  text.socket.send('hello')
  await until(() => text.closed(), 'the text frame to be answered')
  // A frame header that no WebSocket may send.
  await new Promise<void>((resolve) => {
    const port = Number(new URL(url).port)
    const line = connect(port, '127.0.0.1', () => {
      line.write(
        `GET /yjs/${name}?ticket=eve HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      )
      line.once('data', () => line.write(Buffer.from([0xff, 0xff, 0xff, 0xff])))
    })
    line.on('error', () => resolve())
    line.on('close', () => resolve())
  })
  createDraft(ana.doc, { title: 'Tranquille' })
  const ben = await stockClient(url, name, 'ben')
  await until(() => titles(ben.doc).length > 0, 'a newcomer to see it')
  ana.close()
  ben.close()
})

test('a withdrawn right closes the socket; a changed one too, and it comes back reading', async () => {
  const eve = await rawSocket(url, name, 'eve')
  const ana = await rawSocket(url, name, 'ana')
  rights.delete('eve')
  rights.set('ana', 'read')
  await lane.recheck(new Set(['eve', 'ana']))
  await until(() => eve.closed() && ana.closed(), 'both closes')
  expect([eve.closed()?.code, ana.closed()?.code]).toEqual([closeCode.rightsChanged, closeCode.rightsChanged])
  const back = await rawSocket(url, name, 'eve')
  await until(() => back.closed(), 'the door to stay closed')
  expect(back.closed()?.code).toBe(closeCode.badTicket)
})

test('whoever floods is slowed down, then sent away; the others go on', async () => {
  const ana = await stockClient(url, name, 'ana')
  const eve = await rawSocket(url, name, 'eve')
  const frame = new Uint8Array([0, 2, 2, 0, 0])
  const flood = setInterval(() => {
    for (let i = 0; i < 500 && eve.socket.readyState === WebSocket.OPEN; i++) eve.socket.send(frame)
  }, 5)
  await until(() => eve.closed(), 'the flood to be sent away')
  clearInterval(flood)
  expect(eve.closed()?.code).toBe(closeCode.slowDown)
  createDraft(ana.doc, { title: 'Calme' })
  const ben = await stockClient(url, name, 'ben')
  await until(() => titles(ben.doc).length > 0, 'a newcomer to see it')
  ana.close()
  ben.close()
})

test('a stop flushes what was accepted and says so to everybody', async () => {
  const ana = await rawSocket(url, name, 'ana', '&ack=1')
  await lane.close(closeCode.shuttingDown)
  await until(() => ana.closed(), 'the close')
  expect(ana.closed()?.code).toBe(closeCode.shuttingDown)
  expect(lane.stats().documents).toBe(0)
})
