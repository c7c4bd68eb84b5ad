// A room's door over real HTTP and a real store.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import type { RoomDoor } from '#shared/room/door.ts'
import type { JoinAnswer } from '#shared/room/join.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const documentsOf = (answer: Awaited<ReturnType<Visitor['join']>>): string[] =>
  answer.documents.map(({ name, access }) => `${name} ${access}`)

test('a guest joins with a name and gets a ticket, documents and a cookie for sixty days', async () => {
  const guest = new Visitor(server)
  const response = await guest.ask('POST', '/api/rooms/nantes/join', {
    name: ' Ana ',
    presence: 'in-person',
    headcount: 6,
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const cookie = response.headers.getSetCookie().join()
  expect(cookie).toMatch(/^fe-device=[\w-]{27}; Max-Age=5184000; .*HttpOnly; SameSite=Lax/)
  expect(cookie).not.toContain('Secure')
  const answer = (await response.json()) as JoinAnswer // looked at right below
  expect(answer).toMatchObject({
    room: {
      id: 'nantes',
      code: 'NANTES',
      kind: 'group',
      groups: [{ id: 'grp-n', place: 'Nantes', code: 'NTE' }],
    },
    you: {
      name: 'Ana',
      presence: 'in-person',
      role: 'participant',
      groupId: 'grp-n',
      signedIn: false,
      seats: [{ name: 'Ana' }],
    },
  })
  expect(documentsOf(answer)).toEqual(['whiteboard/nantes write', 'drafts/space-n write'])
  expect(await server.store.documentLog.exists('whiteboard/nantes')).toBe(true)
})

test('joining again with the cookie is the same participant with a fresh ticket, and is asked nothing', async () => {
  const guest = new Visitor(server)
  const first = await guest.join('NANTES', { name: 'Ana', seats: ['Bo'] })
  const second = await guest.join('NANTES', { name: 'Ana Maria', presence: 'phone' })
  expect(second.participantId).toBe(first.participantId)
  expect(second.you.seats).toEqual([{ id: first.you.seats[0]?.id, name: 'Ana Maria' }, first.you.seats[1]])
  const door = (await (await guest.ask('GET', '/api/rooms/NANTES')).json()) as RoomDoor
  expect(door.you).toMatchObject({ participantId: first.participantId, name: 'Ana Maria', presence: 'phone' })
  const stranger = (await (await new Visitor(server).ask('GET', '/api/rooms/NANTES')).json()) as RoomDoor
  expect(stranger.you).toBeNull()
  expect(stranger.share).toMatchObject({ onlyThisMachine: true, command: 'HOST=0.0.0.0 npm start' })
})

test('two joins of one browser at the same instant are one participant', async () => {
  const guest = new Visitor(server)
  await guest.join('LYON')
  const both = await Promise.all([guest.join('NANTES'), guest.join('NANTES')])
  expect(both[0].participantId).toBe(both[1].participantId)
})

test.each([
  ['NANTES', 'grp-n'],
  ['nte', 'grp-n'],
  ['grp-l', 'grp-l'],
  ['Lyon', 'grp-l'],
])('in a joint room a guest names the group as %s', async (group, groupId) => {
  const answer = await new Visitor(server).join('NANTES-LYON', { group })
  expect(answer.you.groupId).toBe(groupId)
  const other = groupId === 'grp-n' ? ['space-n write', 'space-l read'] : ['space-n read', 'space-l write']
  expect(documentsOf(answer)).toEqual([
    'whiteboard/nantes-lyon write',
    'drafts/space-j write',
    ...other.map((d) => `drafts/${d}`),
  ])
})

test('a guest without a group reads the groups’ drafts; a group that is not there is 422', async () => {
  expect(documentsOf(await new Visitor(server).join('NANTES-LYON'))).toEqual([
    'whiteboard/nantes-lyon write',
    'drafts/space-j write',
    'drafts/space-n read',
    'drafts/space-l read',
  ])
  const refused = await new Visitor(server).ask('POST', '/api/rooms/NANTES-LYON/join', {
    name: 'Ana',
    presence: 'remote',
    group: 'Paris',
  })
  expect(refused.status).toBe(422)
  expect(await refused.json()).toMatchObject({ fields: ['group'] })
})

test('an observer reads everything, and may stop observing', async () => {
  const guest = new Visitor(server)
  const observing = await guest.join('NANTES', { observer: true })
  expect(observing.documents.map(({ access }) => access)).toEqual(['read', 'read'])
  expect((await guest.join('NANTES')).documents.map(({ access }) => access)).toEqual(['write', 'write'])
})

test.each([
  ['facilitator-nantes', 'NANTES', 'facilitator', ['write', 'write']],
  ['facilitator-nantes', 'LYON', 'participant', ['write', 'read']],
  ['member-lyon', 'NANTES-LYON', 'participant', ['write', 'write', 'read', 'write']],
  ['board-france', 'NANTES', 'participant', ['read', 'read']],
  ['admin', 'LYON', 'participant', ['write', 'write']],
])('%s in %s', async (persona, code, role, access) => {
  const person = new Visitor(server)
  await person.signIn(persona)
  const answer = await person.join(code)
  expect(answer.you).toMatchObject({ role, signedIn: true })
  expect(answer.documents.map((document) => document.access)).toEqual(access)
})

test('what a client says of its rights is not heard', async () => {
  const answer = await new Visitor(server).join('NANTES', {
    role: 'facilitator',
    standing: 'admin',
    groupIds: ['grp-l'],
    participantId: 'x',
  })
  expect(answer.you.role).toBe('participant')
  expect(answer.you.groupId).toBe('grp-n')
})

test.each([
  ['no name', { presence: 'remote' }, 'name'],
  ['an empty name', { name: '  ', presence: 'remote' }, 'name'],
  ['a long name', { name: 'x'.repeat(61), presence: 'remote' }, 'name'],
  ['a presence that is none', { name: 'Ana', presence: 'moon' }, 'presence'],
  ['nobody', { name: 'Ana', presence: 'remote', headcount: 0 }, 'headcount'],
  ['an array', [], ''],
])('%s is 422 and names the field', async (_name, body, field) => {
  const response = await new Visitor(server).ask('POST', '/api/rooms/NANTES/join', body)
  expect(response.status).toBe(422)
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const problem = (await response.json()) as { fields: string[] } // looked at right below
  expect(problem).toMatchObject({ type: 'about:blank', status: 422, code: 'bad-input' })
  if (field) expect(problem.fields).toContain(field)
})

test('unknown and closed rooms are the same 404, in the language asked for', async () => {
  const body = { name: 'Ana', presence: 'remote' }
  const unknown = await new Visitor(server).ask('POST', '/api/rooms/NOWHERE/join', body)
  const closed = await new Visitor(server).ask('POST', '/api/rooms/RUCHE%204711/join', body)
  expect([unknown.status, closed.status]).toEqual([404, 404])
  expect(await closed.text()).toBe(await unknown.text())
  const dutch = await new Visitor(server).ask('GET', '/api/rooms/NOWHERE?lang=nl')
  expect(await dutch.json()).toMatchObject({ title: 'Ruimte niet gevonden' })
})

test('behind a closed door: the group’s own enter, visitors with an account are told, a guest who was in stays', async () => {
  const own = new Visitor(server)
  await own.signIn('member-nantes')
  expect(documentsOf(await own.join('RUCHE 4711'))).toHaveLength(2)
  const visitor = new Visitor(server)
  await visitor.signIn('member-lyon')
  const told = await visitor.ask('POST', '/api/rooms/ruche4711/join', { name: 'Lea', presence: 'remote' })
  expect(told.status).toBe(403)

  const room = await server.store.rooms.room('ruche')
  if (!room) throw new Error('no room')
  await server.store.rooms.saveRoom({ ...room, doorOpen: true })
  const guest = new Visitor(server)
  const first = await guest.join('RUCHE 4711')
  await server.store.rooms.saveRoom({ ...room, doorOpen: false })
  expect((await guest.join('RUCHE 4711')).participantId).toBe(first.participantId)
})

test('the tenth failure of an address waits; whoever is of the room already does not', async () => {
  const strict = await startTestServer()
  try {
    const inside = new Visitor(strict)
    await inside.join('NANTES')
    const guesser = new Visitor(strict)
    const statuses: number[] = []
    for (let n = 0; n < 11; n++) {
      const forged = { 'x-forwarded-for': `203.0.113.${n}` }
      statuses.push(
        (await guesser.ask('POST', `/api/rooms/GUESS${n}/join`, { name: 'A', presence: 'remote' }, forged))
          .status,
      )
    }
    expect(statuses).toEqual([...Array(9).fill(404), 429, 429])
    const right = await guesser.ask('POST', '/api/rooms/NANTES/join', { name: 'A', presence: 'remote' })
    expect(right.status).toBe(429)
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await inside.join('NANTES')).you.name).toBe('Ana')
  } finally {
    await strict.close()
  }
})

test('the QR code gives way while only this machine can follow it, and holds the public link elsewhere', async () => {
  const here = await new Visitor(server).ask('GET', '/api/rooms/NANTES/qr.svg')
  expect(here.status).toBe(404)
  expect(await here.json()).toMatchObject({ code: 'loopback-address' })
  const lan = await startTestServer({ PUBLIC_URL: 'http://192.0.2.7:3000' })
  try {
    const there = await new Visitor(lan).ask('GET', '/api/rooms/NANTES/qr.svg')
    expect(there.status).toBe(200)
    expect(there.headers.get('content-type')).toContain('image/svg+xml')
    const plain = await there.text()
    expect(plain).toContain('<svg')
    // From the wall the code leads to the seats in the room; words that are no place change nothing.
    const qr = async (place: string): Promise<string> =>
      (await new Visitor(lan).ask('GET', `/api/rooms/NANTES/qr.svg?place=${place}`)).text()
    expect(await qr('in-person')).not.toBe(plain)
    expect(await qr('x')).toBe(plain)
    expect((await new Visitor(lan).ask('GET', '/api/rooms/NOWHERE/qr.svg')).status).toBe(404)
  } finally {
    await lan.close()
  }
})

test('signing in gives a new session each time, and signing out ends it', async () => {
  const person = new Visitor(server)
  await person.signIn('member-nantes')
  const first = person.cookie
  await person.signIn('admin')
  expect(person.cookie).not.toBe(first)
  const old = await new Visitor(server).ask('GET', '/api/me', undefined, { cookie: first })
  expect(await old.json()).toEqual({ me: null })
  const { ticket } = await person.join('NANTES')
  expect(await server.serving.deps.gate.holder(ticket)).toBeDefined()
  expect((await person.ask('POST', '/api/sign-out')).status).toBe(204)
  expect(await server.serving.deps.gate.holder(ticket)).toBeUndefined()
})

test('outside the demo its sign-in does not exist and its sessions open nothing', async () => {
  const real = await startTestServer({}, { demo: false })
  try {
    const refused = await new Visitor(real).ask('POST', '/api/demo/sign-in', { persona: 'admin' })
    expect(refused.status).toBe(404)
  } finally {
    await real.close()
  }
})

test('https: cookies are Secure and __Host-', async () => {
  const secure = await startTestServer({ PUBLIC_URL: 'https://ensemble.example' })
  try {
    const response = await new Visitor(secure).ask('POST', '/api/rooms/NANTES/join', {
      name: 'Ana',
      presence: 'remote',
    })
    expect(response.headers.getSetCookie().join()).toMatch(
      /^__Host-fe-device=.*Path=\/; .*HttpOnly; Secure; SameSite=Lax/,
    )
    expect(response.headers.get('strict-transport-security')).toContain('max-age')
    expect(response.headers.get('content-security-policy')).toContain('upgrade-insecure-requests')
  } finally {
    await secure.close()
  }
})

test('[E5] a screen shows and counts as nobody, until a person enters on its device', async () => {
  const wall = new Visitor(server)
  const screen = await wall.join('NANTES', { name: 'Écran', presence: 'room-device', screen: true })
  expect(screen.you).toMatchObject({ role: 'observer', seats: [] })
  expect(screen.documents.every(({ access }) => access === 'read')).toBe(true)
  const person = await wall.join('NANTES', { name: 'Odile', presence: 'in-person' })
  expect(person.participantId).toBe(screen.participantId)
  expect(person.you).toMatchObject({ role: 'participant', name: 'Odile', seats: [{ name: 'Odile' }] })
})
