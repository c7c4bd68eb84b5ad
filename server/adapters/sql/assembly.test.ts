// Assemblies on both databases, and the secrecy of votes in what is really written.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#server/adapters/sql/openStore.ts'
import { assemblyContract, smallBallot, themesContract } from '#server/testing/assemblyContract.ts'
import { databaseKinds, type FreshStore, freshPlace, freshStore } from '#server/testing/stores.ts'

describe.each(databaseKinds)('%s', (kind) => {
  let fresh: FreshStore
  beforeAll(async () => {
    fresh = await freshStore(kind)
  })
  afterAll(() => fresh.close())
  const close = async () => undefined
  assemblyContract(kind, async () => ({ port: fresh.store.assembly, close }))
  themesContract(kind, async () => ({ port: fresh.store.themes, close }))

  test('the tables that know who voted know nothing else, and papers know nobody', async () => {
    const { assembly, database } = fresh.store
    const ballot = smallBallot('canary')
    await assembly.saveBallot('c', { ballot, version: 0 }, { act: 'opened', by: 'account:x', at: 1 })
    for (let n = 0; n < 6; n++)
      await assembly.cast({
        ...{ ballotId: 'canary', voterId: `acc-canari-${n}`, name: undefined, weight: 1 },
        paper: n % 2 ? 'for' : 'against',
      })
    const rows = async (table: string) =>
      (
        await sql<
          Record<string, unknown>
        >`select * from ${sql.table(table)} where ballot_id = 'canary'`.execute(database.read)
      ).rows
    const voters = await rows('assembly_voters')
    const papers = await rows('assembly_counts')
    expect(voters).toHaveLength(6)
    expect(voters.map((row) => Object.keys(row).sort())).toEqual(voters.map(() => ['ballot_id', 'voter_id']))
    expect(JSON.stringify(papers)).not.toContain('canari')
    expect(papers.map(({ count }) => Number(count))).toEqual([3, 3])
    if (kind === 'sqlite') {
      // Without hidden row numbers there is no order in which they came.
      await expect(sql`select rowid from assembly_voters`.execute(database.read)).rejects.toThrow(/rowid/)
      await expect(sql`select rowid from assembly_counts`.execute(database.read)).rejects.toThrow(/rowid/)
      return
    }
    const marks = async (table: string) =>
      (
        await sql<{
          xmin: string
        }>`select xmin::text as xmin from ${sql.table(table)} where ballot_id = 'canary'`.execute(
          database.read,
        )
      ).rows.map(({ xmin }) => xmin)
    // Who voted last is the only transaction that both tables could share while it is open.
    expect(new Set(await marks('assembly_counts')).size).toBe(1)
    await assembly.saveBallot(
      'c',
      { ballot: { ...ballot, state: 'closed' }, version: 1 },
      { act: 'closed', by: 'x', at: 2 },
    )
    expect(new Set([...(await marks('assembly_counts')), ...(await marks('assembly_voters'))]).size).toBe(1)
  })
})

test('bytes on disk: a voter stands beside no ranking of theirs, and both can be found', async () => {
  const place = await freshPlace('sqlite')
  const store = await openStore(place.settings)
  const ballot = smallBallot('bytes', { purpose: 'themes', items: [] })
  await store.assembly.saveBallot('c', { ballot, version: 0 }, { act: 'opened', by: 'x', at: 1 })
  const paper = JSON.stringify(['thème-zibeline', 'thème-autre'])
  await store.assembly.cast({ ballotId: 'bytes', voterId: 'acc-hermine', name: undefined, weight: 1, paper })
  await store.close()
  const files = readdirSync(place.settings.dataDir, { recursive: true, encoding: 'utf8' })
  const bytes = files
    .filter((file) => /sqlite|\.db/.test(file))
    .map((file) => readFileSync(join(place.settings.dataDir, file), 'latin1'))
    .join('')
  const at = (word: string): number[] => [...bytes.matchAll(new RegExp(word, 'g'))].map(({ index }) => index)
  const [people, papers] = [at('acc-hermine'), at('zibeline')]
  expect(people.length).toBeGreaterThan(0)
  expect(papers.length).toBeGreaterThan(0)
  // A row is shorter than this; tables have pages of their own.
  const near = people.flatMap((one) => papers.filter((other) => Math.abs(one - other) < 300))
  expect(near).toEqual([])
  place.remove()
})
