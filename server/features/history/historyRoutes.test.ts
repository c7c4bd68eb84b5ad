// History over HTTP on a real store, by people whose rights differ.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import express from 'express'
import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openStore, type Store } from '#server/adapters/sql/openStore.ts'
import { historyRoutes } from '#server/features/history/historyRoutes.ts'
import { createGate } from '#server/live/gate.ts'
import type { NewParticipant, Participant } from '#server/ports/people.ts'
import { problemHandler } from '#server/transport/httpErrors.ts'
import { createTickets, ticketLife } from '#server/transport/tickets.ts'
import type { DraftAtVersion, DraftAuthorship, DraftVersions } from '#shared/draft/draftHistory.ts'
import { createDraft, type DraftMap, draftsOf } from '#shared/draft/draftModel.ts'

const document = 'drafts/grp-nantes'
const tickets = createTickets('a secret of this test')
let folder: string
let store: Store
let server: Server
let url: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'history-'))
  store = await openStore({ dataDir: folder })
  for (const [id, spaceId] of [
    ['nantes', 'grp-nantes'],
    ['lyon', 'grp-lyon'],
  ] as const)
    await store.rooms.saveRoom({
      id,
      code: id.toUpperCase(),
      title: id,
      kind: 'group',
      groupIds: [spaceId],
      spaces: [{ spaceId, groupId: spaceId }],
      doorOpen: true,
      sessionId: null,
    })
  const gate = createGate({
    people: store.people,
    rooms: store.rooms,
    readTicket: (ticket, now) => tickets.read(ticket, now),
    inkOfGroup: async () => 'loire',
    now: Date.now,
  })
  const app = express()
  app.use(historyRoutes({ store, gate, participantOf: async () => undefined }))
  app.use(problemHandler(pino({ level: 'silent' }), () => undefined))
  server = createServer(app)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server's address
})

afterEach(async () => {
  await new Promise((closed) => server.close(closed))
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const joins = (name: string, roomId = 'nantes'): Promise<Participant> => {
  const guest: NewParticipant = {
    roomId,
    name,
    presence: 'remote',
    standing: 'guest',
    role: 'participant',
    groupIds: [],
    headcount: 1,
    seats: [],
    accountId: null,
    deviceHash: null,
  }
  return store.people.addParticipant(guest)
}

const ask = (participant: Participant | undefined, what: string, room = 'nantes'): Promise<Response> => {
  const ticket = participant && {
    participantId: participant.id,
    roomId: participant.roomId,
    epoch: participant.epoch,
    expiresAt: Date.now() + ticketLife,
    documents: [document],
    session: null,
  }
  const headers: Record<string, string> = ticket ? { authorization: `Bearer ${tickets.sign(ticket)}` } : {}
  return fetch(`${url}/api/rooms/${room}/drafts/grp-nantes/d1/${what}`, { headers })
}

const answer = async <T>(participant: Participant, what: string): Promise<T> =>
  (await ask(participant, what)).json() as Promise<T> // the shape is what is tested

/** Keeps what a person's document says as a row of theirs. */
async function keeps(doc: Y.Doc, author: string, change: (draft: DraftMap) => void): Promise<void> {
  const before = Y.encodeStateVector(doc)
  doc.transact(() => change(draftsOf(doc).get('d1') as DraftMap))
  const clients = new Map([[doc.clientID, author]])
  await store.documentLog.append(document, [{ author, update: Y.encodeStateAsUpdate(doc, before) }], clients)
}

async function written(): Promise<{ ines: Participant }> {
  const ines = await joins('Inès')
  await store.documentLog.create(document)
  const begun = new Y.Doc()
  await keeps(begun, 'server', () => void createDraft(begun, { id: 'd1', title: 'Un comité' }))
  const hers = new Y.Doc()
  Y.applyUpdate(hers, Y.encodeStateAsUpdate(begun))
  await keeps(hers, ines.id, (draft) => (draft.get('title') as Y.Text).insert(9, ' ouvert'))
  await keeps(hers, ines.id, (draft) => (draft.get('title') as Y.Text).insert(0, 'Oui : '))
  return { ines }
}

test('versions with names, the draft as it read at one of them, and whose words are whose', async () => {
  const { ines } = await written()
  const { versions } = await answer<DraftVersions>(ines, 'versions')
  expect(versions.at(-1)?.seq).toBe(3)
  expect(versions.flatMap(({ authors }) => authors.map(({ name }) => name))).toContain('Inès')
  const { draft } = await answer<DraftAtVersion>(ines, 'versions/2')
  expect(draft.title).toBe('Un comité ouvert')
  const authorship = await answer<DraftAuthorship>(ines, 'authorship')
  expect(authorship.title.map(({ name, text }) => [name, text])).toEqual([
    ['Inès', 'Oui : '],
    [null, 'Un comité'],
    ['Inès', ' ouvert'],
  ])
})

test('what is kept later is in the next answer', async () => {
  const { ines } = await written()
  await answer<DraftVersions>(ines, 'versions')
  const again = new Y.Doc()
  for await (const row of store.documentLog.history(document)) Y.applyUpdate(again, row.update)
  await keeps(again, ines.id, (draft) => (draft.get('summary') as Y.Text).insert(0, 'Huit places.'))
  const authorship = await answer<DraftAuthorship>(ines, 'authorship')
  expect(authorship.summary).toEqual([{ participantId: ines.id, name: 'Inès', text: 'Huit places.' }])
  expect((await answer<DraftVersions>(ines, 'versions')).versions.at(-1)?.seq).toBe(4)
})

test('strangers, people of other rooms and unknown things all get the same 404', async () => {
  const { ines } = await written()
  const yann = await joins('Yann', 'lyon')
  const bodies = await Promise.all(
    [
      ask(undefined, 'versions'),
      ask(yann, 'versions'),
      ask(yann, 'versions', 'lyon'),
      ask(ines, 'versions', 'elsewhere'),
    ].map(async (asked) => {
      const response = await asked
      return `${response.status} ${await response.text()}`
    }),
  )
  expect(new Set(bodies).size).toBe(1)
  expect(bodies[0]).toMatch(/^404 /)
  expect((await ask(ines, 'versions/0')).status).toBe(422)
  expect((await ask(ines, 'versions/x')).status).toBe(422)
  await store.people.changeParticipant(ines.id, { removed: true }, { raiseEpoch: true })
  expect((await ask(ines, 'versions')).status).toBe(404)
})
