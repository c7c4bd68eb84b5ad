// The document lane without a network: real store, real Yjs clients, a wire made of arrays.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as decoding from 'lib0/decoding'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openStore, type Store } from '#server/adapters/sql/openStore.ts'
import { DocumentSocket } from '#server/live/documentSocket.ts'
import { Documents } from '#server/live/documents.ts'
import * as frames from '#server/live/frames.ts'
import { defaultLimits } from '#server/live/limits.ts'
import { closeCode } from '#shared/contract/closeCode.ts'
import { randomId } from '#shared/contract/ids.ts'
import { createDraft, draftsOf, draftsRoot, readDrafts } from '#shared/draft/draftModel.ts'
import { checkTouchedDrafts } from '#shared/draft/draftRules.ts'
import type { Access } from '#shared/people/access.ts'

let folder: string
let store: Store
let documents: Documents
const name = 'drafts/space1'
const refusals: string[] = []

const open = (): Documents =>
  new Documents({
    log: store.documentLog,
    limits: defaultLimits,
    count: { updateIn() {}, updateOut() {}, refused: (code) => void refusals.push(code), kept() {} },
    fatal: (error) => {
      throw error
    },
    warn() {},
    schemas: {
      drafts: { roots: new Set([draftsRoot]), check: (transaction) => checkTouchedDrafts(transaction) },
      whiteboard: { roots: new Set(['records']), check: () => undefined },
    },
  })

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lane-'))
  store = await openStore({ dataDir: folder })
  refusals.length = 0
  documents = open()
  await store.documentLog.create(name)
})
afterEach(async () => {
  await documents.close(closeCode.shuttingDown, 'end')
  await store.close()
  rmSync(folder, { recursive: true })
})

/** A person with a document and a line; `say` sends a frame as it is. */
async function person(participantId: string, access: Access = 'write') {
  const document = await documents.open(name)
  if (!document) throw new Error('no document')
  const doc = new Y.Doc()
  const sent: Uint8Array[] = []
  const acks: [number, number][] = []
  const refused: [number, string][] = []
  const presences: Record<string, unknown>[] = []
  const state = { closed: undefined as number | undefined, rights: access, buffered: 0 }
  const socket = new DocumentSocket({
    document,
    limits: defaultLimits,
    participantId,
    access: () => state.rights,
    user: () => ({
      participantId,
      name: `Name of ${participantId}`,
      side: 'room',
      ink: 'loire',
      groupId: null,
      role: 'participant',
    }),
    names: () => [],
    wantsAcks: true,
    warn() {},
    wire: {
      send: (bytes) => {
        sent.push(bytes)
        hear(bytes)
      },
      buffered: () => state.buffered,
      pause() {},
      resume() {},
      close: (code) => (state.closed = code),
    },
  })
  function hear(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === 100) acks.push([decoding.readVarUint(decoder), decoding.readVarUint(decoder)])
    else if (type === 101) refused.push([decoding.readVarUint(decoder), decoding.readVarString(decoder)])
    else if (type === 0) {
      const step = decoding.readVarUint(decoder)
      const content = decoding.readVarUint8Array(decoder)
      if (step === 0)
        queueMicrotask(() => socket.receive(frames.stepTwo(Y.encodeStateAsUpdate(doc, content))))
      else Y.applyUpdate(doc, content, 'remote')
    } else if (type === 1) {
      const inner = decoding.createDecoder(decoding.readVarUint8Array(decoder))
      for (let n = decoding.readVarUint(inner); n > 0; n--) {
        decoding.readVarUint(inner)
        decoding.readVarUint(inner)
        const value = JSON.parse(decoding.readVarString(inner)) as Record<string, unknown> | null
        if (value) presences.push(value)
      }
    }
  }
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'remote') socket.receive(frames.relayed(update))
  })
  socket.receive(frames.stepOne(Y.encodeStateVector(doc)))
  await settled(() => sent.length > 0)
  return {
    doc,
    socket,
    document,
    sent,
    acks,
    refused,
    presences,
    state,
    say: (bytes: Uint8Array) => socket.receive(bytes),
  }
}

async function settled(fact: () => boolean): Promise<void> {
  const end = Date.now() + 5_000
  while (!fact()) {
    if (Date.now() > end) throw new Error('it never came')
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

const titles = (doc: Y.Doc): string[] => readDrafts(doc).map((draft) => draft.title)
const fromDisk = async (): Promise<Y.Doc> => {
  const doc = new Y.Doc()
  for await (const row of store.documentLog.history(name)) Y.applyUpdate(doc, row.update)
  return doc
}

test('what one writes the other reads, and both are told only of what is on disk', async () => {
  const [ana, ben] = [await person('ana'), await person('ben')]
  const before = ben.sent.length
  createDraft(ana.doc, { title: 'Un comité' })
  // Nothing may have left before the commit.
  expect(ben.sent.length).toBe(before)
  await settled(() => ana.acks.length > 0 && titles(ben.doc).length > 0)
  expect(titles(ben.doc)).toEqual(['Un comité'])
  expect(titles(await fromDisk())).toEqual(['Un comité'])
  expect(ana.acks.at(-1)?.[1]).toBe(ana.document.headSeq)
})

test('a returning client that only repeats what is known is acknowledged and writes no row', async () => {
  const ana = await person('ana')
  createDraft(ana.doc, { title: 'Un' })
  await settled(() => ana.acks.length > 0)
  const head = ana.document.headSeq
  const ben = await person('ben', 'read')
  ben.say(frames.stepTwo(Y.encodeStateAsUpdate(ana.doc)))
  await settled(() => ben.acks.length > 0)
  expect(ana.document.headSeq).toBe(head)
  expect(ben.refused).toEqual([])
})

test("a reader's news reaches nobody and is refused, and the reader goes on reading", async () => {
  const [ana, reader] = [await person('ana'), await person('reader', 'read')]
  createDraft(reader.doc, { title: 'Interdit' })
  await settled(() => reader.refused.length > 0)
  createDraft(ana.doc, { title: 'Permis' })
  await settled(() => titles(reader.doc).includes('Permis'))
  expect(titles(ana.doc)).toEqual(['Permis'])
  expect(titles(await fromDisk())).toEqual(['Permis'])
  expect(reader.state.closed).toBeUndefined()
  expect(reader.refused[0]?.[1]).toBe('read-only')
})

test("nobody writes under another's client id, at its next clock or as a newcomer", async () => {
  const [ana, eve] = [await person('ana'), await person('eve')]
  createDraft(ana.doc, { title: 'à Ana' })
  await settled(() => ana.acks.length > 0 && titles(eve.doc).length > 0)
  const forged = new Y.Doc()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(ana.doc))
  forged.clientID = ana.doc.clientID
  const before = Y.encodeStateVector(forged)
  createDraft(forged, { title: 'de la part d’Ana' })
  eve.say(frames.relayed(Y.encodeStateAsUpdate(forged, before)))
  await settled(() => eve.state.closed !== undefined)
  expect(eve.state.closed).toBe(closeCode.notYours)
  createDraft(ana.doc, { title: 'encore Ana' })
  const zoe = await person('zoe')
  await settled(() => titles(zoe.doc).length === 2)
  expect(titles(zoe.doc)).toEqual(['à Ana', 'encore Ana'])
})

test('an update that builds on what the server does not have keeps nothing and asks for the rest', async () => {
  const ana = await person('ana')
  const offline = new Y.Doc()
  const updates: Uint8Array[] = []
  offline.on('update', (update: Uint8Array) => updates.push(update))
  const id = createDraft(offline, { title: 'Hors' })
  ;(draftsOf(offline).get(id)?.get('title') as Y.Text).insert(4, ' ligne')
  const last = updates.at(-1)
  if (!last || updates.length < 2) throw new Error('expected two updates')
  const asked = ana.sent.length
  ana.say(frames.relayed(last))
  await settled(() => ana.refused.length > 0)
  expect(ana.refused[0]?.[1]).toBe('missing-dependencies')
  expect(ana.state.closed).toBeUndefined()
  expect(ana.sent.length).toBeGreaterThan(asked)
  ana.say(frames.stepTwo(Y.encodeStateAsUpdate(offline)))
  await settled(() => ana.acks.length > 0)
  expect(titles(await fromDisk())).toEqual(['Hors ligne'])
})

test('a draft that breaks the schema is refused whole, its sender is closed, everybody else goes on', async () => {
  const [ana, eve] = [await person('ana'), await person('eve')]
  const id = createDraft(ana.doc, { title: 'Sain' })
  await settled(() => titles(eve.doc).length > 0)
  eve.doc.transact(() => {
    createDraft(eve.doc, { title: 'honnête' })
    ;(draftsOf(eve.doc).get(id) as Y.Map<unknown>).set('onclick', 'alert(1)')
  })
  await settled(() => eve.state.closed !== undefined)
  expect(eve.state.closed).toBe(closeCode.malformed)
  const acks = ana.acks.length
  ;(draftsOf(ana.doc).get(id)?.get('title') as Y.Text).insert(4, ' et sauf')
  await settled(() => ana.acks.length > acks)
  expect(titles(await fromDisk())).toEqual(['Sain et sauf'])
  const zoe = await person('zoe')
  await settled(() => titles(zoe.doc).length > 0)
  expect(titles(zoe.doc)).toEqual(['Sain et sauf'])
})

test('many people who write and join at once end equal, to the last byte of the log', async () => {
  const people = await Promise.all(Array.from({ length: 8 }, (_, i) => person(`p${i}`)))
  const id = createDraft((people[0] as { doc: Y.Doc }).doc, { title: '' })
  await settled(() => people.every((p) => draftsOf(p.doc).has(id)))
  for (let round = 0; round < 30; round++) {
    for (const p of people) {
      const title = draftsOf(p.doc).get(id)?.get('summary') as Y.Text
      title.insert(round % (title.length + 1), String.fromCharCode(97 + (round % 26)))
    }
    if (round % 10 === 5) people.push(await person(`late${round}`))
    else await new Promise((resolve) => setImmediate(resolve))
  }
  const clocks = (doc: Y.Doc): string =>
    JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort())
  await settled(() => new Set(people.map((p) => clocks(p.doc))).size === 1)
  const disk = await fromDisk()
  for (const p of people) expect(readDrafts(p.doc)).toEqual(readDrafts(disk))
  expect(people.flatMap((p) => p.refused)).toEqual([])
})

test('presence: the server names people, and a socket speaks for itself alone', async () => {
  const [ana, eve] = [await person('ana'), await person('eve')]
  const entry = (client: number, state: object | null, clock = 1) =>
    frames.presence([{ client, clock, state: JSON.stringify(state) }])
  ana.say(entry(11, { user: { name: 'the queen' }, cursor: { x: 1 } }))
  await settled(() => eve.presences.length > 0)
  expect(eve.presences.at(-1)).toEqual({
    cursor: { x: 1 },
    user: expect.objectContaining({ name: 'Name of ana', participantId: 'ana' }) as object,
  })
  const seen = ana.presences.length
  eve.say(entry(11, { cursor: { x: 666 } }, 2))
  eve.say(entry(11, null, 2 ** 40))
  eve.say(entry(22, { cursor: { x: 2 } }))
  await settled(() => ana.presences.some((p) => (p['cursor'] as { x: number }).x === 2))
  expect(ana.presences.slice(seen).map((p) => (p['cursor'] as { x: number }).x)).toEqual([2])
})

test('memory is given back when the last socket has gone, and all is there at the next opening', async () => {
  const ana = await person('ana')
  createDraft(ana.doc, { title: 'Reste' })
  await settled(() => ana.acks.length > 0)
  ana.socket.left()
  documents.left(ana.document)
  await settled(() => documents.size === 0)
  const ben = await person('ben')
  await settled(() => titles(ben.doc).length > 0)
  expect(titles(ben.doc)).toEqual(['Reste'])
})

test('hostile bytes close their own socket with 4400, every truncation of every kind of frame', async () => {
  const ana = await person('ana')
  const honest = [
    frames.stepOne(Y.encodeStateVector(ana.doc)),
    frames.relayed(Y.encodeStateAsUpdate(ana.doc)),
    frames.presence([{ client: 5, clock: 1, state: '{}' }]),
  ]
  const hostile = [
    ...honest.flatMap((bytes) => Array.from({ length: bytes.length }, (_, end) => bytes.subarray(0, end))),
    Uint8Array.from([9, 9]),
    new Uint8Array(70).fill(255),
  ]
  for (const bytes of hostile) {
    const eve = await person(`eve${randomId()}`)
    eve.say(bytes)
    await settled(() => eve.state.closed !== undefined)
    expect(eve.state.closed).toBe(closeCode.malformed)
  }
  createDraft(ana.doc, { title: 'Toujours là' })
  await settled(() => ana.acks.length > 0)
})

test('the server edits as one more peer, and its id is never accepted from a socket', async () => {
  const ana = await person('ana')
  await documents.edit(name, (doc) => createDraft(doc, { title: 'Du serveur' }))
  await settled(() => titles(ana.doc).length > 0)
  const [row] = [...(await store.documentLog.clients(name))].filter(([, author]) => author === 'server')
  if (!row) throw new Error('the server has no id')
  const forged = new Y.Doc()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(ana.doc))
  forged.clientID = row[0]
  const before = Y.encodeStateVector(forged)
  createDraft(forged, { title: 'faux' })
  ana.say(frames.relayed(Y.encodeStateAsUpdate(forged, before)))
  await settled(() => ana.state.closed !== undefined)
  expect(ana.state.closed).toBe(closeCode.notYours)
})
