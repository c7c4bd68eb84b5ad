// A person's rows in the cycles that another one has followed: taken along and left behind as those of the standing one.
import type { Database } from '#server/adapters/sql/database.ts'
import { namingColumns, namingJson, personTables } from '#server/adapters/sql/personTables.ts'
import { type Unnaming, unnamedIn } from '#server/adapters/sql/unnamed.ts'

type Db = Database['read']
type Row = Record<string, unknown>

interface Former {
  readonly cycle: string
  readonly of_table: string
  readonly place: number
  readonly row: Row
}

async function formerRows(db: Db): Promise<Former[]> {
  const rows = await db.selectFrom('former_rows').selectAll().execute()
  return rows.map(({ body, ...at }) => ({ ...at, row: JSON.parse(body) as Row })) // whole rows, put aside by `turnCycle`
}

/** The whole rows by table, as they stood. */
export async function formerByTable(db: Db): Promise<ReadonlyMap<string, readonly Row[]>> {
  const found = new Map<string, Row[]>()
  for (const { of_table, row } of await formerRows(db))
    found.set(of_table, [...(found.get(of_table) ?? []), row])
  return found
}

/** `isTheirs` tells a row of a table by the value of its key column. */
export async function leaveFormer(
  db: Db,
  about: Unnaming,
  isTheirs: (key: (typeof personTables)[number]['key'], row: Row) => boolean,
): Promise<void> {
  for (const { cycle, of_table, place, row } of await formerRows(db)) {
    const left = withoutPerson({ of_table, row }, about, isTheirs)
    const at = db.updateTable('former_rows').where('cycle', '=', cycle)
    if (left === null)
      await db
        .deleteFrom('former_rows')
        .where('cycle', '=', cycle)
        .where('of_table', '=', of_table)
        .where('place', '=', place)
        .execute()
    else if (JSON.stringify(left) !== JSON.stringify(row))
      await at
        .set({ body: JSON.stringify(left) })
        .where('of_table', '=', of_table)
        .where('place', '=', place)
        .execute()
  }
}

/** Null where the whole row goes. */
function withoutPerson(
  { of_table, row }: Pick<Former, 'of_table' | 'row'>,
  about: Unnaming,
  isTheirs: Parameters<typeof leaveFormer>[2],
): Row | null {
  const left = { ...row }
  for (const { erased, key, table } of personTables) {
    if (table !== of_table || !isTheirs(key, row)) continue
    if (erased === 'delete') return null
    if (erased !== 'keep') left[erased.name] = about.name
  }
  for (const [table, column] of namingJson)
    if (table === of_table && String(left[column]).includes(JSON.stringify(about.called).slice(1, -1)))
      left[column] = JSON.stringify(unnamedIn(JSON.parse(String(left[column])), about))
  for (const [table, column] of namingColumns)
    if (about.alone && table === of_table && left[column] === about.called) left[column] = about.name
  return left
}
