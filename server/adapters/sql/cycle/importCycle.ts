// One transaction that brings the cycle's tables to what a file says, touching only the rows that differ.
import { sql } from 'kysely'
import { type JsonObject, sameJson } from '#server/adapters/sql/cycle/json.ts'
import { fileOf, readTables } from '#server/adapters/sql/cycle/readTables.ts'
import { collectionNames } from '#server/adapters/sql/cycle/records.ts'
import { tableKeys } from '#server/adapters/sql/cycle/tableKeys.ts'
import { type Row, tabulate } from '#server/adapters/sql/cycle/tabulate.ts'
import { turnCycle } from '#server/adapters/sql/formerCycles.ts'
import { portions, type Scope } from '#server/adapters/sql/scope.ts'
import type { ClosingCycle, ImportOutcome, ImportReport } from '#server/ports/cycle.ts'
import { seenOf } from '#shared/admin/applyEdit.ts'
import { checkReferences } from '#shared/cycle/checkReferences.ts'
import type { CycleFile } from '#shared/cycle/cycleFile.ts'
import { type CycleProblem, mostProblems } from '#shared/cycle/cycleProblem.ts'

export interface CycleToImport {
  /** A file that was checked. */
  readonly file: CycleFile
  readonly replace: boolean
  readonly preview?: boolean
  /** As in the port. */
  readonly over?: string | null | undefined
  readonly closing?: ClosingCycle | undefined
}

export async function importCycle(scope: Scope, wanted: CycleToImport): Promise<ImportOutcome> {
  const { file, replace, preview, over, closing } = wanted
  const { db, kind } = scope
  // Two imports at once would each compare with what the other is changing. Readers are not held up.
  if (kind === 'postgres') await sql`lock table cycle_file in exclusive mode`.execute(db)
  const before = await readTables(db)
  const present = fileOf(before)
  if (over !== undefined && over !== (present ? seenOf(present) : null))
    return { ok: false, stale: true, problems: [], total: 0 }
  const other = present && !replace ? otherCooperative(present, file) : []
  if (other.length > 0) return refused(other)

  const merged = present && !replace ? withKept(present, file) : file
  const problems = merged === file ? [] : checkReferences(merged)
  if (problems.length > 0) return refused(problems)

  if (preview) return { ok: true, report: compare(present, file, replace) }
  if (present) await turnCycle(scope, { from: present, to: merged, closing })
  const after = tabulate(merged)
  for (const table of tableKeys.keys()) {
    await writeTable(scope, table, {
      before: before.get(table) ?? new Map(),
      after: after.get(table) ?? new Map(),
    })
  }
  return { ok: true, report: compare(present, file, replace) }
}

const refused = (problems: readonly CycleProblem[]): ImportOutcome => ({
  ok: false,
  problems: problems.slice(0, mostProblems),
  total: problems.length,
})

function otherCooperative(present: CycleFile, file: CycleFile): CycleProblem[] {
  const params = (held: { id: string; name: string }) => ({ id: held.id, name: held.name })
  if (present.organisation.id !== file.organisation.id) {
    return [{ path: 'organisation.id', code: 'otherOrganisation', params: params(present.organisation) }]
  }
  if (present.cycle.id !== file.cycle.id)
    return [{ path: 'cycle.id', code: 'otherCycle', params: params(present.cycle) }]
  return []
}

type Item = { readonly id: string }

/** Every top-level record of a file by collection; a collection that is absent counts as empty. */
const itemsOf = (file: CycleFile, name: (typeof collectionNames)[number]): readonly Item[] => file[name] ?? []

/** The file's records in the file's order, then those that only the store has. */
function withKept(present: CycleFile, file: CycleFile): CycleFile {
  const merged: JsonObject = { ...file }
  for (const name of collectionNames) {
    const given = new Set(itemsOf(file, name).map(({ id }) => id))
    const kept = itemsOf(present, name).filter(({ id }) => !given.has(id))
    if (kept.length > 0) merged[name] = [...itemsOf(file, name), ...kept]
  }
  return merged as unknown as CycleFile // two checked files, record by record
}

function compare(present: CycleFile | undefined, file: CycleFile, replace: boolean): ImportReport {
  const report = { added: 0, changed: 0, unchanged: 0, kept: 0 }
  const count = (before: unknown, after: unknown) => {
    if (before === undefined) report.added++
    else if (sameJson(before, after)) report.unchanged++
    else report.changed++
  }
  count(present?.organisation, file.organisation)
  count(present?.cycle, file.cycle)
  for (const name of collectionNames) {
    const before = new Map(present ? itemsOf(present, name).map((item) => [item.id, item]) : [])
    for (const item of itemsOf(file, name)) {
      count(before.get(item.id), item)
      before.delete(item.id)
    }
    if (!replace) report.kept += before.size
  }
  return report
}

interface Change {
  readonly before: ReadonlyMap<string, Row>
  readonly after: ReadonlyMap<string, Row>
}

/** References are checked at the end of the transaction, so that the order of tables and rows does not matter. */
async function writeTable({ db }: Scope, table: string, { before, after }: Change): Promise<void> {
  const key = tableKeys.get(table) ?? []
  // Table and column names come from the layout, never from outside.
  const where = (row: Row) =>
    sql.join(
      key.map((column) => sql`${sql.ref(column)} = ${row[column]}`),
      sql` and `,
    )

  for (const [name, row] of before) {
    if (!after.has(name)) await sql`delete from ${sql.table(table)} where ${where(row)}`.execute(db)
  }
  const added: Row[] = []
  for (const [name, row] of after) {
    const old = before.get(name)
    if (!old) added.push(row)
    else if (Object.keys(row).some((column) => row[column] !== old[column])) {
      const set = sql.join(Object.keys(row).map((column) => sql`${sql.ref(column)} = ${row[column]}`))
      await sql`update ${sql.table(table)} set ${set} where ${where(row)}`.execute(db)
    }
  }
  for (const portion of portions(added)) {
    const columns = Object.keys(portion[0] ?? {})
    const values = portion.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`)
    const names = sql.join(columns.map((column) => sql.ref(column)))
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(db)
  }
}
