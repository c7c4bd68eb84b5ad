// The writer's thread: the only place that writes to the embedded store, so that an fsync never delays a keystroke.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import SqliteDatabase from 'better-sqlite3'
import { Kysely } from 'kysely'
import { procedures } from '#server/adapters/sql/procedures.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import { localDriver, SqliteConnection } from '#server/adapters/sql/sqliteConnection.ts'
import { sqliteDialect } from '#server/adapters/sql/sqliteDialect.ts'
import { holdStoreLock } from '#server/adapters/sql/storeLock.ts'
import type {
  WriterAnswer,
  WriterError,
  WriterRequest,
  WriterSettings,
} from '#server/adapters/sql/writerProtocol.ts'

const port = parentPort
if (!port) throw new Error('sqliteWorker.ts runs as a worker thread only')
const { file, lockFile } = workerData as WriterSettings // given by sqliteWriter.ts

function openFile(): SqliteDatabase.Database {
  const opened = new SqliteDatabase(file, { timeout: 5_000 })
  opened.pragma('journal_mode = WAL')
  opened.pragma('synchronous = FULL')
  opened.pragma('foreign_keys = ON')
  opened.pragma('secure_delete = ON')
  return opened
}

const describe = (error: unknown): WriterError =>
  error instanceof Error
    ? {
        name: error.name,
        message: error.message,
        // SQLite's errors and Node's own carry a code.
        code: (error as { code?: unknown }).code?.toString(),
        stack: error.stack,
      }
    : { name: 'Error', message: String(error), code: undefined, stack: undefined }

const forgets = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'forgets' in value && value.forgets === true

const say = (answer: WriterAnswer) => port.postMessage(answer)

try {
  mkdirSync(dirname(file), { recursive: true })
  const releaseLock = holdStoreLock(lockFile)
  const database = openFile()
  const connection = new SqliteConnection(database)
  const db = new Kysely<Schema>({ dialect: sqliteDialect(() => localDriver(database)) })

  const runProcedure = async (request: WriterRequest & { kind: 'procedure' }): Promise<unknown> => {
    database.exec('begin immediate')
    try {
      // The caller's types tie each name to its input.
      const value = await procedures[request.name]({ db, kind: 'sqlite' }, request.input as never)
      database.exec('commit')
      // Old pages stay in the file, and in the write-ahead log, until the log is folded into it.
      if (forgets(value)) database.pragma('wal_checkpoint(TRUNCATE)')
      return value
    } catch (error) {
      if (database.inTransaction) database.exec('rollback')
      throw error
    }
  }

  const answer = async (request: WriterRequest): Promise<unknown> => {
    if (request.kind === 'query') {
      // A full disk may already have rolled back: rolling back again must not hide that error.
      if (request.sql === 'rollback' && !database.inTransaction) return { rows: [] }
      return connection.run(request.sql, request.parameters)
    }
    if (request.kind === 'procedure') return await runProcedure(request)
    database.close()
    releaseLock()
    return undefined
  }

  port.on('message', (request: WriterRequest) => {
    answer(request).then(
      (value) => {
        say({ id: request.id, ok: true, value })
        if (request.kind === 'close') port.close()
      },
      (error: unknown) => say({ id: request.id, ok: false, error: describe(error) }),
    )
  })
  say({ id: 0, ok: true, value: 'open' })
} catch (error) {
  say({ id: 0, ok: false, error: describe(error) })
  port.close()
}
