// Joint sessions over the wire: invitation, days, answers, the room that is made, three groups, its end and its renewal.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeMissingRooms } from '#server/features/joint/jointRooms.ts'
import { jointRoomsDeps } from '#server/http/joint.ts'
import { type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import {
  evening,
  invitation,
  jointOf,
  personas,
  says,
  signedIn,
  startJointServer,
} from '#server/testing/jointServer.ts'
import { documentName } from '#shared/contract/documentName.ts'
import { randomId } from '#shared/contract/ids.ts'
import { createDraft } from '#shared/draft/draftModel.ts'
import type { OwnJointAnswer, ProposedDaysAnswer, ShownInvitation } from '#shared/joint/jointAnswers.ts'
import { commonLaneId, laneId } from '#shared/joint/layLanes.ts'
import { recordsOf } from '#shared/whiteboard/boardModel.ts'
import { cardsOfDraft, readRecords } from '#shared/whiteboard/place.ts'

let server: TestServer
let nantes: Visitor
let lyon: Visitor
let egalite: Visitor
beforeAll(async () => {
  server = await startJointServer()
  ;[nantes, lyon, egalite] = await Promise.all([
    signedIn(server, personas.nantes),
    signedIn(server, personas.lyon),
    signedIn(server, personas.egalite),
  ])
})
afterAll(() => server.close())

const invite = (more: Parameters<typeof invitation>[0] = {}): Promise<ShownInvitation> =>
  says(nantes, '/api/groups/nantes/joint', invitation(more))
const answer = (visitor: Visitor, group: string, id: string, body: unknown): Promise<ShownInvitation> =>
  says(visitor, `/api/groups/${group}/joint/${id}`, body)
const accept = { act: 'accept', day: evening } as const
const status = async (visitor: Visitor, method: string, path: string, body?: unknown): Promise<number> =>
  (await visitor.ask(method, path, body)).status

describe('who invites and who is asked', () => {
  test('a facilitator alone; strangers, members and other groups neither invite nor see it', async () => {
    const member = await signedIn(server, 'member-nantes')
    const stranger = new Visitor(server)
    for (const [who, code] of [
      [member, 403],
      [lyon, 403],
      [stranger, 401],
    ] as const) {
      expect(await status(who, 'POST', '/api/groups/nantes/joint', invitation())).toBe(code)
      expect(await status(who, 'GET', '/api/groups/nantes/joint/days?with=grp-l')).toBe(code)
    }
    const sent = await invite({ subject: 'Entre nous deux', word: 'canari-invitation' })
    expect((await jointOf(member, 'nantes')).invitations.map(({ id }) => id)).toContain(sent.id)
    // Somebody else's page, somebody else's group: nothing of it anywhere.
    for (const [who, group] of [
      [egalite, 'EGA'],
      [egalite, 'nantes'],
      [egalite, 'lyon'],
      [stranger, 'nantes'],
    ] as const) {
      const text = await (await who.ask('GET', `/api/groups/${group}/joint`)).text()
      expect(text, group).not.toMatch(/canari-invitation|Entre nous deux/u)
    }
    expect(await status(egalite, 'POST', `/api/groups/EGA/joint/${sent.id}`, accept)).toBe(404)
    expect(await status(member, 'POST', `/api/groups/nantes/joint/${sent.id}`, { act: 'withdraw' })).toBe(403)
    expect((await answer(nantes, 'nantes', sent.id, { act: 'withdraw' })).status).toBe('withdrawn')
    expect(await status(lyon, 'POST', `/api/groups/lyon/joint/${sent.id}`, accept)).toBe(409)
  })

  test('sent twice it is one; a group of no cycle is refused; every act is in the journal', async () => {
    const input = invitation()
    const [first, second] = [
      await says(nantes, '/api/groups/nantes/joint', input),
      await says(nantes, '/api/groups/nantes/joint', input),
    ]
    expect(second).toEqual(first)
    expect(
      await status(nantes, 'POST', '/api/groups/nantes/joint', invitation({ groupIds: ['grp-x'] })),
    ).toBe(422)
    await answer(lyon, 'lyon', input.id, {
      act: 'propose',
      days: [{ ...evening, date: '2099-03-19' }],
      word: '',
    })
    await answer(nantes, 'nantes', input.id, { act: 'offer', days: [{ ...evening, date: '2099-03-19' }] })
    await answer(lyon, 'lyon', input.id, { act: 'decline', word: 'Finalement non' })
    const acts = await server.store.jointRecords.jointActs(input.id)
    expect(acts.map(({ act, by, groupId }) => [act, groupId, by])).toEqual([
      ['invite', 'grp-n', 'account:demo-facilitator-nantes'],
      ['propose', 'grp-l', 'account:demo-facilitator-lyon'],
      ['offer', 'grp-n', 'account:demo-facilitator-nantes'],
      ['decline', 'grp-l', 'account:demo-facilitator-lyon'],
    ])
    expect(await server.store.rooms.room(`joint-${input.id}`)).toBeUndefined()
  })

  test('days on which none of them meets, somebody’s two groups included', async () => {
    const { days } = await says<ProposedDaysAnswer>(
      nantes,
      '/api/groups/nantes/joint/days?with=grp-l&with=grp-e',
    )
    expect(days.length).toBeGreaterThan(3)
    expect(days.every(({ startTime }) => startTime === '19:30')).toBe(true)
    const { today } = await jointOf(nantes, 'nantes')
    expect(days.every(({ date }) => date > today)).toBe(true)
  })
})

describe('what an acceptance makes', () => {
  test('a room behind a closed door, with lanes, cards, an agenda, and on both pages, at home, in a calendar', async () => {
    const draftId = await draftIn('space-n', 'Une fiche de Nantes')
    const sent = await invite()
    const before = await server.store.rooms.all()
    const accepted = await answer(lyon, 'lyon', sent.id, accept)
    expect(accepted).toMatchObject({ status: 'accepted', agreed: evening, isInviter: false })
    const room = (await server.store.rooms.all()).find(({ id }) => !before.some((one) => one.id === id))
    expect(room).toMatchObject({
      ...{ kind: 'joint', groupIds: ['grp-n', 'grp-l'], doorOpen: false, title: 'Un comité local par ville' },
      jointSession: { rightsEndAt: null, endedAt: null, renewedBy: [] },
    })
    expect(room?.code).toMatch(/^NANTES-LYON \d{4}$/u)
    expect(accepted.roomCode).toBe(room?.code)
    // A guest who knows the code waits outside; the groups' own people come in, and both lead.
    const code = room?.code ?? ''
    expect(
      await status(new Visitor(server), 'POST', `/api/rooms/${encodeURIComponent(code)}/join`, {
        name: 'X',
        presence: 'remote',
      }),
    ).toBe(404)
    const [asNantes, asLyon] = [await nantes.join(code), await lyon.join(code)]
    expect([asNantes.you.role, asLyon.you.role]).toEqual(['facilitator', 'facilitator'])
    const access = (documents: typeof asLyon.documents) => documents.map((one) => [one.groupId, one.access])
    expect(access(asLyon.documents)).toEqual([
      [null, 'write'],
      [null, 'write'],
      ['grp-n', 'read'],
      ['grp-l', 'write'],
    ])
    const board = documentName({ kind: 'whiteboard', id: room?.id ?? '' })
    const laid = await server.serving.deps.lane.read(board, (doc) => {
      const records = readRecords(doc)
      const [card = ''] = cardsOfDraft(records, 'space-n', draftId)
      return {
        lanes: [laneId('grp-n'), commonLaneId, laneId('grp-l')].map((id) =>
          recordsOf(doc).get(id)?.get('props.name'),
        ),
        home: records.get(card)?.['parentId'],
      }
    })
    expect(laid).toEqual({ lanes: ['Nantes', 'En commun', 'Lyon'], home: laneId('grp-n') })
    const { state } = await server.store.rooms.state(room?.id ?? '')
    expect(state['agenda']).toMatchObject({
      steps: expect.arrayContaining([expect.objectContaining({ title: 'Accueil' })]),
    })
    expect(state['joint']).toMatchObject({ invitationId: sent.id, day: evening, endedAt: null })
    for (const [who, group] of [
      [nantes, 'nantes'],
      [lyon, 'lyon'],
    ] as const) {
      const page = await jointOf(who, group)
      expect(page.invitations.find(({ id }) => id === sent.id)).toMatchObject({
        roomCode: code,
        agreed: evening,
      })
      const own = await says<OwnJointAnswer>(who, '/api/joint')
      expect(own.sessions.map(({ id }) => id)).toContain(sent.id)
      const ics = await who.ask('GET', `/api/groups/${group}/joint/${sent.id}/calendar.ics`)
      expect(ics.headers.get('content-type')).toContain('text/calendar')
      expect(await ics.text()).toContain('DTSTART:20990312T193000')
    }
    expect(await status(egalite, 'GET', `/api/groups/EGA/joint/${sent.id}/calendar.ics`)).toBe(404)
    expect((await says<OwnJointAnswer>(egalite, '/api/joint')).sessions.map(({ id }) => id)).not.toContain(
      sent.id,
    )
  })

  test('two facilitators who answer at the same instant, twenty times: one room each, one answer stands', async () => {
    for (let round = 0; round < 20; round++) {
      const sent = await invite({ days: [evening, { ...evening, date: '2099-03-19' }] })
      const outcomes = await Promise.all(
        [
          accept,
          { act: 'accept', day: { ...evening, date: '2099-03-19' } },
          { act: 'decline', word: '' },
        ].map((body) => status(lyon, 'POST', `/api/groups/lyon/joint/${sent.id}`, body)),
      )
      expect(outcomes.sort()).toEqual([200, 409, 409])
      const rooms = (await server.store.rooms.all()).filter(({ id }) => id === `joint-${sent.id}`)
      const kept = await server.store.jointRecords.invitation(sent.id)
      expect(rooms).toHaveLength(kept?.invitation.status === 'accepted' ? 1 : 0)
      expect(await server.store.jointRecords.jointActs(sent.id)).toHaveLength(2)
    }
  })

  test('a server that is killed between the acceptance and the room makes it at its next start, once', async () => {
    const sent = await invite()
    const kept = await server.store.jointRecords.invitation(sent.id)
    if (!kept) throw new Error('not kept')
    // As it stands on disk when the process dies right after the decision.
    const agreed = { day: evening, groupIds: ['grp-n', 'grp-l'] }
    await server.store.jointRecords.saveInvitation(
      { ...kept.invitation, status: 'accepted', agreed },
      kept.version,
      {
        ...{ act: 'accept', groupId: 'grp-l', by: 'account:x', at: 1, homeRoomId: null },
      },
    )
    const deps = jointRoomsDeps(server.serving.deps)
    await makeMissingRooms(deps)
    const before = JSON.stringify(await server.store.rooms.state(`joint-${sent.id}`))
    const room = await server.store.rooms.room(`joint-${sent.id}`)
    expect(room?.code).toMatch(/^NANTES-LYON /u)
    expect(await server.store.jointRecords.invitationsWithoutRoom()).toEqual([])
    await makeMissingRooms(deps)
    expect(JSON.stringify(await server.store.rooms.state(`joint-${sent.id}`))).toBe(before)
  })
})

describe('three groups, one of them online only, two countries', () => {
  test('all accept one day: three lanes around the common one, each reads the others and writes its own', async () => {
    const other = { ...evening, date: '2099-04-02' }
    const sent = await invite({ groupIds: ['grp-l', 'grp-e'], days: [evening, other], template: null })
    expect((await answer(lyon, 'lyon', sent.id, accept)).status).toBe('open')
    expect(
      (await answer(egalite, 'EGA', sent.id, { act: 'propose', days: [other], word: 'Avril' })).status,
    ).toBe('open')
    const agreed = await answer(egalite, 'EGA', sent.id, accept)
    expect(agreed).toMatchObject({ status: 'accepted', agreed: evening })
    const joined = await Promise.all([nantes, lyon, egalite].map((who) => who.join(agreed.roomCode ?? '')))
    expect(joined.map(({ you }) => you.role)).toEqual(['facilitator', 'facilitator', 'facilitator'])
    expect(joined[0]?.room.entities.map(({ code }) => code)).toEqual(['FR', 'BE'])
    for (const { documents, you } of joined) {
      const own = documents.filter(({ groupId }) => groupId !== null)
      expect(own.map(({ access, groupId }) => [groupId, access])).toEqual(
        ['grp-n', 'grp-l', 'grp-e'].map((id) => [id, id === you.groupId ? 'write' : 'read']),
      )
    }
    const board = documentName({ kind: 'whiteboard', id: joined[0]?.room.id ?? '' })
    const xs = await server.serving.deps.lane.read(board, (doc) =>
      [laneId('grp-n'), commonLaneId, laneId('grp-l'), laneId('grp-e')].map((id) => {
        const xy = recordsOf(doc).get(id)?.get('xy') as [number, number]
        return xy[0]
      }),
    )
    expect(xs).toEqual([...(xs ?? [])].sort((a, b) => a - b))
  })

  test('one declines: the inviting group holds the session with the other, and tells the third nothing of where', async () => {
    const sent = await invite({ groupIds: ['grp-l', 'grp-e'] })
    await answer(egalite, 'EGA', sent.id, { act: 'decline', word: 'Pas ce soir' })
    expect((await answer(lyon, 'lyon', sent.id, accept)).status).toBe('open')
    const held = await answer(nantes, 'nantes', sent.id, { act: 'hold', day: evening })
    expect(held.groups.map(({ id }) => id)).toEqual(['grp-n', 'grp-l'])
    const told = (await jointOf(egalite, 'EGA')).invitations.find(({ id }) => id === sent.id)
    expect(told).toMatchObject({ status: 'accepted', roomCode: null })
    expect(
      await status(egalite, 'POST', `/api/rooms/${encodeURIComponent(held.roomCode ?? '')}/join`, {
        name: 'N',
        presence: 'remote',
      }),
    ).not.toBe(200)
  })
})

const spacesOf = async (who: Visitor, code: string): Promise<(string | null)[]> =>
  (await who.join(code)).documents.filter(({ kind }) => kind === 'drafts').map(({ groupId }) => groupId)

/** A command in a room, as somebody's line would send it. */
async function command(who: Visitor, code: string, name: string, input: unknown): Promise<string> {
  const { participantId, room } = await who.join(code)
  const participant = await server.store.people.participant(participantId)
  if (!participant) throw new Error('nobody')
  const { standing, role, groupIds } = participant
  const actor = { participantId, roomId: room.id, standing, role, groupId: groupIds[0] ?? null }
  const result = await server.serving.deps.live.run(actor, name, { id: randomId(), input })
  return result.ok ? 'ok' : result.error.reason
}

async function draftIn(spaceId: string, title: string): Promise<string> {
  const name = documentName({ kind: 'drafts', id: spaceId })
  if ((await server.store.documentLog.generation(name)) === undefined)
    await server.store.documentLog.create(name)
  let id = ''
  await server.serving.deps.lane.edit(name, (doc) => {
    id = createDraft(doc, { title })
  })
  return id
}

describe('what is pulled into the common part', () => {
  test('has its card in the common lane, once, also after it was pulled again and after the card was taken away', async () => {
    const sent = await invite()
    const { roomCode } = await answer(lyon, 'lyon', sent.id, accept)
    const code = roomCode ?? ''
    const draftId = await draftIn('space-l', 'Une fiche de Lyon')
    const parents = [{ spaceId: 'space-l', draftId }]
    expect(await command(nantes, code, 'merge.open', { parents, all: true })).toBe('ok')
    const room = await server.store.rooms.room(`joint-${sent.id}`)
    const own = room?.spaces.find(({ groupId }) => groupId === null)?.spaceId ?? ''
    const board = documentName({ kind: 'whiteboard', id: room?.id ?? '' })
    const cards = () =>
      server.serving.deps.lane.read(board, (doc) => {
        const records = [...readRecords(doc).values()]
        return records.flatMap(({ id, parentId, props }) =>
          (props as { spaceId?: string } | undefined)?.spaceId === own ? [[id, parentId]] : [],
        )
      })
    while ((await cards())?.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    expect((await cards())?.map(([, parentId]) => parentId)).toEqual([commonLaneId])
    const [[card = ''] = []] = (await cards()) ?? []
    await server.serving.deps.lane.edit(board, (doc) => recordsOf(doc).delete(String(card)))
    // A later pull brings its own card, and not the one that somebody took away.
    const another = await draftIn('space-l', 'Une autre fiche de Lyon')
    const pulled = { parents: [{ spaceId: 'space-l', draftId: another }], all: true }
    expect(await command(nantes, code, 'merge.open', pulled)).toBe('ok')
    while ((await cards())?.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await cards()).toHaveLength(1)
    expect((await cards())?.[0]?.[0]).not.toBe(card)
  })
})

describe('the end of a joint session', () => {
  test('[A8] each group’s drafts are its own again, at once; each renews its own; the demo’s room stays as it is', async () => {
    const sent = await invite()
    const { roomCode } = await answer(lyon, 'lyon', sent.id, accept)
    const code = roomCode ?? ''
    const member = await signedIn(server, 'member-lyon')
    expect(await command(member, code, 'joint.end', {})).toBe('command.notAllowed')
    expect(await command(lyon, code, 'joint.renew', { groupId: 'grp-l', on: true })).toBe('joint.notOver')
    expect(
      await command(lyon, code, 'joint.begin', { invitationId: 'x', day: evening, rightsEndAt: 1 }),
    ).toBe('command.notAllowed')
    const [ticket] = await Promise.all([(await nantes.join(code)).ticket])
    const ofLyon = documentName({ kind: 'drafts', id: 'space-l' })
    expect(await server.serving.deps.gate.admit(ticket, ofLyon)).toMatchObject({ access: 'read' })
    expect(await command(nantes, code, 'joint.end', {})).toBe('ok')
    // The ticket that was good a moment ago opens it no more.
    expect(await server.serving.deps.gate.admit(ticket, ofLyon)).toEqual({ kind: 'not-yours' })
    expect(await spacesOf(nantes, code)).toEqual([null, 'grp-n'])
    expect(await spacesOf(lyon, code)).toEqual([null, 'grp-l'])
    expect(await command(nantes, code, 'joint.renew', { groupId: 'grp-l', on: true })).toBe('joint.notYours')
    expect(await command(lyon, code, 'joint.renew', { groupId: 'grp-l', on: true })).toBe('ok')
    expect(await spacesOf(nantes, code)).toEqual([null, 'grp-n', 'grp-l'])
    expect(await spacesOf(lyon, code)).toEqual([null, 'grp-l'])
    expect(await command(lyon, code, 'joint.renew', { groupId: 'grp-l', on: false })).toBe('ok')
    expect(await spacesOf(nantes, code)).toEqual([null, 'grp-n'])
    expect(await spacesOf(nantes, 'NANTES-LYON')).toEqual([null, 'grp-n', 'grp-l'])
  })

  test('[S4] the agenda’s end is the session’s: somebody’s one act', async () => {
    const sent = await invite()
    const { roomCode } = await answer(lyon, 'lyon', sent.id, accept)
    const code = roomCode ?? ''
    const step = { title: 'Un', minutes: 5, tool: 'none', method: '', purpose: '', frameId: null }
    expect(await command(nantes, code, 'agenda.begin', { otherwise: [step] })).toBe('ok')
    const { state } = await server.store.rooms.state(`joint-${sent.id}`)
    const { currentId } = state['agenda'] as { currentId: string }
    expect(await command(nantes, code, 'agenda.end', { from: currentId })).toBe('ok')
    const ended = async () =>
      (await server.store.rooms.room(`joint-${sent.id}`))?.jointSession?.endedAt ?? null
    while ((await ended()) === null) await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await spacesOf(nantes, code)).toEqual([null, 'grp-n'])
  })

  test('[A5] not shown, read, comment, write: at once, and back', async () => {
    const sent = await invite()
    const { roomCode } = await answer(lyon, 'lyon', sent.id, accept)
    const code = roomCode ?? ''
    await lyon.join(code)
    const ofLyon = async () =>
      (await nantes.join(code)).documents.find(({ groupId }) => groupId === 'grp-l')?.access
    for (const [access, expected] of [
      ['none', undefined],
      ['comment', 'read'],
      ['write', 'write'],
      ['read', 'read'],
      ['none', undefined],
    ] as const) {
      const asked = await lyon.ask('PUT', `/api/rooms/${encodeURIComponent(code)}/openness`, {
        groupId: 'grp-l',
        access,
      })
      expect(asked.status).toBe(200)
      expect(await ofLyon(), access).toBe(expected)
    }
    expect(
      (
        await nantes.ask('PUT', `/api/rooms/${encodeURIComponent(code)}/openness`, {
          groupId: 'grp-l',
          access: 'write',
        })
      ).status,
    ).toBe(403)
  })
})
