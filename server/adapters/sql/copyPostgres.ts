// The tables of a PostgreSQL database as lines of JSON: written from one instant, read back into a schema of its own.

import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import pg from 'pg'
import { storeInUse } from '#server/adapters/sql/storeLock.ts'

/** Rows read, and written, at a time. */
const portion = 500
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

interface Table {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
}

/** Each line is a table's head or one of its rows; bytes as base64, everything else as PostgreSQL's own text. */
type Line = { readonly table: Table } | { readonly row: readonly (string | null)[] }

export async function copyPostgres(url: string, target: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('begin transaction isolation level repeatable read read only')
    const zip = createGzip()
    const file = createWriteStream(target, { mode: 0o600 })
    zip.pipe(file)
    const say = async (line: Line): Promise<void> => {
      if (!zip.write(`${JSON.stringify(line)}\n`)) await once(zip, 'drain')
    }
    for (const table of await tablesOf(client)) {
      await say({ table })
      const columns = table.columns.map(({ name, type }) =>
        type === 'bytea' ? `encode(${quoted(name)}, 'base64')` : `${quoted(name)}::text`,
      )
      await client.query(
        `declare rows no scroll cursor for select ${columns.join(', ')} from ${quoted(table.name)}`,
      )
      for (;;) {
        const { rows } = await client.query({ text: `fetch ${portion} from rows`, rowMode: 'array' })
        for (const row of rows) await say({ row })
        if (rows.length < portion) break
      }
      await client.query('close rows')
    }
    zip.end()
    await finished(file)
    await client.query('commit')
  })
}

export const schemaOfPostgres = (url: string): Promise<string> =>
  withClient(url, async (client) => {
    const { rows } = await client.query('select max(name) as name from kysely_migration')
    return String(rows[0]?.name)
  })

/** Tables that others refer to come first, so that each row finds what it refers to. */
async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } =
    await client.query(`select c.table_name as table, c.column_name as column, c.udt_name as type
    from information_schema.columns c join information_schema.tables t
      on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
    where c.table_schema = current_schema() order by c.table_name, c.ordinal_position`)
  const tables = new Map<string, { name: string; columns: { name: string; type: string }[] }>()
  for (const { table, column, type } of rows) {
    const one = tables.get(table) ?? {
      name: String(table),
      columns: new Array<{ name: string; type: string }>(),
    }
    one.columns.push({ name: column, type })
    tables.set(table, one)
  }
  const references =
    await client.query(`select distinct conrelid::regclass::text as of, confrelid::regclass::text as to
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`)
  const needs = new Map<string, Set<string>>()
  for (const { of, to } of references.rows) if (of !== to) needs.set(of, (needs.get(of) ?? new Set()).add(to))
  return inOrder([...tables.values()], needs)
}

/** Where two refer to each other (they are checked at the end of the transaction) the order does not matter. */
function inOrder(tables: Table[], needs: ReadonlyMap<string, ReadonlySet<string>>): Table[] {
  const done = new Set<string>()
  const ordered: Table[] = []
  let waiting = tables
  while (waiting.length > 0) {
    const ready = waiting.filter(({ name }) => [...(needs.get(name) ?? [])].every((one) => done.has(one)))
    const next = ready.length > 0 ? ready : waiting
    for (const table of next) done.add(table.name)
    ordered.push(...next)
    waiting = waiting.filter(({ name }) => !done.has(name))
  }
  return ordered
}

/**
 * Puts the tables of a copy in the place of those that are there, in one transaction. `makeTables` makes them in the shape that the
 * copy has, in an empty schema; what stood in the database stands in the schema `aside`.
 */
export async function restorePostgres(
  url: string,
  source: string,
  { aside, makeTables }: { readonly aside: string; readonly makeTables: () => Promise<void> },
): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query('select current_schema() as name')
    const schema = String(rows[0]?.name)
    await nobodyElse(client)
    await client.query(`alter schema ${quoted(schema)} rename to ${quoted(aside)}`)
    await client.query(`create schema ${quoted(schema)}`)
    // Looked for by name in every schema: those that stand aside would be taken for the new ones.
    for (const name of bookkeeping) await renameIn(client, aside, [name, `${name}_aside`])
    try {
      await makeTables()
      await client.query('begin')
      await fill(client, source)
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      await client.query(`drop schema ${quoted(schema)} cascade`)
      for (const name of bookkeeping) await renameIn(client, aside, [`${name}_aside`, name])
      await client.query(`alter schema ${quoted(aside)} rename to ${quoted(schema)}`)
      throw error
    }
  })
}

/** A server that is connected would go on writing, into tables that are gone. Throws an error with the code of a store in use. */
async function nobodyElse(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    'select count(*)::int as count from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  if (rows[0]?.count !== 0)
    throw Object.assign(new Error('the database is open in another process'), { code: storeInUse })
}

const bookkeeping = ['kysely_migration', 'kysely_migration_lock'] as const
const renameIn = async (
  client: pg.Client,
  schema: string,
  [from, to]: readonly [string, string],
): Promise<void> =>
  void (await client.query(`alter table if exists ${quoted(schema)}.${quoted(from)} rename to ${quoted(to)}`))

async function fill(client: pg.Client, source: string): Promise<void> {
  await client.query('set constraints all deferred')
  const names = (await tablesOf(client)).map(({ name }) => quoted(name))
  if (names.length > 0) await client.query(`truncate ${names.join(', ')}`)
  let table: Table | undefined
  let rows: (readonly (string | null)[])[] = []
  const flush = async (): Promise<void> => {
    if (table && rows.length > 0) await insert(client, table, rows)
    rows = []
  }
  const lines = createInterface({ input: createReadStream(source).pipe(createGunzip()) })
  for await (const text of lines) {
    const line = JSON.parse(text) as Line // written by copyPostgres, under a checksum
    if ('table' in line) {
      await flush()
      table = line.table
    } else {
      rows.push(line.row)
      if (rows.length * (table?.columns.length ?? 1) >= 20_000) await flush()
    }
  }
  await flush()
  await raiseSequences(client)
}

async function insert(
  client: pg.Client,
  table: Table,
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  const { columns } = table
  const one = (_: unknown, row: number): string =>
    `(${columns
      .map(({ type }, at) => {
        const value = `$${row * columns.length + at + 1}`
        return type === 'bytea' ? `decode(${value}, 'base64')` : `${value}::${quoted(type)}`
      })
      .join(', ')})`
  const named = columns.map(({ name }) => quoted(name)).join(', ')
  await client.query(
    `insert into ${quoted(table.name)} (${named}) overriding system value values ${rows.map(one).join(', ')}`,
    rows.flat(),
  )
}

/** What counts by itself goes on after the highest number that the copy has. */
async function raiseSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`select table_name as table, column_name as column,
      pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence
    from information_schema.columns where table_schema = current_schema()
      and pg_get_serial_sequence(quote_ident(table_name), column_name) is not null`)
  for (const { table, column, sequence } of rows)
    await client.query(
      `select setval($1, coalesce((select max(${quoted(column)}) from ${quoted(table)}), 0) + 1, false)`,
      [sequence],
    )
}

async function withClient<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}
