// Our own client through an aparté: its texts arrive in the parent room while everybody goes on, and no line is cut for it.
import { afterEach, beforeEach, expect, test } from 'vitest'
import WebSocketOfNode from 'ws'
import type * as Y from 'yjs'
import { RefusedRequest, UnreachableServer } from '#client/live/api.ts'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { openLiveRoom } from '#client/live/openLiveRoom.ts'
import { fact } from '#e2e/wire/wirePerson.ts'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { createDraft, draftsOf, readDrafts } from '#shared/draft/draftModel.ts'
import type { JoinAnswer } from '#shared/room/join.ts'
import type { SubgroupsView } from '#shared/subgroups/subgroupsView.ts'
import { noteText, recordsOf } from '#shared/whiteboard/boardModel.ts'
import { addNote } from '#shared/whiteboard/commands.ts'

let server: TestServer
const rooms: LiveRoom[] = []
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(async () => {
  for (const room of rooms.splice(0)) room.close()
  await server.close()
})

async function opened(visitor: Visitor, path: string, body?: unknown): Promise<LiveRoom> {
  const refresh = async (): Promise<JoinAnswer> => {
    const answer = await visitor.ask('POST', path, body).catch(() => {
      throw new UnreachableServer()
    })
    if (!answer.ok) throw new RefusedRequest(answer.status, {})
    return (await answer.json()) as JoinAnswer // the route's own
  }
  const room = openLiveRoom(await refresh(), {
    refresh,
    origin: server.url,
    storage: { indexedDB: undefined, localStorage: undefined },
    openSocket: (url) => new WebSocketOfNode(url) as unknown as WebSocket, // the same interface, typed by another library
  })
  rooms.push(room)
  await fact('in', () => room.save().state === 'saved' && room.people().length > 0)
  return room
}

async function enters(name: string, persona?: string) {
  const visitor = new Visitor(server)
  if (persona) await visitor.signIn(persona)
  const room = await opened(visitor, '/api/rooms/NANTES/join', { name, presence: 'remote' })
  return { visitor, room, seatId: room.join.you.seats[0]?.id ?? '' }
}

const plan = (room: LiveRoom) => (room.state()['subgroups'] as SubgroupsView | undefined)?.plan // the slice's own view
const goApart = (visitor: Visitor, groupId: string) =>
  opened(visitor, `/api/rooms/NANTES/aparte/${groupId}/join`)

test('after the end the third opens and edits what the two wrote, without a line having been cut', async () => {
  const [eva, ana, ben] = [
    await enters('Eva', 'facilitator-nantes'),
    await enters('Ana'),
    await enters('Ben'),
  ]
  await eva.room.command('subgroups.draw', { method: 'hand', count: 2 })
  await fact('drawn', () => plan(eva.room)?.groups.length === 2)
  const [first = '', second = ''] = plan(eva.room)?.groups.map(({ id }) => id) ?? []
  await eva.room.command('subgroups.move', { seatId: ana.seatId, to: first })
  await eva.room.command('subgroups.move', { seatId: ben.seatId, to: second })
  expect(await eva.room.command('subgroups.start', { kind: 'aparte', minutes: null })).toMatchObject({
    ok: true,
  })
  const apart = await goApart(ana.visitor, first)
  await expect(goApart(ben.visitor, first)).rejects.toThrow(RefusedRequest)
  const [texts] = apart.drafts
  if (!texts) throw new Error('the aparté has no drafts')
  const draftId = createDraft(texts.doc, { title: 'Un jardin' })
  addNote(apart.whiteboard.doc, { text: 'avec les voisins' })
  await fact('saved', () => apart.save().state === 'saved')

  const badges = new Set<string>()
  ben.room.subscribe(() => badges.add(ben.room.save().state))
  const lines = server.serving.deps.presence.people('nantes').length
  expect(await eva.room.command('subgroups.end', {})).toMatchObject({ ok: true })
  const took = await fact('a new document', () => ben.room.drafts.some(({ name }) => name === texts.name))
  const brought = () => ben.room.drafts.find(({ name }) => name === texts.name)
  await fact(
    'read',
    () => readDrafts(brought()?.doc ?? texts.doc)[0]?.title === 'Un jardin' && brought() !== undefined,
  )
  const title = draftsOf(brought()?.doc ?? texts.doc)
    .get(draftId)
    ?.get('title') as Y.Text // as the model makes it
  title.insert(title.length, ' partagé')
  await fact('edited', () => ben.room.save().state === 'saved')
  await fact('seen by who led', () =>
    eva.room.drafts.some(({ doc }) => readDrafts(doc).some((one) => one.title === 'Un jardin partagé')),
  )
  const board = ben.room.whiteboard.doc
  await fact('the note', () =>
    [...recordsOf(board).keys()].some((id) => noteText(board, id)?.toString() === 'avec les voisins'),
  )
  expect([...badges].filter((state) => state === 'offline' || state === 'refused')).toEqual([])
  expect(server.serving.deps.presence.people('nantes')).toHaveLength(lines)
  expect(took).toBeLessThan(3_000)
  // The aparté goes on being read, and says so.
  await fact('read only', () => [apart.whiteboard, ...apart.drafts].every(({ access }) => access === 'read'))
})

test('who is moved away is told, and keeps nothing open', async () => {
  const [eva, ana] = [await enters('Eva', 'facilitator-nantes'), await enters('Ana')]
  await eva.room.command('subgroups.draw', { method: 'hand', count: 2 })
  await fact('drawn', () => plan(eva.room)?.groups.length === 2)
  const [first = '', second = ''] = plan(eva.room)?.groups.map(({ id }) => id) ?? []
  await eva.room.command('subgroups.move', { seatId: ana.seatId, to: first })
  await eva.room.command('subgroups.start', { kind: 'aparte', minutes: null })
  const apart = await goApart(ana.visitor, first)
  await eva.room.command('subgroups.move', { seatId: ana.seatId, to: second })
  await fact('told', () => apart.save().state === 'refused', 5_000)
  addNote(apart.whiteboard.doc, { text: 'trop tard' })
  const kept = await server.serving.deps.lane.read(apart.whiteboard.name, (doc) =>
    [...recordsOf(doc).keys()].some((id) => noteText(doc, id)?.toString() === 'trop tard'),
  )
  expect(kept).toBe(false)
})
