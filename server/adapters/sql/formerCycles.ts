// What was made here during a cycle steps aside when another one follows, and comes back with it: ids may begin anew each year.
import { sql } from 'kysely'
import type { Schema } from '#server/adapters/sql/schema.ts'
import { portions, type Scope } from '#server/adapters/sql/scope.ts'
import type { ClosingCycle } from '#server/ports/cycle.ts'
import type { CycleFile } from '#shared/cycle/cycleFile.ts'

/** A table whose rows belong to one cycle; `where`: those of them that do. */
export interface CycleTable {
  readonly table: keyof Schema
  readonly where?: readonly [column: string, values: readonly string[]]
  /** A row whose owner was removed meanwhile does not come back. */
  readonly owner?: readonly [column: string, table: 'rooms' | 'accounts']
}

/** Axes, initiatives and context cards go on from year to year; themes and the convergence name their cycle themselves. */
export const cycleTables: readonly CycleTable[] = [
  { table: 'recommendation_versions' },
  { table: 'handovers', owner: ['room_id', 'rooms'] },
  { table: 'consultation_ressentis' },
  { table: 'consultation_entries' },
  { table: 'consultation_comings' },
  { table: 'consultation_devices' },
  { table: 'instruction_acts' },
  { table: 'instruction_own', owner: ['account_id', 'accounts'] },
  { table: 'follows', where: ['target', ['recommendation']], owner: ['account_id', 'accounts'] },
  { table: 'follow_up_acts', where: ['target', ['item', 'recommendation']] },
]

type Row = Record<string, unknown>
type Which = Pick<CycleFile, 'organisation' | 'cycle'>

/** As JSON: an id may hold any character. */
const cycleKey = ({ cycle, organisation }: Which): string => JSON.stringify([organisation.id, cycle.id])

/** Within the transaction that imports `to` in the place of `from`. */
export async function turnCycle(
  scope: Scope,
  { from, to, closing }: { from: Which; to: Which; closing: ClosingCycle | undefined },
): Promise<void> {
  if (cycleKey(from) === cycleKey(to)) return
  await putAside(scope, cycleKey(from))
  if (closing && from.organisation.id === to.organisation.id) await keepPast(scope, from, closing)
  await bringBack(scope, cycleKey(to))
}

async function putAside({ db }: Scope, cycle: string): Promise<void> {
  for (const { table, where } of cycleTables) {
    const of = where ? sql`where ${sql.ref(where[0])} in (${sql.join(where[1])})` : sql``
    const { rows } = await sql<Row>`select * from ${sql.table(table)} ${of}`.execute(db)
    const kept = rows.map((row, place) => ({ cycle, of_table: table, place, body: JSON.stringify(row) }))
    for (const portion of portions(kept)) await db.insertInto('former_rows').values(portion).execute()
    await sql`delete from ${sql.table(table)} ${of}`.execute(db)
  }
}

async function bringBack({ db }: Scope, cycle: string): Promise<void> {
  for (const { owner, table } of cycleTables) {
    const former = await db
      .selectFrom('former_rows')
      .select('body')
      .where('cycle', '=', cycle)
      .where('of_table', '=', table)
      .orderBy('place')
      .execute()
    const all = former.map(({ body }) => JSON.parse(body) as Row) // written by `putAside` only
    const owners =
      owner && new Set((await db.selectFrom(owner[1]).select('id').execute()).map(({ id }) => id))
    const rows = owner ? all.filter((row) => owners?.has(String(row[owner[0]]))) : all
    for (const portion of portions(rows)) {
      const columns = Object.keys(portion[0] ?? {})
      const values = portion.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`)
      const names = sql.join(columns.map((column) => sql.ref(column)))
      await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(db)
    }
  }
  await db.deleteFrom('former_rows').where('cycle', '=', cycle).execute()
  // Its texts are the standing ones again: the lines that were made of them would say each twice.
  const imports = await db.selectFrom('past_imports').select('id').execute()
  for (const { id } of imports.filter((one) => one.id.startsWith(`${cycle}~`))) {
    await db.deleteFrom('past_recommendations').where('import_id', '=', id).execute()
    await db.deleteFrom('past_imports').where('id', '=', id).execute()
  }
}

/** The recommendations of the closed cycle keep their line in the follow-up, beside those of the years before. */
async function keepPast({ db }: Scope, from: Which, { at, byName, past }: ClosingCycle): Promise<void> {
  if (past.length === 0) return
  const id = `${cycleKey(from)}~${at}`
  const about = { id, name: from.cycle.name, by_name: byName, at, withdrawn_at: null, withdrawn_by: null }
  await db.insertInto('past_imports').values(about).execute()
  const rows = past.map((one, place) => ({
    ...{ import_id: id, place, id: one.id, year: one.year, body: JSON.stringify(one) },
  }))
  for (const portion of portions(rows)) await db.insertInto('past_recommendations').values(portion).execute()
}
