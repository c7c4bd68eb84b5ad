// With both rooms' doors closed nobody of Nantes reads what Lyon writes: not before the joint session, not after it, by no route.
import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { routeTable } from '#server/http/routeTable.ts'
import { type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import {
  evening,
  invitation,
  personas,
  says,
  signedIn,
  startJointServer,
} from '#server/testing/jointServer.ts'
import { documentName } from '#shared/contract/documentName.ts'
import { randomId } from '#shared/contract/ids.ts'
import { createDraft } from '#shared/draft/draftModel.ts'
import type { ShownInvitation } from '#shared/joint/jointAnswers.ts'
import { commonLaneId } from '#shared/joint/layLanes.ts'
import type { JoinAnswer } from '#shared/room/join.ts'

/** In the title, the summary, a section, a nuance, a question: whatever a route shows of a draft holds it. */
const canary = /canari\w*/iu
const words = (n: string): string => `canari${n} du comité`
const draftId = 'canary-draft-of-lyon'

let server: TestServer
let nantes: Visitor
let lyon: Visitor
/** A member of Nantes who leads nothing, and one who facilitates. */
let readers: readonly Visitor[]
let sent: ShownInvitation
const closing: (() => void)[] = []

beforeAll(async () => {
  // Nobody is put off for guessing: what a route answers is looked at, not that it is slow.
  server = await startJointServer({ LIMITS: JSON.stringify({ failedJoins: 1_000_000 }) })
  const { rooms } = server.store
  for (const id of ['nantes-lyon', 'ruche']) await rooms.removeRoom(id)
  for (const { id } of await rooms.all()) {
    const room = await rooms.room(id)
    if (room) await rooms.saveRoom({ ...room, doorOpen: false })
  }
  ;[nantes, lyon] = await Promise.all([signedIn(server, personas.nantes), signedIn(server, personas.lyon)])
  readers = [await signedIn(server, 'member-nantes'), nantes]
  await lyon.join('LYON')
  for (const reader of readers) await reader.join('NANTES')
  const name = documentName({ kind: 'drafts', id: 'space-l' })
  if ((await server.store.documentLog.generation(name)) === undefined)
    await server.store.documentLog.create(name)
  await server.serving.deps.lane.edit(name, (doc) => {
    createDraft(doc, {
      ...{ id: draftId, title: words('Titre'), summary: words('Resume'), constat: [words('Constat')] },
      ...{ proposition: [words('Proposition')], questions: [words('Question')] },
      nuances: [{ type: 'minority', text: words('Nuance'), groupId: 'grp-l' }],
    })
  })
  sent = await says<ShownInvitation>(nantes, '/api/groups/nantes/joint', invitation())
})
afterAll(async () => {
  for (const close of closing) close()
  await server.close()
})

/** What each name in a path stands for. A new one is to be added here: nobody else says what the route may tell. */
async function standsFor(): Promise<Readonly<Record<string, readonly string[]>>> {
  const rooms = await server.store.rooms.all()
  const held = await Promise.all(rooms.map(({ id }) => server.store.sessionRecords.heldInRoom(id)))
  const participants = ['somebody']
  return {
    ':code': rooms.map(({ code }) => code),
    ':group': ['lyon', 'nantes', 'grp-l', 'EGA'],
    ':groupId': ['grp-l', 'grp-n'],
    ':spaceId': ['space-l', 'space-n'],
    ':draftId': [draftId],
    ':fingerprint': ['0'.repeat(64)],
    ':seq': ['1', '2'],
    ':participantId': participants,
    ':lineId': ['line-of-presence'],
    ':sessionId': [...held.flat().map(({ id }) => id), 'none'],
    ':id': [sent.id, draftId, 'a'.repeat(26)],
    ':mergeId': ['merge-of-nobody'],
    ':key': [draftId, `space-l/${draftId}`],
    ':theme': ['th'],
    ':token': ['t'.repeat(43)],
    ':board': ['board'],
    ':document': ['statuts'],
  }
}

/** Ways of asking beyond the path: those that a known route takes, and every one of them for a route that nobody has listed here. */
const at = '?at=999999999999999'
const draft = [`?spaceId=space-l&draftId=${draftId}`, `?space=space-l&draft=${draftId}`]
const search = '?text=comit%C3%A9%20local&q=comit%C3%A9'
const taken: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\/replay\/state$/u, [at]],
  [/\/joint\/days$/u, ['?with=grp-l']],
  [/\/versions|\/authorship|\/sessions|\/presence|\/minutes|\/replay$|\/links|\/adopted|\/consented/u, ['']],
  [/^\/api\/(me|home|demo|joint|session-templates)$|\/joint$|calendar\.ics$|qr\.svg$|absent-note$/u, ['']],
  [/\/mentionable$|\/admin\/people$/u, ['?q=canari']],
  [
    /\/remarks|\/handovers?|\/mentions$|\/became$|^\/api\/(cycle|calendar|follow|admin|sign-in|past-|me\/)/u,
    [''],
  ],
  [/^\/api\/search$/u, ['?q=comit%C3%A9', '?q=canari']],
  [
    /^\/api\/(convergence|instruction|verdicts|consultation|library|assembly|themes|exports)|\/(learned|frame|rulings)$/u,
    [''],
  ],
  [/^\/(?!api\/)|^\/api\/(rooms|groups)\/:\w+$/u, ['']],
]
const queriesOf = (path: string): readonly string[] =>
  taken.find(([known]) => known.test(path))?.[1] ?? ['', at, '?with=grp-l', ...draft, search]

function addresses(path: string, known: Readonly<Record<string, readonly string[]>>): string[] {
  const names = path.match(/:[a-zA-Z]+/gu) ?? []
  const unknown = names.filter((name) => !known[name])
  if (unknown.length > 0) throw new Error(`${path}: nothing is known of ${unknown.join()}`)
  const all = names.reduce<string[]>(
    (list, name) =>
      list.flatMap((one) => known[name]?.map((value) => one.replace(name, encodeURIComponent(value))) ?? []),
    [path],
  )
  return all.flatMap((one) => queriesOf(path).map((query) => one + query))
}

/** Every GET route as this person, and where Lyon's words stood in an answer. Addresses asked, and those that told. */
async function walked(who: Visitor): Promise<{ asked: number; answered: number; told: string[] }> {
  const known = await standsFor()
  // Printing takes a browser; what it prints is the minutes that `.md` tells.
  const all = routeTable
    .filter(([method, path]) => method === 'get' && !path.endsWith('.pdf'))
    .flatMap(([, path]) => addresses(path, known))
  const told: string[] = []
  let answered = 0
  const left = [...all]
  const ask = async (): Promise<void> => {
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      const response = await who.ask('GET', address)
      if (response.ok) answered += 1
      if (response.status === 429) throw new Error(`${address} was not answered`)
      const bytes = Buffer.from(await response.arrayBuffer())
      if (canary.test(bytes.toString('latin1')) || canary.test(bytes.toString('utf8'))) told.push(address)
    }
  }
  // A few at a time, as a browser asks.
  await Promise.all(Array.from({ length: 6 }, ask))
  return { asked: all.length, answered, told }
}

/** Everything that a room tells on entering and over both lines: the answer, its documents, and Lyon's by name. */
async function inRooms(who: Visitor): Promise<string[]> {
  const told: string[] = []
  for (const { code } of await server.store.rooms.all()) {
    const response = await who.ask('POST', `/api/rooms/${encodeURIComponent(code)}/join`, {
      ...{ name: 'Ana', presence: 'remote', group: 'grp-l' },
    })
    const text = await response.text()
    if (canary.test(text)) told.push(`join ${code}`)
    if (!response.ok) continue
    const answer = JSON.parse(text) as JoinAnswer // what the route says
    if (canary.test(await snapshot(answer.ticket))) told.push(`room ${code}`)
    const names = new Set([...answer.documents.map(({ name }) => name), 'drafts/space-l', 'whiteboard/lyon'])
    for (const name of names)
      if (canary.test(await document(name, answer.ticket))) told.push(`${name} ${code}`)
  }
  return told
}

async function snapshot(ticket: string): Promise<string> {
  const line = io(server.url, {
    transports: ['websocket'],
    auth: { ticket },
    reconnection: false,
    forceNew: true,
  })
  closing.push(() => line.disconnect())
  return new Promise((resolve) => {
    line.on('room', (told: unknown) => resolve(JSON.stringify(told)))
    line.on('connect_error', () => resolve(''))
    line.on('disconnect', () => resolve(''))
  })
}

async function document(name: string, ticket: string): Promise<string> {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/yjs`, name, doc, {
    params: { ticket },
    disableBc: true,
    // ws is a WebSocket by shape; its types say more than the provider asks for.
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  })
  await new Promise<void>((resolve) => {
    provider.once('sync', () => resolve())
    provider.on('connection-close', () => resolve())
  })
  const state = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('utf8')
  provider.destroy()
  return state
}

/** A command as somebody's own line would send it. */
async function command(who: Visitor, code: string, name: string, input: unknown): Promise<string> {
  const { participantId, room, you } = await who.join(code)
  const participant = await server.store.people.participant(participantId)
  if (!participant) throw new Error('nobody')
  const { standing, role } = participant
  const actor = { participantId, roomId: room.id, standing, role, groupId: you.groupId }
  const result = await server.serving.deps.live.run(actor, name, { id: randomId(), input })
  return result.ok ? 'ok' : result.error.reason
}

test('the canary is found where it should be: Lyon itself is told it by every kind of route', async () => {
  const { told } = await walked(lyon)
  const kinds = [/^\/api\/groups\/lyon/u, /\/versions\/\d/u, /\/replay\/state/u]
  for (const kind of kinds)
    expect(
      told.some((address) => kind.test(address)),
      String(kind),
    ).toBe(true)
  expect(await inRooms(lyon)).toContain('drafts/space-l LYON')
}, 120_000)

test('before the joint session Nantes is told nothing, though Lyon is invited', async () => {
  for (const reader of readers) {
    const { asked, answered, told } = await walked(reader)
    expect(told).toEqual([])
    expect(asked).toBeGreaterThan(80)
    expect(answered).toBeGreaterThan(20)
    expect(await inRooms(reader)).toEqual([])
  }
}, 120_000)

test('during it Nantes reads Lyon’s drafts in the joint room, and by no room’s closed door', async () => {
  const agreed = await says<ShownInvitation>(lyon, `/api/groups/lyon/joint/${sent.id}`, {
    act: 'accept',
    day: evening,
  })
  const code = agreed.roomCode ?? ''
  for (const reader of readers) {
    await reader.join(code)
    const { told } = await walked(reader)
    expect(told.length).toBeGreaterThan(2)
    // What somebody may read now, a search finds; and only as long.
    const ways = [`/api/rooms/${encodeURIComponent(code)}/`, '/api/search?']
    expect(told.filter((address) => !ways.some((way) => address.startsWith(way)))).toEqual([])
    expect(await inRooms(reader)).toEqual([`drafts/space-l ${code}`])
  }
  // What is not shown is not told, from one moment to the next.
  expect(await command(lyon, code, 'openness.set', { groupId: 'grp-l', access: 'none' })).toBe('ok')
  for (const reader of readers) {
    expect((await walked(reader)).told).toEqual([])
    expect(await inRooms(reader)).toEqual([])
  }
  expect(await command(lyon, code, 'openness.set', { groupId: 'grp-l', access: 'read' })).toBe('ok')
}, 180_000)

test('after it nothing is left: tickets, history, replay, minutes, boards; what Lyon wrote since neither', async () => {
  const code = (await server.store.rooms.all()).find(({ kind }) => kind === 'joint')?.code ?? ''
  const [old] = await Promise.all([nantes.join(code)])
  // A session is held, so that minutes, presence and replay have something to tell.
  const step = { title: 'Un', minutes: 5, tool: 'none', method: '', purpose: '', frameId: null }
  expect(await command(nantes, code, 'agenda.begin', { otherwise: [step] })).toBe('ok')
  expect(await command(nantes, code, 'joint.end', {})).toBe('ok')
  await server.serving.deps.lane.edit(documentName({ kind: 'drafts', id: 'space-l' }), (doc) => {
    createDraft(doc, { title: words('Apres'), questions: [words('QuestionApres')] })
  })
  const written = await nantes.ask('POST', `/api/rooms/${encodeURIComponent(code)}/minutes`, {
    language: 'fr',
  })
  expect(written.status).toBe(200)
  expect(await document('drafts/space-l', old.ticket)).not.toMatch(canary)
  for (const reader of readers) {
    const { answered, told } = await walked(reader)
    expect(told).toEqual([])
    expect(answered).toBeGreaterThan(20)
    expect(await inRooms(reader)).toEqual([])
  }
  // A guest who says at the door that Lyon is theirs is told nothing either.
  const room = await server.store.rooms.roomByCode(code)
  if (room) await server.store.rooms.saveRoom({ ...room, doorOpen: true })
  const guest = new Visitor(server)
  await guest.join(code, { group: 'grp-l' })
  expect((await walked(guest)).told).toEqual([])
  expect(await inRooms(guest)).toEqual([])
  // The joint room itself stays: its lanes and its joint drafts.
  const board = await document(`whiteboard/joint-${sent.id}`, (await nantes.join(code)).ticket)
  expect(board).toContain(commonLaneId)
}, 180_000)

test('renewed by Lyon it is read again, and ended again it is not', async () => {
  const code = (await server.store.rooms.all()).find(({ kind }) => kind === 'joint')?.code ?? ''
  expect(await command(lyon, code, 'joint.renew', { groupId: 'grp-l', on: true })).toBe('ok')
  expect(await inRooms(nantes)).toEqual([`drafts/space-l ${code}`])
  expect(await command(lyon, code, 'joint.renew', { groupId: 'grp-l', on: false })).toBe('ok')
  expect(await inRooms(nantes)).toEqual([])
}, 60_000)
