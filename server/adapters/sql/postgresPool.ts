// Connections to PostgreSQL: how they are opened, how numbers come back, what a lost connection means.
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Schema } from '#server/adapters/sql/schema.ts'
import { StoreFailure } from '#server/ports/storeFailure.ts'

/** Numbers here are counts, sizes and milliseconds: they stay below 2^53. */
const asNumber = (text: string): number => Number(text)

const numeric: readonly number[] = [pg.types.builtins.INT8, pg.types.builtins.NUMERIC]

export function openPostgres(url: string, onLost: (error: Error) => void): Kysely<Schema> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 12,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    types: {
      getTypeParser: (id: number, format?: 'text' | 'binary') =>
        format !== 'binary' && numeric.includes(id) ? asNumber : pg.types.getTypeParser(id, format),
    } as pg.CustomTypesConfig, // the overloads of getTypeParser cannot be written as one arrow
  })
  // Without a listener a connection that dies while idle would end the process.
  pool.on('error', onLost)
  return new Kysely<Schema>({
    dialect: new PostgresDialect({
      pool,
      onCreateConnection: async (connection) => {
        // Acknowledged means on disk, whatever the server's own settings say.
        await connection.executeQuery(CompiledQuery.raw('set synchronous_commit to on'))
      },
    }),
  })
}

const lostConnection = /^(08|57P0|53300)|^(ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN)/

/** Gives errors of the outside their meaning; anything else is a bug and stays as it is. */
export function postgresFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreFailure) return error
  const code = String((error as { code?: unknown }).code ?? '') // pg's and Node's errors carry a code
  if (code === '53100') return new StoreFailure('full', 'no space left for the store', error)
  if (code === '58030' || code === 'XX001' || code === 'XX002')
    return new StoreFailure('broken', error.message, error)
  if (
    lostConnection.test(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered/.test(error.message)
  ) {
    return new StoreFailure('unreachable', `the database cannot be reached: ${error.message || code}`, error)
  }
  return error
}

/** Two transactions that stood in each other's way: neither wrote anything, trying again is right. */
export const isWorthRetrying = (error: unknown): boolean =>
  error instanceof Error && ['40001', '40P01'].includes(String((error as { code?: unknown }).code)) // pg's errors carry a code
