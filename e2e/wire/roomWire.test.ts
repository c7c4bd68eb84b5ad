// The whole live room against the whole server: door, documents and room lane, through a line that fails.
import { afterEach, beforeEach, expect, test } from 'vitest'
import WebSocketOfNode from 'ws'
import { RefusedRequest, UnreachableServer } from '#client/live/api.ts'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { openLiveRoom } from '#client/live/openLiveRoom.ts'
import { openTcpProxy, type TcpProxy } from '#e2e/network/tcpProxy.ts'
import { fact } from '#e2e/wire/wirePerson.ts'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { createDraft, readDrafts } from '#shared/draft/draftModel.ts'
import type { JoinAnswer } from '#shared/room/join.ts'

let server: TestServer
let proxy: TcpProxy
const rooms: LiveRoom[] = []

beforeEach(async () => {
  server = await startTestServer()
  proxy = await openTcpProxy({ targetPort: Number(new URL(server.url).port) })
})
afterEach(async () => {
  for (const room of rooms.splice(0)) room.close()
  await proxy.close()
  await server.close()
})

async function enters(name: string): Promise<LiveRoom> {
  const visitor = new Visitor({ url: proxy.origin })
  const refresh = async (): Promise<JoinAnswer> => {
    const answer = await visitor
      .ask('POST', '/api/rooms/NANTES/join', { name, presence: 'remote' })
      .catch(() => {
        throw new UnreachableServer()
      })
    if (!answer.ok) throw new RefusedRequest(answer.status, {})
    return (await answer.json()) as JoinAnswer // the route's own
  }
  const room = openLiveRoom(await refresh(), {
    refresh,
    origin: proxy.origin,
    storage: { indexedDB: undefined, localStorage: undefined },
    openSocket: (url) => new WebSocketOfNode(url) as unknown as WebSocket, // the same interface, typed by another library
  })
  rooms.push(room)
  await fact(`${name} is in`, () => room.save().state === 'saved' && room.people().length > 0)
  return room
}

const names = (room: LiveRoom): string[] =>
  room
    .people()
    .flatMap(({ seats }) => seats.map(({ name }) => name))
    .sort()

test('people come and go, and see what the others write', async () => {
  const [ana, ben] = [await enters('Ana'), await enters('Ben')]
  await fact('both are seen', () => names(ana).join() === 'Ana,Ben' && names(ben).join() === 'Ana,Ben')
  const [mine, theirs] = [ana.draftsOf('space-n'), ben.draftsOf('space-n')]
  if (!mine || !theirs) throw new Error('the room has no drafts')
  createDraft(mine.doc, { title: 'Un comité par antenne' })
  await fact('read', () => readDrafts(theirs.doc)[0]?.title === 'Un comité par antenne')
  await fact('saved', () => ana.save().state === 'saved')
  expect(Math.abs(ana.clockOffset())).toBeLessThan(1_000)
  ben.close()
  await fact('gone', () => names(ana).join() === 'Ana')
})

test('commands are answered, refused with a reason, and unavailable at once without a line', async () => {
  const ana = await enters('Ana')
  expect(await ana.command('seats.add', { name: 'Inès' })).toMatchObject({ ok: true })
  await fact('two seats', () => names(ana).join() === 'Ana,Inès')
  expect(await ana.command('seats.remove', { seatId: 'nobody' })).toMatchObject({
    ok: false,
    error: { code: 'not-found', reason: 'seats.unknown' },
  })
  proxy.unplug()
  await fact('offline', () => ana.save().state === 'offline')
  const began = performance.now()
  expect(await ana.command('seats.add', { name: 'Zoé' })).toMatchObject({
    ok: false,
    error: { code: 'unavailable' },
  })
  expect(performance.now() - began).toBeLessThan(200)
  proxy.restore()
  await fact('back', () => ana.save().state === 'saved', 8_000)
  await fact('commands again', async () => (await ana.command('seats.add', { name: 'Zoé' })).ok, 8_000)
  await fact('three seats', () => names(ana).join() === 'Ana,Inès,Zoé')
})

test('a command whose answer is late is sent again under its id, and done once', async () => {
  const ana = await enters('Ana')
  proxy.freeze('hold')
  const answer = ana.command('seats.add', { name: 'Inès' })
  // Longer than one answer is waited for.
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  proxy.restore()
  expect(await answer).toMatchObject({ ok: true })
  await fact('two seats', () => names(ana).join() === 'Ana,Inès')
})

test('a removed person is out within two seconds, and is told', async () => {
  const [ana, ben] = [await enters('Ana'), await enters('Ben')]
  const facilitator = new Visitor(server)
  await facilitator.signIn('facilitator-nantes')
  await facilitator.join('NANTES')
  const answer = await facilitator.ask('POST', `/api/rooms/NANTES/people/${ben.join.participantId}/remove`)
  expect(answer.ok).toBe(true)
  await fact('not saved any more', () => ben.save().state !== 'saved', 2_000)
  await fact('nobody sees them', () => !names(ana).includes('Ben'), 2_000)
  await fact('given up', () => ben.save().state === 'refused')
  expect(ana.save().state).toBe('saved')
})

test('cut together, both lanes come back with a fresh ticket', async () => {
  const [ana, ben] = [await enters('Ana'), await enters('Ben')]
  const before = ana.join.ticket
  expect(proxy.cut()).toBeGreaterThanOrEqual(6)
  await fact('noticed', () => [ana, ben].every((room) => room.save().state === 'offline'))
  await fact('documents are back', () => [ana, ben].every((room) => room.save().state === 'saved'), 6_000)
  expect(ana.join.ticket).not.toBe(before)
  await fact('commands are back', async () => (await ana.command('seats.add', { name: 'Inès' })).ok, 6_000)
  await fact('told', () => names(ben).join() === 'Ana,Ben,Inès')
})
