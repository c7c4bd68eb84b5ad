// A person's rows in the tables of the year: read for « my data », and unnamed when they leave.
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#server/adapters/sql/database.ts'
import { formerByTable, leaveFormer } from '#server/adapters/sql/formerPeople.ts'
import { type KeyKind, namingColumns, namingJson, personTables } from '#server/adapters/sql/personTables.ts'
import { unnamedIn } from '#server/adapters/sql/unnamed.ts'

type Db = Database['read']
type Row = Record<string, unknown>

export interface PersonKeys {
  readonly accountId: string
  readonly personId: string
}

const keyOf = ({ accountId, personId }: PersonKeys, kind: KeyKind): readonly string[] => {
  if (kind === 'author') return [`account:${accountId}`]
  return kind === 'person' ? [personId, accountId] : [accountId]
}

const isTheirs = (keys: PersonKeys, [column, kind]: readonly [string, KeyKind]): RawBuilder<boolean> =>
  sql`${sql.ref(column)} in (${sql.join(keyOf(keys, kind))})`

const hasKey = (keys: PersonKeys, [column, kind]: readonly [string, KeyKind], row: Row): boolean =>
  keyOf(keys, kind).includes(String(row[column]))

/** By table; what is JSON as it is read. What one signed for a group in the consultation stands under its own name. */
export async function rowsOf(
  db: Db,
  keys: PersonKeys & { readonly called: string },
): Promise<Record<string, readonly Row[]>> {
  const held: Record<string, readonly Row[]> = {}
  const former = await formerByTable(db)
  for (const { key, shown, table } of personTables) {
    const columns = sql.join(shown.map((column) => sql.ref(column)))
    const { rows } =
      await sql<Row>`select ${columns} from ${sql.table(table)} where ${isTheirs(keys, key)}`.execute(db)
    const past = (former.get(table) ?? [])
      .filter((row) => hasKey(keys, key, row))
      .map((row) => Object.fromEntries(shown.map((column) => [column, row[column]])))
    const all = [...rows, ...past]
    if (all.length > 0) held[table] = all.map(readable)
  }
  // A version of a published text says who made it by name alone.
  const versions: Row[] = [
    ...(await db.selectFrom('recommendation_versions').selectAll().execute()),
    ...(former.get('recommendation_versions') ?? []),
  ]
  const made = versions.map(readable).filter(({ body }) => isSigned(body, keys.called))
  if (made.length > 0) held['recommendation_versions'] = made
  const entries: Row[] = [
    ...(await db.selectFrom('consultation_entries').selectAll().execute()),
    ...(former.get('consultation_entries') ?? []),
  ]
  const signed = entries.map(readable).filter(({ body }) => isBy(body, keys.accountId))
  if (signed.length > 0) held['consultation_entries'] = signed
  return held
}

const isSigned = (body: unknown, called: string): boolean =>
  typeof body === 'object' &&
  body !== null &&
  'byName' in body &&
  String(body.byName).split(', ').includes(called)

const isBy = (body: unknown, accountId: string): boolean =>
  typeof body === 'object' && body !== null && 'by' in body && body.by === accountId

const readable = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      (name === 'body' || name === 'act' || name === 'paper') && typeof value === 'string'
        ? parsed(value)
        : value,
    ]),
  )

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // A word, not JSON.
    return text
  }
}

export interface Leaving extends PersonKeys {
  /** How they were called, and how nobody is. */
  readonly called: string
  readonly name: string
}

export async function leaveTables(db: Db, leaving: Leaving): Promise<void> {
  for (const { erased, key, table } of personTables) {
    const theirs = isTheirs(leaving, key)
    if (erased === 'delete') await sql`delete from ${sql.table(table)} where ${theirs}`.execute(db)
    else if (erased !== 'keep')
      await sql`update ${sql.table(table)} set ${sql.ref(erased.name)} = ${leaving.name} where ${theirs}`.execute(
        db,
      )
  }
  const alone = !(await hasNamesake(db, leaving))
  if (alone)
    for (const [table, column] of namingColumns)
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${leaving.name} where ${sql.ref(column)} = ${leaving.called}`.execute(
        db,
      )
  for (const [table, column] of namingJson) await unnameJson(db, { table, column, alone, leaving })
  const { accountId: id, called, name } = leaving
  await leaveFormer(db, { called, name, id, alone }, (key, row) => hasKey(leaving, key, row))
}

/** Somebody else who is called so, with an account or in the cycle's file: a name alone then says nothing about whose it is. */
async function hasNamesake(db: Db, { accountId, called, personId }: Leaving): Promise<boolean> {
  const account = await db
    .selectFrom('accounts')
    .select('id')
    .where('display_name', '=', called)
    .where('id', '!=', accountId)
    .executeTakeFirst()
  const member = await db
    .selectFrom('members')
    .select('id')
    .where('display_name', '=', called)
    .where('id', '!=', personId)
    .executeTakeFirst()
  return account !== undefined || member !== undefined
}

interface Json {
  readonly table: (typeof namingJson)[number][0]
  readonly column: string
  readonly alone: boolean
  readonly leaving: Leaving
}

async function unnameJson(db: Db, { alone, column, leaving, table }: Json): Promise<void> {
  const { called, name } = leaving
  // As JSON writes it; the walk then looks exactly.
  const like = `%${JSON.stringify(called)
    .slice(1, -1)
    .replace(/[\\%_]/g, '\\$&')}%`
  const at = sql.ref(column)
  const { rows } = await sql<{
    said: string
  }>`select distinct ${at} as said from ${sql.table(table)} where ${at} like ${like} escape '\\'`.execute(db)
  for (const { said } of rows) {
    const next = JSON.stringify(unnamedIn(JSON.parse(said), { called, name, alone, id: leaving.accountId }))
    if (next !== said)
      await sql`update ${sql.table(table)} set ${at} = ${next} where ${at} = ${said}`.execute(db)
  }
}
