// What home says that waits: of a group's people, of an invited expert, and of whoever administers a server that knows nothing yet.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { type Everybody, everybody } from '#server/testing/everyRole.ts'
import type { HomeAnswer } from '#shared/home/home.ts'

let server: TestServer
let people: Everybody
beforeAll(async () => {
  server = await startTestServer({}, { demo: false })
  people = await everybody(server)
})
afterAll(() => server?.close())

const home = async (who: Visitor): Promise<HomeAnswer> =>
  (await (await who.ask('GET', '/api/home')).json()) as HomeAnswer // what the route under test says
const waits = async (who: Visitor): Promise<string[]> => (await home(who)).waits.map(({ text }) => text)

test('a contribution waits for whoever leads the group, and for nobody else', async () => {
  const { facilitator, member, otherMember, secretary } = people
  expect(await waits(facilitator)).toEqual([])
  const given = await member.ask('POST', '/api/groups/grp-n/contributions', {
    ...{ id: 'contribution', kind: 'note', text: 'Un mot' },
  })
  expect(given.status).toBe(200)
  expect((await home(facilitator)).waits).toEqual([
    { text: 'group:waits.arrived', count: 1, subject: 'Nantes', day: null, page: '/g/NTE' },
  ])
  for (const other of [member, otherMember, secretary]) expect(await waits(other)).toEqual([])
  await server.store.sessionRecords.contributionTaken('grp-n', 'contribution', Date.now())
  expect(await waits(facilitator)).toEqual([])
})

test('the minutes of a session that is over wait for its secretary, for a week', async () => {
  const { facilitator, member, secretary } = people
  const session = {
    ...{ id: 'held-one', roomId: 'nantes', groupIds: ['grp-n'], title: 'Séance', date: '2026-01-05' },
    ...{ cycleSessionId: null, startedAt: 1, endedAt: null, outcomes: [] },
  }
  await server.store.sessionRecords.hold(session)
  expect(await waits(secretary)).toEqual([])
  await server.store.sessionRecords.hold({ ...session, endedAt: 2 })
  expect(await waits(secretary)).toEqual([])
  await server.store.sessionRecords.hold({ ...session, endedAt: Date.now() })
  expect((await home(secretary)).waits).toEqual([
    { text: 'group:waits.minutes', count: 1, subject: 'Nantes', day: null, page: '/r/NANTES' },
  ])
  for (const other of [facilitator, member]) expect(await waits(other)).toEqual([])
})

test('an expert sees the groups that invite, with the way in, until they have been in the room', async () => {
  const { expert, stranger, team } = people
  const first = await home(expert)
  expect([first.groupsAre, first.groups.map(({ id, roomCode }) => [id, roomCode])]).toEqual([
    'invited',
    [['grp-n', 'NANTES']],
  ])
  expect(first.waits.map(({ text, page }) => [text, page])).toEqual([['group:waits.invited', '/g/NTE']])
  await expert.join('NANTES', { name: 'expert' })
  expect(await waits(expert)).toEqual([])
  // The shared team reads every group, and is told no door.
  const all = await home(team)
  expect([all.groupsAre, all.groups.map(({ roomCode }) => roomCode)]).toEqual(['all', [null, null]])
  expect((await home(stranger)).groups).toEqual([])
})

test('an empty server asks its administrator for one thing after the other', async () => {
  const empty = await startTestServer({}, { demo: false, fill: async () => undefined })
  const admin = new Visitor(empty)
  const { invite } = await import('#server/features/account/invite.ts')
  const place = { store: empty.store, publicUrl: new URL(empty.url), now: Date.now }
  const { url } = await invite(
    place,
    { name: 'Ada', language: 'fr', roles: [{ role: 'admin', scope: null }] },
    { by: 'console' },
  )
  await admin.ask('POST', '/api/invitations/accept', { token: url.split('=').at(-1), name: 'Ada' })
  expect((await home(admin)).waits).toEqual([
    { text: 'account:waits.begin', count: 1, subject: '', day: null, page: '/admin#organisation' },
  ])
  const begun = await admin.ask('POST', '/api/admin/cycle', {
    ...{ organisation: 'Les Halles', language: 'fr', entity: { name: 'Les Halles', code: 'FR' } },
    cycle: { name: '2026', start: '2026-01-01', end: '2026-12-31' },
  })
  expect(begun.status).toBe(200)
  expect(await waits(admin)).toEqual(['account:waits.groups'])
  await empty.close()
})
