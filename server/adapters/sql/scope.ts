// What a transaction works in: the same code runs in the embedded store's writer thread and on a PostgreSQL connection.
import { type Kysely, sql } from 'kysely'
import type { Schema } from '#server/adapters/sql/schema.ts'

export type DatabaseKind = 'sqlite' | 'postgres'

export interface Scope {
  readonly db: Kysely<Schema>
  readonly kind: DatabaseKind
}

/**
 * The end of a query whose rows stay locked until the transaction ends. The embedded store has one writer at a time and needs none.
 * Use as `.modifyEnd(forUpdate(kind))`.
 */
export const forUpdate = (kind: DatabaseKind) => (kind === 'postgres' ? sql`for update` : sql``)

/** Bound parameters that one statement may carry: 32,766 in SQLite, 65,535 in PostgreSQL. */
const mostParameters = 30_000

/** Cuts rows into portions that fit into one statement each. */
export function portions<Row extends object>(rows: readonly Row[]): Row[][] {
  const first = rows[0]
  if (!first) return []
  const size = Math.max(1, Math.floor(mostParameters / Math.max(1, Object.keys(first).length)))
  const cut: Row[][] = []
  for (let from = 0; from < rows.length; from += size) cut.push(rows.slice(from, from + size))
  return cut
}
