// Accounts over the wire: ways in, who may give what to whom, and what abuse of them finds.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { openidSignOn } from '#server/adapters/signOn/openidSignOn.ts'
import { invite } from '#server/features/account/invite.ts'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { type SmallIssuer, smallIssuer } from '#server/testing/smallIssuer.ts'
import type { RoleInScope } from '#shared/people/roles.ts'
import type { RoomDoor } from '#shared/room/door.ts'

let issuer: SmallIssuer
let server: TestServer
const publicUrl = 'http://127.0.0.1'
beforeAll(async () => {
  issuer = await smallIssuer('faire')
  server = await startTestServer(
    {},
    {
      signOn: ({ publicUrl: chosen }) =>
        openidSignOn({
          ...{ issuer: issuer.url, clientId: 'faire', clientSecret: 'geheim' },
          redirectUri: new URL('/sign-in/back', chosen).href,
        }),
    },
  )
})
afterAll(async () => {
  await server.close()
  await issuer.close()
})

const token = (url: string): string => url.split('=').at(-1) ?? ''
const json = async <T>(response: Response | Promise<Response>): Promise<T> =>
  (await (await response).json()) as T // the tests look at it

/** Somebody with an account of these roles, signed in by an invitation. */
async function somebody(
  name: string,
  roles: RoleInScope[],
  email?: string,
): Promise<Visitor & { id: string }> {
  const { store } = server
  const deps = { store, publicUrl: new URL(publicUrl), now: Date.now }
  const more = email === undefined ? {} : { email }
  const { url } = await invite(deps, { name, language: 'fr', roles, ...more }, { by: 'console' })
  const visitor = new Visitor(server)
  const accepted = await visitor.ask('POST', '/api/invitations/accept', { token: token(url), name })
  expect(accepted.status, await accepted.clone().text()).toBe(200)
  const { id } = await json<{ id: string }>(await visitor.ask('GET', '/api/me/account'))
  return Object.assign(visitor, { id })
}

async function until<T>(look: () => Promise<T | undefined | false>, what: string): Promise<T> {
  const end = Date.now() + 10_000
  for (;;) {
    const seen = await look()
    if (seen) return seen
    if (Date.now() > end) throw new Error(`waited for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** The newest link that was posted to this address, once there are `count` mails. */
const posted = (to: string, count = 1): Promise<string> =>
  until(async () => {
    const mails = (await server.store.outbox.mails(100)).filter((mail) => mail.to === to)
    return mails.length >= count && /#lien=\S+/.exec(mails[0]?.text ?? '')?.[0]
  }, `a mail to ${to}`)

const member = (scope = 'grp-n'): RoleInScope[] => [{ role: 'member', scope }]
const admin: RoleInScope[] = [{ role: 'admin', scope: null }]

test('a link by mail opens once, by a button, in the browser that asked; for unknown addresses the answer is the same', async () => {
  await somebody('Ana B.', member(), 'ana@exemple.test')
  const [known, unknown, other] = [new Visitor(server), new Visitor(server), new Visitor(server)]
  const ask = (visitor: Visitor, email: string) =>
    visitor.ask('POST', '/api/sign-in', { email }, { 'x-forwarded-host': 'evil.example' })
  const [one, two] = [await ask(known, ' Ana@exemple.test'), await ask(unknown, 'nobody@exemple.test')]
  expect([one.status, await one.text()]).toEqual([two.status, await two.text()])
  expect([...one.headers.keys()]).toEqual([...two.headers.keys()])
  const link = await posted('ana@exemple.test')
  const mails = await server.store.outbox.mails(100)
  expect(mails.find(({ to }) => to === 'ana@exemple.test')?.text).toContain(
    `http://localhost:${server.serving.config.port}/sign-in#lien=`,
  )
  expect(mails.some(({ to }) => to === 'nobody@exemple.test')).toBe(false)
  // A scanner's look brings the page, or nothing at all where no client is built; never a session.
  const looked = await known.ask('GET', '/sign-in')
  expect(looked.headers.getSetCookie()).toEqual([])
  const open = (visitor: Visitor) => visitor.ask('POST', '/api/sign-in/open', { token: token(link) })
  expect((await open(other)).status).toBe(409)
  const planted = 'a'.repeat(27)
  const opened = await known.ask(
    'POST',
    '/api/sign-in/open',
    { token: token(link) },
    {
      cookie: `${known.cookie}; fe-session=${planted}`,
    },
  )
  expect(opened.status).toBe(200)
  expect(known.cookie).not.toContain(planted)
  expect(opened.headers.getSetCookie().join()).toMatch(/fe-session=[\w-]{27};.*HttpOnly; SameSite=Lax/)
  expect((await open(known)).status).toBe(410)
  expect((await json<{ me: { name: string } }>(await known.ask('GET', '/api/me'))).me.name).toBe('Ana')
  // Nothing of it in the log: no address, no word.
  expect(server.log.join('\n')).not.toMatch(new RegExp(`${token(link)}|ana@exemple`, 'i'))
  expect(server.log.join('\n')).toContain('signed in')
})

test('one mailbox gets five links an hour, one address is stopped after sixty asks', async () => {
  await somebody('Bo', member(), 'bo@exemple.test')
  const visitor = new Visitor(server)
  for (let n = 0; n < 7; n++) await visitor.ask('POST', '/api/sign-in', { email: 'bo@exemple.test' })
  await posted('bo@exemple.test', 5)
  const statuses: number[] = []
  for (let n = 0; n < 70; n++)
    statuses.push((await visitor.ask('POST', '/api/sign-in', { email: `x${n}@exemple.test` })).status)
  expect(statuses.at(0)).toBe(202)
  expect(statuses.at(-1)).toBe(429)
  expect((await server.store.outbox.mails(200)).filter(({ to }) => to === 'bo@exemple.test')).toHaveLength(5)
})

test('a role that is taken closes lines and tickets at once; the last one takes the session too', async () => {
  const boss = await somebody('Admin', admin)
  const cleo = await somebody('Cléo', [...member(), { role: 'facilitator', scope: 'grp-n' }])
  const joined = await cleo.join('NANTES', { name: 'Cléo' })
  const [document] = joined.documents
  const line = () =>
    new WebSocket(`${server.url.replace('http', 'ws')}/yjs/${document?.name}?ticket=${joined.ticket}`)
  const socket = line()
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  // Asked for what it holds, the server answers: the line is admitted.
  socket.once('open', () => socket.send(Uint8Array.of(0, 0, 1, 0)))
  await new Promise((resolve) => socket.once('message', resolve))
  const people = await json<{ people: { accountId: string; roles: { id: string; role: string }[] }[] }>(
    await boss.ask('GET', '/api/admin/people?q=cleo'),
  )
  const theirs = people.people.find(({ accountId }) => accountId === cleo.id)
  const take = (role: string) =>
    boss.ask(
      'DELETE',
      `/api/admin/people/${cleo.id}/roles/${theirs?.roles.find((one) => one.role === role)?.id}`,
    )
  expect((await take('facilitator')).status).toBe(204)
  expect(await closed).toBe(4500)
  const again = line()
  expect(await new Promise<number>((resolve) => again.once('close', resolve))).toBe(4401)
  const back = await json<{ me: { facilitates: string[]; groupIds: string[] } }>(
    await cleo.ask('GET', '/api/me'),
  )
  expect(back.me).toMatchObject({ facilitates: [], groupIds: ['grp-n'] })
  expect((await take('member')).status).toBe(204)
  expect(await json(await cleo.ask('GET', '/api/me'))).toEqual({ me: null })
})

test('who may look after people: strangers 401, members 403, cooperative life roles in groups only, and never the last administrator', async () => {
  const [stranger, ana] = [new Visitor(server), await somebody('Membre', member())]
  const life = await somebody('Vie coop', [{ role: 'cooperative-life', scope: null }])
  const routes = [
    ['GET', '/api/admin/people'],
    ['POST', '/api/admin/invitations', { name: 'X', roles: member() }],
    ['POST', `/api/admin/people/${ana.id}/roles`, { role: 'member', scope: 'grp-n' }],
    ['POST', '/api/admin/people/import', { csv: 'nom,role' }],
    ['GET', '/api/admin/mails'],
    ['GET', '/api/admin/acts'],
    ['GET', '/api/admin/rooms'],
    ['POST', '/api/admin/rooms', { groupId: 'grp-n', title: 'X' }],
  ] as const
  for (const [method, path, body] of routes) {
    expect((await stranger.ask(method, path, body)).status, path).toBe(401)
    expect((await ana.ask(method, path, body)).status, path).toBe(403)
    const office = path.endsWith('mails') || path.endsWith('acts')
    expect([200, 201, 409], path).toContain(office ? 200 : (await life.ask(method, path, body)).status)
    if (office) expect((await life.ask(method, path, body)).status, path).toBe(403)
  }
  for (const role of ['admin', 'cooperative-life', 'team'])
    expect((await life.ask('POST', `/api/admin/people/${ana.id}/roles`, { role, scope: null })).status).toBe(
      403,
    )
  const unknown = { role: 'member', scope: 'grp-nowhere' }
  expect((await life.ask('POST', `/api/admin/people/${ana.id}/roles`, unknown)).status).toBe(422)
  // All administrators but one leave; the last is told why not.
  const grants = (await server.store.accounts.grantsAt(Date.now())).filter(({ role }) => role === 'admin')
  const last = await somebody('Dernière', admin)
  for (const { accountId, id } of grants)
    expect((await last.ask('DELETE', `/api/admin/people/${accountId}/roles/${id}`)).status).toBe(204)
  const own = (await server.store.accounts.grants(last.id))[0]?.id
  expect((await last.ask('DELETE', `/api/admin/people/${last.id}/roles/${own}`)).status).toBe(409)
  expect((await last.ask('POST', '/api/me/erase', { name: 'Dernière' })).status).toBe(409)
  const acts = await json<{ acts: { act: string }[]; whole: boolean }>(
    await last.ask('GET', '/api/admin/acts'),
  )
  expect(acts.whole).toBe(true)
  expect(acts.acts.map(({ act }) => act)).toEqual(
    expect.arrayContaining(['role.taken', 'role.given', 'signed.in']),
  )
})

test('an invitation opens once, and not after it was revoked; a file of people names its bad lines and invites nobody with one', async () => {
  const boss = await somebody('Admin 2', admin)
  const ask = await boss.ask('POST', '/api/admin/invitations', {
    name: 'Dana',
    email: 'dana@exemple.test',
    roles: member(),
  })
  const { url, mailed, invitation } = await json<{
    url: string
    mailed: boolean
    invitation: { id: string }
  }>(ask)
  expect(mailed).toBe(true)
  expect((await boss.ask('DELETE', `/api/admin/invitations/${invitation.id}`)).status).toBe(204)
  const dana = new Visitor(server)
  expect((await dana.ask('POST', '/api/invitations/look', { token: token(url) })).status).toBe(410)
  expect((await dana.ask('POST', '/api/invitations/accept', { token: token(url), name: 'D' })).status).toBe(
    410,
  )
  const bad = 'nom,email,role,groupe\nEli,eli@exemple.test,membre,NTE\nFay,fay@exemple.test,membre,Mars'
  const preview = await json<{ made: number; bad: unknown[] }>(
    await boss.ask('POST', '/api/admin/people/import', { csv: bad, write: true }),
  )
  expect(preview).toMatchObject({ made: 0, bad: [{ line: 3, problem: 'unknown-group', value: 'Mars' }] })
  const good = await json<{ made: number; links: { url: string }[] }>(
    await boss.ask('POST', '/api/admin/people/import', {
      csv: bad.replace('Mars', 'LYN').replace('fay@exemple.test', ''),
      write: true,
    }),
  )
  expect(good.made).toBe(2)
  expect(good.links).toHaveLength(1)
  const fay = new Visitor(server)
  const accept = (visitor: Visitor) =>
    visitor.ask('POST', '/api/invitations/accept', { token: token(good.links[0]?.url ?? ''), name: 'Fay' })
  const both = await Promise.all([accept(fay), accept(new Visitor(server))])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 410])
})

test('what is held on one is given whole, and taken away; others’ sessions stay', async () => {
  const gil = await somebody('Gil Canari', member(), 'gil@exemple.test')
  await gil.join('NANTES', { name: 'Gil Canari' })
  const held = await (await gil.ask('GET', '/api/me/data')).text()
  for (const words of ['Gil Canari', 'gil@exemple.test', 'grp-n', 'signed.in', 'Salle NANTES'])
    expect(held).toContain(words)
  expect((await gil.ask('POST', '/api/me/erase', { name: 'Gil' })).status).toBe(422)
  expect((await gil.ask('POST', '/api/me/erase', { name: 'Gil Canari' })).status).toBe(200)
  expect(await json(await gil.ask('GET', '/api/me'))).toEqual({ me: null })
  for (const table of [
    'accounts',
    'account_profiles',
    'participants',
    'invitations',
    'mails',
    'acts',
  ] as const) {
    const rows = await server.store.database.read.selectFrom(table).selectAll().execute()
    expect(JSON.stringify(rows), table).not.toMatch(/Gil Canari|gil@exemple/)
  }
})

test('sessions are listed and closed one by one or all', async () => {
  const hal = await somebody('Hal', member(), 'hal@exemple.test')
  // Out of the address's count of the test before: sixty asks a quarter of an hour are gone, so a session is opened by the store.
  await server.store.people.openSession({
    hash: 'f'.repeat(64),
    accountId: hal.id,
    expiresAt: Date.now() + 60_000,
  })
  const list = async () =>
    (await json<{ sessions: { id: string; here: boolean }[] }>(await hal.ask('GET', '/api/me/account')))
      .sessions
  const other = (await list()).find(({ here }) => !here)
  expect(await list()).toHaveLength(2)
  expect((await hal.ask('DELETE', `/api/me/sessions/${other?.id}`)).status).toBe(204)
  expect(await list()).toHaveLength(1)
  const ines = await somebody('Inès', member())
  expect((await ines.ask('DELETE', `/api/me/sessions/${(await list())[0]?.id}`)).status).toBe(404)
  expect((await hal.ask('DELETE', '/api/me/sessions')).status).toBe(204)
  expect((await hal.ask('GET', '/api/me/account')).status).toBe(401)
})

test('the single sign-on ties an account by a verified address after a yes, then knows it; anything forged is refused', async () => {
  const jo = await somebody('Jo', member(), 'jo@exemple.test')
  const go = async (visitor: Visitor, change: (address: URL) => void = () => undefined): Promise<string> => {
    const begun = await json<{ url: string }>(await visitor.ask('POST', '/api/sign-on'))
    const issued = await fetch(begun.url, { redirect: 'manual' })
    const back = new URL(issued.headers.get('location') ?? '')
    change(back)
    const came = await visitor.ask('GET', `${back.pathname}${back.search}`, undefined, {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
    })
    return came.headers.get('location') ?? String(came.status)
  }
  issuer.person = { sub: 'jo-1', email: 'Jo@exemple.test', email_verified: false }
  expect(await go(new Visitor(server))).toBe('/sign-in#unknown')
  issuer.person = { sub: 'jo-1', email: 'Jo@exemple.test', email_verified: true }
  expect(await go(new Visitor(server), (address) => address.searchParams.set('state', 'another'))).toBe(
    '/sign-in#failed',
  )
  for (const forged of [
    { nonce: 'another' },
    { aud: 'another' },
    { iss: 'https://evil.example' },
    { exp: 1 },
  ]) {
    issuer.forged = forged
    expect(await go(new Visitor(server)), JSON.stringify(forged)).toBe('/sign-in#failed')
  }
  issuer.forged = {}
  const first = new Visitor(server)
  expect(await go(first)).toBe('/sign-in#confirm')
  // Somebody else's browser has nothing to say yes to.
  expect((await new Visitor(server).ask('POST', '/api/sign-on/confirm', {})).status).toBe(410)
  expect(await json(await first.ask('GET', '/api/sign-in'))).toEqual({
    signOn: true,
    confirm: { name: 'Jo' },
  })
  expect((await first.ask('POST', '/api/sign-on/confirm', {})).status).toBe(200)
  expect((await json<{ id: string }>(await first.ask('GET', '/api/me/account'))).id).toBe(jo.id)
  // From then on by the subject, whatever the address is called.
  issuer.person = { sub: 'jo-1', email: 'nouvelle@exemple.test', email_verified: true }
  const later = new Visitor(server)
  expect(await go(later)).toBe('/')
  expect((await json<{ id: string }>(await later.ask('GET', '/api/me/account'))).id).toBe(jo.id)
})

test('a room’s long link stands wherever its code does, until it is replaced; its code ends', async () => {
  const boss = await somebody('Admin 3', admin)
  const rooms = await json<{ rooms: { id: string; code: string; link: string }[] }>(
    await boss.ask('GET', '/api/admin/rooms'),
  )
  const hive = rooms.rooms.find(({ code }) => code === 'RUCHE 4711')
  const word = (link: string | undefined): string => link?.split('/r/').at(-1) ?? ''
  expect(word(hive?.link)).toMatch(/^[0-9a-z]{26}$/)
  const open = (doorOpen: boolean) =>
    json(boss.ask('PUT', '/api/rooms/RUCHE%204711/door', { open: doorOpen }))
  await boss.join('RUCHE 4711')
  // [B1] Behind a closed door the link says whom to ask, as it does for a word that no link ever had.
  const closed = await new Visitor(server).ask('GET', `/api/rooms/${word(hive?.link)}`)
  const unknown = await new Visitor(server).ask('GET', `/api/rooms/${'a'.repeat(26)}`)
  expect([closed.status, unknown.status]).toEqual([410, 410])
  expect(await closed.text()).toBe(await unknown.text())
  await open(true)
  const guest = new Visitor(server)
  expect((await guest.join(word(hive?.link))).room.id).toBe(hive?.id)
  // The room's own people hand the long link on; whoever stands at the door with a short code gets none.
  const shareOf = async (who: Visitor) =>
    (await json<RoomDoor>(who.ask('GET', '/api/rooms/RUCHE%204711'))).share
  expect(word((await shareOf(guest)).url ?? '')).toBe(word(hive?.link))
  expect((await shareOf(new Visitor(server))).url).toBeNull()
  // [A6] Opening the door opens the code for a day.
  const { codeUntil, linkUntil } = await shareOf(guest)
  expect((codeUntil ?? 0) - Date.now()).toBeGreaterThan(23 * 3_600_000)
  expect((codeUntil ?? 0) - Date.now()).toBeLessThanOrEqual(24 * 3_600_000)
  expect((linkUntil ?? 0) - Date.now()).toBeLessThanOrEqual(30 * 24 * 3_600_000)
  const renewed = await json<{ link: string; code: string }>(
    await boss.ask('POST', `/api/admin/rooms/${hive?.id}/link`),
  )
  expect((await new Visitor(server).ask('GET', `/api/rooms/${word(hive?.link)}`)).status).toBe(410)
  expect((await new Visitor(server).ask('GET', `/api/rooms/${word(renewed.link)}`)).status).toBe(200)
  const fresh = await json<{ code: string; codeUntil: number }>(
    await boss.ask('PUT', `/api/admin/rooms/${hive?.id}/code`, { hours: 1 }),
  )
  expect(fresh.code).toMatch(/^[A-Z]+ \d{4}$/)
  expect((await new Visitor(server).ask('GET', '/api/rooms/RUCHE%204711')).status).toBe(404)
  const path = `/api/rooms/${encodeURIComponent(fresh.code)}`
  expect((await new Visitor(server).ask('GET', path)).status).toBe(200)
  await server.store.roomLinks.endCode(hive?.id ?? '', Date.now() - 1)
  expect((await new Visitor(server).ask('GET', path)).status).toBe(404)
  expect((await guest.ask('GET', path)).status).toBe(200)
  expect((await new Visitor(server).ask('GET', `/api/rooms/${word(renewed.link)}`)).status).toBe(200)
  await endLink(hive?.id ?? '', word(renewed.link))
  expect((await guest.ask('GET', path)).status).toBe(200)
})

/** The facilitator's own link, then its end: it opens nothing, its QR code is gone, and the door that is opened again has another. */
async function endLink(roomId: string, former: string): Promise<void> {
  const lead = new Visitor(server)
  await lead.signIn('facilitator-nantes')
  const { code } = (await server.store.rooms.room(roomId)) ?? { code: '' }
  const path = `/api/rooms/${encodeURIComponent(code)}`
  await lead.join(code)
  const guest = new Visitor(server)
  await guest.join(former)
  expect((await guest.ask('POST', `${path}/link`, { days: 7 })).status).toBe(403)
  const own = await json<RoomDoor['share']>(lead.ask('POST', `${path}/link`, { days: 7 }))
  const word = own.url?.split('/r/').at(-1) ?? ''
  expect(word).toMatch(/^[0-9a-z]{26}$/)
  expect((await new Visitor(server).ask('GET', `/api/rooms/${former}`)).status).toBe(410)
  expect((await new Visitor(server).ask('GET', `/api/rooms/${word}`)).status).toBe(200)
  await server.store.database.write
    .updateTable('room_links')
    .set({ link_until: Date.now() - 1 })
    .where('room_id', '=', roomId)
    .execute()
  expect((await new Visitor(server).ask('GET', `/api/rooms/${word}`)).status).toBe(410)
  const over = await json<RoomDoor>(lead.ask('GET', path))
  expect(over.share.url).toBeNull()
  await lead.ask('PUT', `${path}/door`, { open: true })
  expect((await json<RoomDoor>(lead.ask('GET', path))).share.url).not.toBeNull()
}
