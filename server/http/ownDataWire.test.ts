// One's own data over the wire: what somebody did in the year is in what they take along, and their name is in no table once they left.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invite } from '#server/features/account/invite.ts'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import type { CycleFile } from '#shared/cycle/cycleFile.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({}, { demo: true })
  const before = await server.store.cycle.exportFile()
  const text = {
    ...{ id: 'rec-1', code: 'R1', themeId: 'th', title: 'Un repas', summary: 'Résumé', constat: '' },
    ...{ proposition: 'Un repas par mois ici.', moyens: '', jurisdictions: ['FR'], kind: 'tool' },
    ...{ maturity: 'ready', groupIds: ['grp-n'], nuances: [], provenance: [], status: 'final' },
    ...{ updatedAt: '2019-12-01', contextIds: [] },
  }
  const imported = await server.store.cycle.importFile({ ...before, recommendations: [text] } as CycleFile) // read again there
  expect(imported.ok).toBe(true)
})
afterAll(() => server.close())

const called = 'Zénobie Q. Canari'
const invited = 'Zénobie Canari'

async function zenobie(): Promise<Visitor> {
  const { store } = server
  const office = {
    post: (mail: Parameters<typeof store.outbox.keep>[0]) =>
      store.outbox.keep({ ...mail, id: randomUUID(), madeAt: Date.now() }),
  }
  const { url } = await invite(
    { store, publicUrl: new URL(server.url), now: Date.now, office: office as never }, // keeps mails, as the office does
    {
      ...{ name: invited, email: 'zenobie@canari.test', language: 'fr' },
      roles: [{ role: 'facilitator', scope: 'grp-n' }],
    },
    { by: 'console' },
  )
  const visitor = new Visitor(server)
  const token = url.split('=').at(-1)
  await said(visitor, 'POST', '/api/invitations/accept', { token, name: called })
  return visitor
}

async function said(visitor: Visitor, method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await visitor.ask(method as 'POST', path, body)
  const text = await answer.text()
  expect(answer.status, `${method} ${path} ${text}`).toBeLessThan(300)
  return text === '' ? undefined : JSON.parse(text)
}

/** Everything that a year lets her do that leaves her name or her words somewhere. */
async function year(her: Visitor): Promise<{ readonly feed: string }> {
  const { fingerprint } = (await said(her, 'GET', '/api/consultation/rec-1')) as { fingerprint: string }
  await said(her, 'POST', '/api/consultation/rec-1/kept', { seen: fingerprint, why: 'Gardé par nous trois.' })
  await said(her, 'POST', '/api/consultation/rec-1/amendment', {
    ...{ seen: fingerprint, why: 'On a changé un mot ici.', words: { title: 'Autre titre' } },
  })
  await said(her, 'PUT', '/api/follows/recommendation/rec-1')
  await said(her, 'PUT', '/api/me/notices', { rhythm: 'weekly', ownTexts: true })
  const feed = (await said(her, 'POST', '/api/cycle/feeds', { groupId: null })) as { address: string }
  await said(her, 'POST', '/api/themes', {
    title: 'Thème zibeline',
    question: 'Pourquoi ?',
    why: 'Parce que.',
  })
  await said(her, 'POST', '/api/follow-up/acts', {
    ...{ id: randomUUID().replaceAll('-', '').slice(0, 20), target: 'initiative', seen: 0 },
    targetId: `ini-${randomUUID()}`,
    body: {
      ...{ kind: 'declared', title: 'Un pot', text: 'Un pot commun', groupId: 'grp-n', antennaId: null },
      ...{ recommendationIds: ['rec-1'], draftId: null, people: 3 },
    },
  })
  await said(her, 'POST', '/api/groups/NTE/contributions', {
    ...{ id: 'contribution-z', kind: 'note', text: 'Un mot glissé' },
  })
  await her.join('NANTES')
  return { feed: feed.address }
}

/** Rows of every table in which her name or her address stands. */
async function tablesNaming(name: RegExp): Promise<string[]> {
  const { write } = server.store.database
  const { rows: tables } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table'`.execute(write)
  const found: string[] = []
  for (const table of tables) {
    const { rows } = await sql`select * from ${sql.table(table.name)}`.execute(write)
    // Bytes as text: a document's own words are looked at too.
    const dump = JSON.stringify(rows, (_key, value: unknown) =>
      Buffer.isBuffer(value) ? value.toString('utf8') : toText(value),
    )
    if (name.test(dump)) found.push(table.name)
  }
  return found.sort()
}

const toText = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value
    ? Buffer.from(value.data as number[]).toString('utf8') // as Buffer#toJSON writes it
    : value

test('what somebody did in the year is in what they take along; once they left their name is in no table', async () => {
  const her = await zenobie()
  const { feed } = await year(her)
  const own = JSON.stringify(await said(her, 'GET', '/api/me/data'))
  for (const word of [
    ...[
      'Gardé par nous trois.',
      'On a changé un mot ici.',
      'Thème zibeline',
      'Un pot commun',
      'Un mot glissé',
    ],
    ...['rec-1', 'weekly', invited, 'zenobie@canari.test', 'calendar_feeds', 'Salle NANTES'],
  ])
    expect(own, word).toContain(word)
  expect(own).not.toMatch(/"(hash|device_hash|stop_token|stopToken)"/)
  // The look can see: before she leaves she stands in many tables.
  expect((await tablesNaming(/canari/iu)).length).toBeGreaterThan(8)
  const address = new URL(feed, server.url)
  const calendar = () => fetch(new URL(address.pathname, server.url))
  expect((await calendar()).status).toBe(200)

  await said(her, 'POST', '/api/me/erase', { name: called })
  expect(await tablesNaming(/canari/iu)).toEqual([])
  expect((await calendar()).status).toBe(404)
  // What she wrote for her group is still there, as nobody's.
  const shown = JSON.stringify(await said(new Visitor(server), 'GET', '/api/consultation/rec-1'))
  expect(shown).toContain('Gardé par nous trois.')
  expect(shown).toContain('Compte effacé')
})

test('a namesake keeps the name, and the invitation that waits for them', async () => {
  const her = await zenobie()
  await said(her, 'POST', '/api/themes', { title: 'Un thème', question: 'Pourquoi ?', why: 'Parce que.' })
  const { store } = server
  const deps = { store, publicUrl: new URL(server.url), now: Date.now }
  const roles = [{ role: 'member' as const, scope: 'grp-n' }]
  const { url } = await invite(deps, { name: called, language: 'fr', roles }, { by: 'console' })
  const other = new Visitor(server)
  await said(other, 'POST', '/api/invitations/accept', { token: url.split('=').at(-1), name: called })
  await said(other, 'POST', '/api/themes', { title: 'Le sien', question: 'Pourquoi ?', why: 'Parce que.' })
  await said(her, 'POST', '/api/me/erase', { name: called })
  const rows = await store.database.write
    .selectFrom('theme_acts')
    .select(['by_name', 'body'])
    .where('body', 'like', '%Parce que.%')
    .execute()
  expect(
    rows
      .filter(({ body }) => /Un thème|Le sien/.test(body))
      .map(({ body, by_name }) => [/Un thème/.test(body) ? 'hers' : 'theirs', by_name]),
  ).toEqual([
    ['hers', 'Compte effacé'],
    ['theirs', called],
  ])
  expect((await store.accounts.invitations()).filter(({ name }) => name === called)).toHaveLength(1)
})
