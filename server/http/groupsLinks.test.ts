// A personal link opens a group's page to one person without a password; neither the store nor a log ever holds it.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Visitor } from '#server/testing/doorsServer.ts'
import { asLink, type GroupBench, openGroupBench } from '#server/testing/groupBench.ts'
import type { Contribution, PersonalLinksAnswer } from '#shared/group/groupPage.ts'

let bench: GroupBench
beforeAll(async () => {
  bench = await openGroupBench()
})
afterAll(() => bench.server.close())

const everything = async (): Promise<string> => {
  const { read } = bench.server.store.database
  const tables = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(
    read,
  )
  const rows = await Promise.all(
    tables.rows.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(read)),
  )
  return JSON.stringify(rows.map(({ rows: found }) => found))
}

test('opens the page to one person without a password, until it is revoked', async () => {
  const { link, token } = await bench.newLink()
  const phone = new Visitor(bench.server)
  expect((await bench.page(phone, asLink(token))).you).toEqual({
    standing: 'member',
    name: 'Odile',
    byLink: true,
  })
  const body = bench.fresh('note', { name: 'Quelqu’un d’autre' })
  const contribution = (await (await bench.contribute(phone, body, asLink(token))).json()) as Contribution // as above
  expect(contribution).toMatchObject({ name: 'Odile', mine: true })
  expect((await bench.page(bench.leader)).contributions.find(({ id }) => id === body.id)).toMatchObject({
    mine: false,
  })
  // Of another group it opens nothing, and it leads nowhere.
  expect((await bench.page(phone, asLink(token), 'LYN')).you.standing).toBe('stranger')
  expect((await phone.ask('GET', '/api/groups/NTE/links', undefined, asLink(token))).status).toBe(403)
  const list = (await (await bench.leader.ask('GET', '/api/groups/NTE/links')).json()) as PersonalLinksAnswer // as above
  expect(list.links[0]).toMatchObject({ id: link.id, name: 'Odile' })
  expect(list.links[0]?.lastUsedAt).not.toBeNull()
  expect(JSON.stringify(list)).not.toContain(token)
  expect((await bench.leader.ask('DELETE', `/api/groups/NTE/links/${link.id}`)).status).toBe(204)
  expect((await bench.page(phone, asLink(token))).you.standing).toBe('stranger')
  expect((await bench.contribute(phone, bench.fresh(), asLink(token))).status).toBe(401)
})

test('makes nobody less than they are', async () => {
  const { token } = await bench.newLink()
  expect((await bench.page(bench.leader, asLink(token))).you).toMatchObject({
    standing: 'facilitator',
    byLink: false,
  })
  const board = await bench.signedIn('board-france')
  expect((await bench.page(board, asLink(token))).you).toMatchObject({ standing: 'member', byLink: true })
})

test('is kept as a hash only, and no log line holds it', async () => {
  const { link, token } = await bench.newLink('Personne de passage')
  await bench.page(new Visitor(bench.server), asLink(token))
  const kept = await everything()
  expect(token).toMatch(/^[\w-]{27}$/)
  expect(kept).toContain('Personne de passage')
  expect(kept).toContain(link.id)
  expect(kept).not.toContain(token)
  const log = bench.server.log.join('\n')
  expect(log).toContain('personal link made')
  expect(log).not.toContain(token)
  expect(log).not.toContain('Personne de passage')
  expect(link.url).toMatch(/\/g\/NTE#lien=/)
})

test('guesses are counted, and shut nobody out who has a real one', async () => {
  const { token } = await bench.newLink()
  const statuses = new Set<number>()
  for (let n = 0; n < 60 && !statuses.has(429); n++)
    statuses.add(
      (await new Visitor(bench.server).ask('GET', '/api/groups/NTE', undefined, asLink(`guess-${n}`))).status,
    )
  expect(statuses).toContain(429)
  expect((await bench.page(new Visitor(bench.server), asLink(token))).you.standing).toBe('member')
  expect((await bench.page(new Visitor(bench.server))).you.standing).toBe('stranger')
})
