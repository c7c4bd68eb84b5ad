// Sub-groups and apartés over real sockets and a real database: frames, ways in, secrecy, coming back, withdrawn rights.
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  finish,
  InRoom,
  leaveRooms,
  mayLead,
  Person,
  prepare,
  start,
  until,
  wordsOn,
} from '#server/testing/aparteRoom.ts'
import { startTestServer, type TestServer } from '#server/testing/doorsServer.ts'
import { randomId } from '#shared/contract/ids.ts'
import { createDraft, draftsOf, readDrafts } from '#shared/draft/draftModel.ts'
import { recordsOf } from '#shared/whiteboard/boardModel.ts'
import { addNote } from '#shared/whiteboard/commands.ts'
import { childrenOf, isShape, readRecords } from '#shared/whiteboard/place.ts'

afterEach(leaveRooms)

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
