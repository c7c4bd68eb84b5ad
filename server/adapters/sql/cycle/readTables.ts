// Reads tables of the cycle, whole or for some records only, and puts records together from them.
import { type Kysely, sql } from 'kysely'
import { assemble, giveBackExtras } from '#server/adapters/sql/cycle/assemble.ts'
import { setName } from '#server/adapters/sql/cycle/json.ts'
import type { RecordLayout } from '#server/adapters/sql/cycle/layout.ts'
import { collectionNames, collections, fileRecord, singles } from '#server/adapters/sql/cycle/records.ts'
import { keyOf, tableKeys } from '#server/adapters/sql/cycle/tableKeys.ts'
import type { Row, Tables } from '#server/adapters/sql/cycle/tabulate.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import { portions } from '#server/adapters/sql/scope.ts'
import type { CycleFile } from '#shared/cycle/cycleFile.ts'

type Db = Kysely<Schema>

/** Table names come from the layout, never from outside. */
const select = async (db: Db, table: string): Promise<Row[]> =>
  (await sql<Row>`select * from ${sql.table(table)}`.execute(db)).rows

export async function readTables(db: Db): Promise<Tables> {
  const tables: Tables = new Map()
  for (const table of tableKeys.keys()) {
    tables.set(table, new Map((await select(db, table)).map((row) => [keyOf(table, row), row])))
  }
  return tables
}

const inOrder = (rows: Iterable<Row>, position: string): Row[] =>
  [...rows].sort((a, b) => Number(a[position] ?? -1) - Number(b[position] ?? -1))

/** The file that the tables stand for; undefined when nothing was imported. */
export function fileOf(tables: Tables): CycleFile | undefined {
  const entities = [...(tables.get('entities')?.values() ?? [])]
  const assembling = {
    rowsOf: (table: string, position: string) => inOrder(tables.get(table)?.values() ?? [], position),
    codeOfEntityId: new Map(entities.map((row) => [String(row['id']), String(row['code'])])),
    as: 'file' as const,
  }
  const [top] = assemble({ ...assembling, as: 'whole' }, fileRecord)
  if (!top) return undefined
  const file = top.object
  for (const [name, layout] of Object.entries(singles))
    setName(file, name, assemble(assembling, layout)[0]?.object)
  for (const name of collectionNames)
    setName(
      file,
      name,
      assemble(assembling, collections[name]).map(({ object }) => object),
    )
  giveBackExtras(file, top.row['extras'] ?? null)
  return file as unknown as CycleFile // what tabulate.ts took apart, put together
}

/** Records of one layout with every field of the format; all of them, or those with these ids, in the order of the file. */
export async function readWhole(db: Db, layout: RecordLayout, ids?: readonly string[]): Promise<unknown[]> {
  const tables = new Map<string, Row[]>()
  for (const [table, column] of tablesOf(layout)) {
    tables.set(table, ids ? await selectSome(db, { table, column, ids }) : await select(db, table))
  }
  const entities = await db.selectFrom('entities').select(['id', 'code']).execute()
  const assembling = {
    rowsOf: (table: string, position: string) => inOrder(tables.get(table) ?? [], position),
    codeOfEntityId: new Map(entities.map(({ id, code }) => [id, code])),
    as: 'whole' as const,
  }
  return assemble(assembling, layout).map(({ object }) => object)
}

/** Every table of a record and the column in which the record's id stands there. */
function tablesOf(layout: RecordLayout): Map<string, string> {
  const tables = new Map([[layout.table, 'id']])
  for (const { table, parent } of [...layout.lists, ...layout.maps]) tables.set(table, parent)
  // No part has lists or parts of its own.
  for (const { parent, record } of layout.parts) tables.set(record.table, parent)
  return tables
}

interface Some {
  readonly table: string
  readonly column: string
  readonly ids: readonly string[]
}

async function selectSome(db: Db, { table, column, ids }: Some): Promise<Row[]> {
  const rows: Row[] = []
  for (const portion of portions(ids.map((id) => ({ id })))) {
    const among = sql.join(portion.map(({ id }) => id))
    const found =
      await sql<Row>`select * from ${sql.table(table)} where ${sql.ref(column)} in (${among})`.execute(db)
    rows.push(...found.rows)
  }
  return rows
}
