// Opens the store: SQLite in DATA_DIR, written by one thread of its own, or PostgreSQL; the same tables and transactions on both.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { Kysely, sql } from 'kysely'
import { isWorthRetrying, openPostgres, postgresFailure } from '#server/adapters/sql/postgresPool.ts'
import {
  type ProcedureAnswer,
  type ProcedureInput,
  type ProcedureName,
  procedures,
} from '#server/adapters/sql/procedures.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import type { DatabaseKind } from '#server/adapters/sql/scope.ts'
import { localDriver } from '#server/adapters/sql/sqliteConnection.ts'
import { sqliteDialect } from '#server/adapters/sql/sqliteDialect.ts'
import { openSqliteWriter } from '#server/adapters/sql/sqliteWriter.ts'
import { StoreFailure } from '#server/ports/storeFailure.ts'

export interface Logger {
  error(details: object, message: string): void
}

export interface DatabaseSettings {
  readonly dataDir: string
  /** `postgres://…`; the embedded store when absent. */
  readonly databaseUrl?: string | undefined
  readonly logger?: Logger | undefined
  /** Told once when the embedded store can no longer be written: stop acknowledging and end the process. */
  readonly onBroken?: ((failure: StoreFailure) => void) | undefined
}

export interface Database {
  readonly kind: DatabaseKind
  /** Sees what is committed. On the embedded store it reads on this thread, without waiting for the writer. */
  readonly read: Kysely<Schema>
  /** Writes one statement or one transaction at a time on the embedded store; resolves once on disk. */
  readonly write: Kysely<Schema>
  /** Runs a named transaction, on the embedded store in one round trip to the writer's thread; resolves once on disk. */
  run<N extends ProcedureName>(name: N, input: ProcedureInput<N>): Promise<ProcedureAnswer<N>>
  /** Rejects with `StoreFailure` when the store cannot be reached within two seconds, or can no longer be written. */
  reachable(): Promise<void>
  close(): Promise<void>
}

/** Rejects with `StoreFailure` of kind `in-use` when another process holds the embedded store. Runs no migrations. */
export function openDatabase(settings: DatabaseSettings): Promise<Database> {
  return settings.databaseUrl
    ? openPostgresDatabase(settings.databaseUrl, settings)
    : openSqliteDatabase(settings)
}

/** The embedded store's file. */
export const storeFile = (dataDir: string): string => join(dataDir, 'store.sqlite')

async function openSqliteDatabase({ dataDir, logger, onBroken }: DatabaseSettings): Promise<Database> {
  mkdirSync(dataDir, { recursive: true })
  const file = storeFile(dataDir)
  let broken: StoreFailure | undefined
  const writer = await openSqliteWriter({ file, lockFile: join(dataDir, 'store.lock') }, (failure) => {
    broken = failure
    logger?.error({ err: failure }, 'the store can no longer be written')
    onBroken?.(failure)
  })
  const reader = new SqliteDatabase(file, { readonly: true, fileMustExist: true, timeout: 5_000 })
  const read = new Kysely<Schema>({ dialect: sqliteDialect(() => localDriver(reader)) })
  const write = new Kysely<Schema>({ dialect: sqliteDialect(() => writer.driver) })
  return {
    kind: 'sqlite',
    read,
    write,
    // The name ties the input and the answer to the procedure.
    run: <N extends ProcedureName>(name: N, input: ProcedureInput<N>) =>
      writer.run(name, input) as Promise<ProcedureAnswer<N>>,
    async reachable() {
      if (broken) throw broken
      await sql`select 1`.execute(read)
    },
    async close() {
      // The reader goes first: the last connection to close folds the write-ahead log into the file.
      await read.destroy()
      reader.close()
      await writer.close()
      await write.destroy()
    },
  }
}

async function openPostgresDatabase(url: string, { logger }: DatabaseSettings): Promise<Database> {
  const db = openPostgres(url, (error) => logger?.error({ err: error }, 'a database connection was lost'))
  // The name ties the input and the answer to the procedure.
  const transact = <N extends ProcedureName>(name: N, input: ProcedureInput<N>) =>
    db.transaction().execute(async (transaction): Promise<unknown> => {
      return await procedures[name]({ db: transaction, kind: 'postgres' }, input as never)
    }) as Promise<ProcedureAnswer<N>>
  return {
    kind: 'postgres',
    read: db,
    write: db,
    run: (name, input) => retrying(() => transact(name, input)),
    reachable: () => within(2_000, sql`select 1`.execute(db)),
    close: () => db.destroy(),
  }
}

async function retrying<T>(transact: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await transact()
    } catch (error) {
      if (tries === 5 || !isWorthRetrying(error)) throw postgresFailure(error)
    }
  }
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new StoreFailure('unreachable', 'the database does not answer')),
      milliseconds,
    )
  })
  try {
    await Promise.race([work, tooLate])
  } catch (error) {
    throw postgresFailure(error)
  } finally {
    clearTimeout(timer)
  }
}
