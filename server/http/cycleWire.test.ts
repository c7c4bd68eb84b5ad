// The cycle's page over real HTTP: registering, places, marks and calendars; who may do what, and what strangers never learn.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { type GroupBench, openGroupBench } from '#server/testing/groupBench.ts'
import type { CycleAnswer, CycleSession, FeedsAnswer, ShownFeed } from '#shared/cyclePage/cycleAnswers.ts'

let bench: GroupBench
beforeAll(async () => {
  bench = await openGroupBench()
})
afterAll(() => bench.server.close())

const page = async (visitor: Visitor): Promise<CycleAnswer> => {
  const response = await visitor.ask('GET', '/api/cycle')
  expect(response.headers.get('cache-control')).toBe('no-store')
  return (await response.json()) as CycleAnswer // what the route under test says
}
const session = async (visitor: Visitor, id = 'ses-3'): Promise<CycleSession> => {
  const found = (await page(visitor)).sessions.find((one) => one.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}
const come = (visitor: Visitor, answer: string | null, name?: string, id = 'ses-3') =>
  visitor.ask('PUT', `/api/cycle/sessions/${id}/coming`, { answer, ...(name ? { name } : {}) })
const guest = () => new Visitor(bench.server)
const life = () => bench.signedIn('admin')
const lines = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n')

test('a guest registers with a name, changes it, and takes it back; only who leads the session reads names', async () => {
  const odile = guest()
  expect((await come(odile, 'room')).status).toBe(422)
  const answered = (await (await come(odile, 'room', 'Odile Canari')).json()) as CycleAnswer // as above
  // The device is new: the very answer knows it.
  expect(answered.sessions.find(({ id }) => id === 'ses-3')).toMatchObject({
    answer: 'room',
    ownName: 'Odile Canari',
  })
  expect(await session(odile)).toMatchObject({ answer: 'room', coming: { room: 1, remote: 0 }, names: [] })
  await come(odile, 'remote', 'Odile Canari')
  expect((await session(odile)).coming).toEqual({ room: 0, remote: 1 })
  const facilitator = await session(bench.leader)
  expect(facilitator).toMatchObject({ mayLead: true, names: [{ name: 'Odile Canari', answer: 'remote' }] })
  for (const other of [guest(), await bench.signedIn('member-lyon'), await bench.signedIn('board-france')]) {
    const seen = await page(other)
    expect(JSON.stringify(seen)).not.toContain('Odile Canari')
    expect(seen.sessions.every(({ mayLead }) => !mayLead)).toBe(true)
  }
  expect((await come(odile, null)).status).toBe(200)
  expect(await session(odile)).toMatchObject({ answer: null, coming: { room: 0, remote: 0 } })
})

test('what a member answers here stands on the group’s page, and the other way round', async () => {
  const member = await bench.signedIn('member-nantes')
  await come(member, 'room')
  const next = async () => (await bench.page(member)).next
  const here = await session(member, 'ses-2')
  expect(here.answer).toBeNull()
  await member.ask('PUT', '/api/groups/NTE/coming', { sessionId: 'ses-2', answer: 'remote' })
  expect(await session(member, 'ses-2')).toMatchObject({ answer: 'remote', coming: { room: 0, remote: 1 } })
  await come(member, 'room', undefined, 'ses-2')
  expect(await next()).toMatchObject({ answer: 'room', coming: { room: 1, remote: 0 } })
  await come(member, null)
  await come(member, null, undefined, 'ses-2')
})

test('nobody registers for what is over, unknown or cancelled', async () => {
  const member = await bench.signedIn('member-nantes')
  expect((await come(member, 'room', undefined, 'ses-1')).status).toBe(409)
  expect((await come(member, 'room', undefined, 'ses-9')).status).toBe(404)
  expect((await come(member, 'perhaps')).status).toBe(422)
})

test('of those who ask for the last place at the same instant one gets it', async () => {
  const places = (visitor: Visitor, body: unknown) =>
    visitor.ask('PUT', '/api/cycle/sessions/ses-3/places', body)
  expect((await places(guest(), { room: 1, remote: null })).status).toBe(401)
  expect((await places(await bench.signedIn('member-nantes'), { room: 1, remote: null })).status).toBe(403)
  expect((await places(bench.leader, { room: -1, remote: null })).status).toBe(422)
  expect((await places(bench.leader, { room: 1, remote: null })).status).toBe(200)
  const all = Array.from({ length: 5 }, guest)
  const answers = await Promise.all(all.map((one, n) => come(one, 'room', `Personne ${n}`)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
  expect(await session(bench.leader)).toMatchObject({
    coming: { room: 1, remote: 0 },
    places: { room: 1, remote: null },
  })
  const [late] = all.filter((_, n) => answers[n]?.status === 409)
  expect((await come(late ?? guest(), 'remote', 'Autrement')).status).toBe(200)
  await Promise.all(all.map((one) => come(one, null)))
  await places(bench.leader, { room: null, remote: null })
})

test('cooperative life opens a group to all online, and back; nobody else does', async () => {
  const open = (visitor: Visitor, isOpen: boolean, group = 'grp-n') =>
    visitor.ask('PUT', `/api/cycle/groups/${group}/open`, { open: isOpen })
  const refused = [guest(), bench.leader, await bench.signedIn('board-france')]
  expect((await Promise.all(refused.map((one) => open(one, true)))).map(({ status }) => status)).toEqual([
    401, 403, 403,
  ])
  const nora = await life()
  expect((await open(nora, true, 'grp-x')).status).toBe(404)
  const [first, second] = await Promise.all([open(nora, true), open(await life(), true)])
  expect([first?.status, second?.status]).toEqual([200, 200])
  const opened = (await page(guest())).groups.find(({ id }) => id === 'grp-n')
  expect(opened).toMatchObject({ online: true, openedSince: '2020-04-14', fewPeople: false })
  expect(await session(guest())).toMatchObject({ mode: 'online', antennaIds: [] })
  expect((await come(guest(), 'room', 'Odile')).status).toBe(409)
  await open(nora, false)
  expect((await page(guest())).groups.find(({ id }) => id === 'grp-n')).toMatchObject({ openedSince: null })
  const acts = await bench.server.store.cycleMarks.marks()
  expect(acts.map(({ by, day, on, version }) => [version, on, by, day])).toEqual([
    [1, true, 'account:demo-admin', '2020-04-14'],
    [2, false, 'account:demo-admin', '2020-04-14'],
  ])
})

test('a calendar is told of a cancelled session, of a moved one, and of one that is gone', async () => {
  const member = await bench.signedIn('member-nantes')
  const make = async (visitor: Visitor, groupId: string | null) => {
    const response = await visitor.ask('POST', '/api/cycle/feeds', { groupId })
    return { status: response.status, feed: (await response.json()) as ShownFeed } // as above
  }
  expect((await make(guest(), 'grp-n')).status).toBe(401)
  const { feed } = await make(member, 'grp-n')
  const address = feed.address ?? ''
  expect(address).toMatch(/^\/api\/calendar\/[\w-]{27}\.ics$/)
  // Anybody's calendar reads it: it carries no cookie.
  const read = async () => lines(await (await fetch(bench.server.url + address)).text())
  const event = async (id: string) => {
    const file = await read()
    const from = file.indexOf(`UID:cyc/${id}@faire-ensemble`)
    return from < 0 ? [] : file.slice(from, file.indexOf('END:VEVENT', from))
  }
  expect(await event('ses-3')).toEqual(
    expect.arrayContaining([
      'SEQUENCE:0',
      'STATUS:CONFIRMED',
      'DTSTAMP:20200414T000000Z',
      'DTSTART:20200505T183000',
    ]),
  )
  // The subject of a session to come is not known yet.
  expect((await read()).join('\n')).not.toContain('Séance 3')
  const cancel = (visitor: Visitor, cancelled: boolean) =>
    visitor.ask('PUT', '/api/cycle/sessions/ses-3/cancelled', { cancelled })
  expect([(await cancel(guest(), true)).status, (await cancel(member, true)).status]).toEqual([401, 403])
  expect((await cancel(bench.leader, true)).status).toBe(200)
  expect(await event('ses-3')).toEqual(expect.arrayContaining(['SEQUENCE:1', 'STATUS:CANCELLED']))
  expect((await come(member, 'room')).status).toBe(409)
  await cancel(bench.leader, false)
  expect(await event('ses-3')).toEqual(expect.arrayContaining(['SEQUENCE:2', 'STATUS:CONFIRMED']))

  const file = await bench.server.store.cycle.exportFile()
  const moved = file?.sessions?.map((one) => (one.id === 'ses-3' ? { ...one, startTime: '19:00' } : one))
  await bench.server.store.cycle.importFile({ ...file, sessions: moved })
  expect(await event('ses-3')).toEqual(expect.arrayContaining(['SEQUENCE:3', 'DTSTART:20200505T190000']))
  const kept = moved?.filter(({ id }) => id !== 'ses-3')
  const groups = file?.groups.map((one) => ({
    ...one,
    sessionIds: one.sessionIds?.filter((id) => id !== 'ses-3'),
  }))
  await bench.server.store.cycle.importFile({ ...file, sessions: kept, groups }, { replace: true })
  expect(await event('ses-3')).toEqual(expect.arrayContaining(['SEQUENCE:4', 'STATUS:CANCELLED']))
  await bench.server.store.cycle.importFile({ ...file }, { replace: true })

  // A person's own calendar: their groups, and what they answered elsewhere.
  const lyon = await bench.signedIn('member-lyon')
  const own = (await make(lyon, null)).feed
  const ofLyon = async () => (await fetch(bench.server.url + (own.address ?? ''))).text()
  expect(await ofLyon()).not.toContain('BEGIN:VEVENT')
  await come(lyon, 'remote')
  expect(await ofLyon()).toContain('UID:cyc/ses-3@faire-ensemble')
  await come(lyon, 'no')
  expect(await ofLyon()).not.toContain('BEGIN:VEVENT')
  await come(lyon, null)

  // Nobody closes another's address; a closed one opens nothing, and nothing says that it ever did.
  const listed = (await (await member.ask('GET', '/api/cycle/feeds')).json()) as FeedsAnswer // as above
  expect(listed.feeds).toEqual([{ id: feed.id, groupId: 'grp-n', madeAt: feed.madeAt }])
  expect((await lyon.ask('DELETE', `/api/cycle/feeds/${feed.id}`)).status).toBe(404)
  expect((await fetch(bench.server.url + address)).status).toBe(200)
  expect((await member.ask('DELETE', `/api/cycle/feeds/${feed.id}`)).status).toBe(204)
  expect((await fetch(bench.server.url + address)).status).toBe(404)
  expect((await fetch(`${bench.server.url}/api/calendar/${'a'.repeat(27)}.ics`)).status).toBe(404)
  const log = bench.server.log.join('\n')
  expect(log).toContain('/api/calendar/:token.ics')
  expect(log).not.toContain(address.slice(14, 41))
})

test('one session is a calendar file for whoever may know of it', async () => {
  const response = await guest().ask('GET', '/api/cycle/sessions/ses-3/calendar.ics')
  expect(response.headers.get('content-type')).toContain('text/calendar')
  expect(response.headers.get('content-disposition')).toContain('seance.ics')
  expect(lines(await response.text())).toContain('UID:cyc/ses-3@faire-ensemble')
  expect((await guest().ask('GET', '/api/cycle/sessions/ses-9/calendar.ics')).status).toBe(404)
})

test('outside the demo a stranger comes to open groups only, and learns of nothing else', async () => {
  const server: TestServer = await startTestServer({}, { demo: false })
  try {
    const file = await server.store.cycle.exportFile()
    const at = (id: string, groupId: string) => ({
      ...{ id, groupIds: [groupId], date: '2999-01-05', startTime: '18:30', joint: false, subject: 'CANARI' },
      attendance: { room: 0, remote: 0 },
    })
    const groups = file?.groups.map((one) =>
      one.id === 'grp-l'
        ? { ...one, antennaId: null, onlineOnly: true, sessionIds: ['open'] }
        : { ...one, sessionIds: ['closed'] },
    )
    const sessions = [at('closed', 'grp-n'), at('open', 'grp-l')]
    expect((await server.store.cycle.importFile({ ...file, groups, sessions })).ok).toBe(true)
    const stranger = new Visitor(server)
    const seen = await page(stranger)
    expect(seen.sessions.map(({ id, mayAnswer }) => [id, mayAnswer])).toEqual([['open', true]])
    expect(seen.groups.map(({ id }) => id)).toEqual(['grp-l'])
    // Both are there to be found.
    expect((await server.store.cycle.sessions({ before: '2026-01-01' })).map(({ id }) => id).sort()).toEqual([
      'closed',
      'open',
    ])
    const asked = ['closed', 'open'].map((id) => come(stranger, 'remote', 'Odile', id))
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 200])
    const files = ['closed', 'open'].map((id) =>
      stranger.ask('GET', `/api/cycle/sessions/${id}/calendar.ics`),
    )
    expect((await Promise.all(files)).map(({ status }) => status)).toEqual([404, 200])
  } finally {
    await server.close()
  }
})
