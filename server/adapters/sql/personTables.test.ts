// No table about people is forgotten: each is taken along and left behind, or said to stay, with its reason.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { elsewhere, namingColumns, namingJson, personTables } from '#server/adapters/sql/personTables.ts'
import { unnamedIn } from '#server/adapters/sql/unnamed.ts'
import { freshStore } from '#server/testing/stores.ts'

/** Columns that say who somebody is, or how they are called. */
const aboutPeople =
  /^(account_id|person_id|author|voter|voter_id|viewer|device|by|by_name|recipient|email|who|named_id|member_id|uploaded_by|participant|participant_id|made_by|[a-z]+_by)$/u

/** What a cooperative's file says of itself: edited on the administration's pages, by its own rules. */
const ofFile =
  /^(members|group_members|board_members|team|drafts?|draft_|notes?|note_|sessions?|session_members|recommendation|decisions?|plan|local_|context|ressentis|themes?|assembl(y|ies)$)/u

test('every table with a column about people is in one of the lists', async () => {
  const fresh = await freshStore('sqlite')
  try {
    const { write } = fresh.store.database
    const tables = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(
      write,
    )
    const columns = new Map<string, string[]>()
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${name})`.execute(write)
      columns.set(
        name,
        rows.map((one) => one.name),
      )
    }
    const listed = new Set<string>([
      ...personTables.map(({ table }) => table),
      ...[...namingJson, ...namingColumns].map(([table]) => table),
      ...Object.keys(elsewhere),
    ])
    const about = [...columns].filter(([, names]) => names.some((name) => aboutPeople.test(name)))
    expect(about.map(([name]) => name).filter((name) => !listed.has(name) && !ofFile.test(name))).toEqual([])
    // The look can see, and the lists name what there is.
    expect(about.length).toBeGreaterThan(30)
    for (const { erased, key, shown, table } of personTables) {
      const named = [key[0], ...shown, ...(typeof erased === 'object' ? [erased.name] : [])]
      expect(columns.get(table), table).toEqual(expect.arrayContaining(named))
    }
    for (const [table, column] of [...namingJson, ...namingColumns])
      expect(columns.get(table), table).toContain(column)
    for (const table of Object.keys(elsewhere)) expect([...columns.keys()]).toContain(table)
  } finally {
    await fresh.close()
  }
})

test('a name goes from beside its id, from signatures and lists; a namesake and the words that people wrote stay', () => {
  const about = { called: 'Ana B.', name: 'Compte effacé', id: 'a1' }
  const said = {
    text: 'Ana B. a raison',
    reviews: [
      { by: 'a1', byName: 'Ana B.', title: 'Ana B.' },
      { by: 'a2', byName: 'Ana B.' },
    ],
    signed: { id: 'account:a1', names: ['Ana B.', 'Bo'] },
    byName: 'Bo, Ana B.',
  }
  const [first, second] = said.reviews
  const mine = { ...said, reviews: [{ ...first, byName: 'Compte effacé' }, second] }
  const signed = { id: 'account:a1', names: ['Compte effacé', 'Bo'] }
  expect(unnamedIn(said, { ...about, alone: false })).toEqual({ ...mine, signed })
  expect(unnamedIn(said, { ...about, alone: true })).toEqual({
    ...{ ...mine, signed, byName: 'Bo, Compte effacé' },
    reviews: [
      { ...first, byName: 'Compte effacé' },
      { ...second, byName: 'Compte effacé' },
    ],
  })
})
