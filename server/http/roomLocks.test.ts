// What a room has locked, at the gate of its documents: real server, real lines, guests and a facilitator.
import * as decoding from 'lib0/decoding'
import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { until } from '#e2e/harness/runningServer.ts'
import * as frames from '#server/live/frames.ts'
import { createRoomLocks } from '#server/live/roomLocks.ts'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { createDraft, draftsOf, readDrafts } from '#shared/draft/draftModel.ts'
import { noteText, recordsOf } from '#shared/whiteboard/boardModel.ts'
import { addNote } from '#shared/whiteboard/commands.ts'

let server: TestServer
const open: { close(): void }[] = []
beforeAll(async () => {
  server = await startTestServer()
})
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})
afterAll(() => server.close())

interface Hand {
  readonly doc: Y.Doc
  /** Codes of refused frames. */
  readonly refused: string[]
  /** Frames of this hand that are on disk. */
  saved(): number
  sent(): number
  isOpen(): boolean
}

/** A document as a browser has it, over its own line that is told what was kept and what was not. */
async function hand(name: string, ticket: string): Promise<Hand> {
  const doc = new Y.Doc()
  const socket = new WebSocket(
    `${server.url.replace('http', 'ws')}/yjs/${name}?ticket=${encodeURIComponent(ticket)}&ack=1`,
  )
  socket.binaryType = 'arraybuffer'
  const refused: string[] = []
  let [saved, sent, joined] = [0, 0, false]
  const say = (bytes: Uint8Array): void => {
    sent += 1
    socket.send(bytes)
  }
  socket.on('message', (data: ArrayBuffer) => {
    const decoder = decoding.createDecoder(new Uint8Array(data))
    const type = decoding.readVarUint(decoder)
    if (type === 100) saved = decoding.readVarUint(decoder)
    else if (type === 101) {
      decoding.readVarUint(decoder)
      refused.push(decoding.readVarString(decoder))
    } else if (type === 0) {
      const step = decoding.readVarUint(decoder)
      const content = decoding.readVarUint8Array(decoder)
      if (step === 0) return say(frames.stepTwo(Y.encodeStateAsUpdate(doc, content)))
      Y.applyUpdate(doc, content, 'remote')
      joined ||= step === 1
    }
  })
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'remote') say(frames.relayed(update))
  })
  socket.on('open', () => socket.send(frames.stepOne(Y.encodeStateVector(doc))))
  open.push({ close: () => socket.terminate() })
  await until(() => joined && saved > 0, `${name} to be read`)
  return {
    ...{ doc, refused, saved: () => saved, sent: () => sent },
    isOpen: () => socket.readyState === WebSocket.OPEN,
  }
}

async function enter(persona?: string, room = 'NANTES') {
  const visitor = new Visitor(server)
  if (persona) await visitor.signIn(persona)
  const { ticket } = await visitor.join(room)
  return { board: await hand(`whiteboard/${room.toLowerCase()}`, ticket), ticket }
}

let count = 0
function facilitates(ticket: string): (name: string, input: unknown) => Promise<void> {
  const socket: Socket = io(server.url, { transports: ['websocket'], auth: { ticket }, forceNew: true })
  open.push({ close: () => socket.disconnect() })
  return async (name, input) => {
    count += 1
    const answer: unknown = await socket
      .timeout(5_000)
      .emitWithAck(name, { id: `lock-command-${count}`, input })
    expect(answer).toMatchObject({ ok: true })
  }
}

const settle = (one: Hand): Promise<unknown> =>
  until(() => one.saved() === one.sent(), 'everything to be kept')
const words = (doc: Y.Doc, id: string): string => noteText(doc, id)?.toString() ?? 'gone'
const write = (doc: Y.Doc, id: string, text: string): void => noteText(doc, id)?.insert(0, text)
const note = (doc: Y.Doc, text: string): string => addNote(doc, { text, author: 'Ana' })

test.each([
  ['moves', (doc: Y.Doc, id: string) => recordsOf(doc).get(id)?.set('xy', [7, 7])],
  ['writes in', (doc: Y.Doc, id: string) => write(doc, id, 'autre ')],
  ['empties', (doc: Y.Doc, id: string) => noteText(doc, id)?.delete(0, 3)],
  ['deletes', (doc: Y.Doc, id: string) => recordsOf(doc).delete(id)],
  ['replaces', (doc: Y.Doc, id: string) => recordsOf(doc).set(id, new Y.Map([['id', id]]))],
  [
    'does it with something else at once to',
    (doc: Y.Doc, id: string) =>
      doc.transact(() => {
        note(doc, 'à côté')
        write(doc, id, 'caché ')
      }),
  ],
])('a guest who %s a locked record is refused, keeps the line, and nobody sees it', async (_, change) => {
  const [lead, guest] = [await enter('facilitator-nantes'), await enter()]
  const say = facilitates(lead.ticket)
  const id = note(lead.board.doc, 'Verrou')
  await until(() => words(guest.board.doc, id) === 'Verrou', 'the guest to see the note')
  await say('attention.lock', { records: [id], drafts: [] })
  const before = recordsOf(lead.board.doc).toJSON()
  change(guest.board.doc, id)
  await until(() => guest.board.refused.length > 0, 'the refusal')
  expect(guest.board.refused).toEqual(['locked'])
  expect(guest.board.isOpen()).toBe(true)
  const later = await enter()
  expect(recordsOf(later.board.doc).toJSON()).toEqual(before)
  expect(recordsOf(lead.board.doc).toJSON()).toEqual(before)
})

test('other records stay open, a facilitator may, and unlocking opens again', async () => {
  const [lead, guest] = [await enter('facilitator-nantes'), await enter()]
  const say = facilitates(lead.ticket)
  const [locked, free] = [note(lead.board.doc, 'Verrou'), note(lead.board.doc, 'Libre')]
  await until(() => words(guest.board.doc, free) === 'Libre', 'the guest to see the notes')
  await say('attention.lock', { records: [locked], drafts: [] })
  write(guest.board.doc, free, 'Très ')
  const own = note(guest.board.doc, 'Nouveau')
  recordsOf(guest.board.doc).delete(own)
  write(lead.board.doc, locked, 'Au ')
  await until(() => words(guest.board.doc, locked) === 'Au Verrou', 'the facilitator’s words')
  await settle(guest.board)
  // Somebody who comes back repeats what everybody knows, deletions too.
  const again = await enter()
  expect([words(again.board.doc, free), words(again.board.doc, own)]).toEqual(['Très Libre', 'gone'])
  await say('attention.unlock', { records: [locked], drafts: [] })
  write(guest.board.doc, locked, 'Ouvert ')
  await settle(guest.board)
  expect(guest.board.refused).toEqual([])
  expect(words((await enter()).board.doc, locked)).toBe('Ouvert Au Verrou')
})

test('locks that were decided before the server started hold from the first frame', async () => {
  const lead = await enter('facilitator-nantes')
  const id = note(lead.board.doc, 'Verrou')
  await settle(lead.board)
  await facilitates(lead.ticket)('attention.lock', { records: [id], drafts: [] })
  const locks = createRoomLocks({ rooms: server.store.rooms, gate: server.serving.deps.gate })
  const guest = await new Visitor(server).join('NANTES')
  const admitted = await locks.admit(guest.ticket, 'whiteboard/nantes')
  expect(admitted.kind === 'admitted' && admitted.barred().has(id)).toBe(true)
  const leads = await locks.admit(lead.ticket, 'whiteboard/nantes')
  expect(leads.kind === 'admitted' && leads.barred().size).toBe(0)
})

test('a locked draft keeps each of its keys and its place among the living; the others of its space are free', async () => {
  const lead = await enter('facilitator-nantes')
  const say = facilitates(lead.ticket)
  const name = 'drafts/space-n'
  const leads = await hand(name, lead.ticket)
  const [id, other] = [createDraft(leads.doc, { title: 'Ferme' }), createDraft(leads.doc, { title: 'Autre' })]
  await settle(leads)
  await say('attention.lock', { records: [], drafts: [`space-n/${id}`] })
  const before = draftsOf(leads.doc).get(id)?.toJSON()
  const acts: ((doc: Y.Doc) => unknown)[] = [
    (doc) => (draftsOf(doc).get(id)?.get('title') as Y.Text).insert(0, 'Plus '),
    (doc) =>
      (draftsOf(doc).get(id)?.get('proposition') as Y.XmlFragment).insert(0, [new Y.XmlElement('paragraph')]),
    (doc) => draftsOf(doc).get(id)?.set('status', 'ready'),
    (doc) => draftsOf(doc).get(id)?.set('deletedAt', 1),
    (doc) => (draftsOf(doc).get(id)?.get('jurisdictions') as Y.Map<true>).set('FR', true),
    (doc) => draftsOf(doc).delete(id),
  ]
  for (const act of acts) {
    const guest = await hand(name, (await new Visitor(server).join('NANTES')).ticket)
    act(guest.doc)
    await until(() => guest.refused.length > 0, 'the refusal')
    expect([guest.refused, guest.isOpen()]).toEqual([['locked'], true])
  }
  const guest = await hand(name, (await new Visitor(server).join('NANTES')).ticket)
  ;(draftsOf(guest.doc).get(other)?.get('title') as Y.Text).insert(0, 'Une ')
  await settle(guest)
  expect(draftsOf(guest.doc).get(id)?.toJSON()).toEqual(before)
  // The same space is shown by the joint room: that room has locked nothing.
  const elsewhere = await new Visitor(server).join('NANTES-LYON', { group: 'NTE' })
  const joint = await hand(name, elsewhere.ticket)
  ;(draftsOf(joint.doc).get(id)?.get('title') as Y.Text).insert(0, 'Enfin ')
  await settle(joint)
  expect(joint.refused).toEqual([])
  expect(readDrafts(joint.doc).map(({ title }) => title)).toEqual(['Enfin Ferme', 'Une Autre'])
})
