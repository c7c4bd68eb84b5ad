// A group's page over real HTTP: who sees what and may do what, and that strangers learn nothing of what is written or said.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, Visitor } from '#server/testing/doorsServer.ts'
import { draftCanary, type GroupBench, openGroupBench } from '#server/testing/groupBench.ts'
import type { GroupPageAnswer } from '#shared/group/groupPage.ts'

let bench: GroupBench
beforeAll(async () => {
  bench = await openGroupBench()
})
afterAll(() => bench.server.close())

const said = 'CANARI-CONTRIBUTION'
const guestIn =
  (code: string, more = {}) =>
  async () => {
    const guest = new Visitor(bench.server)
    await guest.join(code, more)
    return guest
  }
const asPersona = (persona: string) => () => bench.signedIn(persona)
/** Who, their standing, and what they are answered: contribution, answer, taking, links. */
const rights: readonly (readonly [string, () => Promise<Visitor>, string, readonly number[]])[] = [
  ['a stranger', async () => new Visitor(bench.server), 'stranger', [401, 401, 401, 401]],
  ['a guest who was in the room', guestIn('NANTES'), 'member', [200, 200, 403, 403]],
  ['an observer in the room', guestIn('NANTES', { observer: true }), 'reader', [403, 403, 403, 403]],
  [
    'a guest of that group in a joint room',
    guestIn('NANTES-LYON', { group: 'NTE' }),
    'member',
    [200, 200, 403, 403],
  ],
  ['a guest of the other group', guestIn('NANTES-LYON', { group: 'LYN' }), 'reader', [403, 403, 403, 403]],
  ['a guest of another room', guestIn('LYON'), 'stranger', [401, 401, 401, 401]],
  ['a member', asPersona('member-nantes'), 'member', [200, 200, 403, 403]],
  ['another group’s member', asPersona('member-lyon'), 'reader', [403, 403, 403, 403]],
  ['a board member', asPersona('board-france'), 'reader', [403, 403, 403, 403]],
  ['its facilitator', asPersona('facilitator-nantes'), 'facilitator', [200, 200, 404, 200]],
  ['an administrator', asPersona('admin'), 'facilitator', [200, 200, 404, 200]],
]

test.each(rights)('%s', async (_who, come, standing, statuses) => {
  const visitor = await come()
  expect((await bench.page(visitor)).you.standing).toBe(standing)
  const asked = [
    await bench.contribute(visitor, bench.fresh()),
    await visitor.ask('PUT', '/api/groups/NTE/coming', { sessionId: 'ses-2', answer: null }),
    await bench.take('contribution-of-nobody', visitor),
    await visitor.ask('GET', '/api/groups/NTE/links'),
  ]
  expect(asked.map(({ status }) => status)).toEqual(statuses)
  const note = await visitor.ask('GET', '/api/groups/NTE/absent-note')
  expect(note.ok).toBe(standing === 'facilitator')
  const link = await visitor.ask('POST', '/api/groups/NTE/links', { name: 'X' })
  expect(link.ok).toBe(standing === 'facilitator')
})

test('behind a closed door visitors with an account are strangers; the group’s own people are not', async () => {
  const close = (open: boolean) => bench.leader.ask('PUT', '/api/rooms/NANTES/door', { open })
  await bench.leader.join('NANTES')
  expect((await close(false)).status).toBe(200)
  expect((await bench.page(await bench.signedIn('board-france'))).you.standing).toBe('stranger')
  expect((await bench.page(await bench.signedIn('member-nantes'))).you.standing).toBe('member')
  expect((await bench.page(bench.inPlace)).you.standing).toBe('member')
  expect((await bench.page(new Visitor(bench.server))).roomCode).toBeNull()
  await close(true)
  expect((await bench.page(new Visitor(bench.server))).roomCode).toBe('NANTES')
})

test('outside the demo a stranger is told neither who leads nor the key of the door', async () => {
  const real = await startTestServer({}, { demo: false })
  try {
    const ask = async (visitor: Visitor) =>
      (await (await visitor.ask('GET', '/api/groups/NTE')).json()) as GroupPageAnswer // as above
    expect(await ask(new Visitor(real))).toMatchObject({ roomCode: null, facilitators: [] })
    const guest = new Visitor(real)
    await guest.join('NANTES')
    expect(await ask(guest)).toMatchObject({ roomCode: 'NANTES', you: { standing: 'member', name: 'Ana' } })
  } finally {
    await real.close()
  }
})

test('a group is found by id, code or antenna, however it is typed; others get a 404 problem', async () => {
  for (const name of ['grp-n', 'NTE', 'nte', 'Nantes', 'NANTES', 'nántes'])
    expect((await bench.page(bench.leader, {}, encodeURIComponent(name))).group.id).toBe('grp-n')
  for (const name of ['nowhere', '..%2F..', 'constructor', '%20']) {
    const response = await bench.leader.ask('GET', `/api/groups/${name}`)
    expect([404, 400], name).toContain(response.status)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  }
})

test('a stranger’s answer holds no word of a draft, no name and no contribution; a member’s does', async () => {
  await bench.contribute(
    bench.inPlace,
    bench.fresh('nuance', { text: said, spaceId: 'space-n', draftId: 'd1' }),
  )
  const text = async (visitor: Visitor) => JSON.stringify(await bench.page(visitor))
  const stranger = await text(new Visitor(bench.server))
  for (const canary of [draftCanary, said, 'Inès', 'd1', 'space-n']) expect(stranger).not.toContain(canary)
  const own = await text(bench.inPlace)
  for (const canary of [draftCanary, said, 'Inès', 'd1', 'space-n']) expect(own).toContain(canary)
  expect(await text(bench.leader)).toContain(said)
  // Others of the group read the drafts, and not what somebody else brings.
  const member = await text(await bench.signedIn('member-nantes'))
  expect(member).toContain(draftCanary)
  expect(member).not.toContain(said)
})

test('drafts with their nuances and questions, sessions, and who leads', async () => {
  const { catchUp, drafts: texts, facilitators, next, presence } = await bench.page(bench.leader)
  expect(texts.map(({ draftId, questions }) => [draftId, questions])).toEqual([['d1', 1]])
  expect(facilitators).toEqual(['Animatrice Canari'])
  expect(next).toMatchObject({ id: 'ses-2', number: 2, roomCode: 'NANTES' })
  expect(presence.map(({ id, held, room }) => [id, held, room])).toEqual([
    ['ses-1', true, 1],
    ['ses-2', false, 0],
  ])
  expect(catchUp?.lines).toContainEqual({ kind: 'question', text: 'Qui ?' })
  expect(catchUp?.lines.at(-1)).toMatchObject({ kind: 'next', date: '2020-04-14' })
})

test('who comes: each person one answer, changed and taken back, for a session that is to come', async () => {
  const answer = (visitor: Visitor, body: unknown) => visitor.ask('PUT', '/api/groups/NTE/coming', body)
  const member = await bench.signedIn('member-nantes')
  await answer(member, { sessionId: 'ses-2', answer: 'remote' })
  await answer(bench.inPlace, { sessionId: 'ses-2', answer: 'no' })
  const changed = await answer(bench.inPlace, { sessionId: 'ses-2', answer: 'room' })
  expect(await changed.json()).toEqual({ answer: 'room', coming: { room: 1, remote: 1 } })
  expect((await bench.page(member)).next).toMatchObject({ answer: 'remote', coming: { room: 1, remote: 1 } })
  expect((await bench.page(new Visitor(bench.server))).next).toMatchObject({
    answer: null,
    coming: { room: 0, remote: 0 },
  })
  await answer(bench.inPlace, { sessionId: 'ses-2', answer: null })
  expect((await bench.page(bench.inPlace)).next).toMatchObject({
    answer: null,
    coming: { room: 0, remote: 1 },
  })
  for (const sessionId of ['ses-1', 'nowhere'])
    expect((await answer(member, { sessionId, answer: 'room' })).status).toBe(404)
  expect((await answer(member, { sessionId: 'ses-2', answer: 'peut-être' })).status).toBe(422)
})
