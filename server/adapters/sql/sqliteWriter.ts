// The main thread's end of the writer's thread: queries, transactions and whole procedures, one transaction at a time.
import { Worker } from 'node:worker_threads'
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from 'kysely'
import { mutex } from '#server/adapters/sql/mutex.ts'
import type { ProcedureName } from '#server/adapters/sql/procedures.ts'
import { storeInUse } from '#server/adapters/sql/storeLock.ts'
import type {
  Asked,
  WriterAnswer,
  WriterError,
  WriterRequest,
  WriterSettings,
} from '#server/adapters/sql/writerProtocol.ts'
import { StoreFailure } from '#server/ports/storeFailure.ts'

export interface SqliteWriter {
  readonly driver: Driver
  /** Runs a whole transaction in the writer's thread, in one round trip. */
  run(name: ProcedureName, input: unknown): Promise<unknown>
  close(): Promise<void>
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** Opens the file, or rejects with `StoreFailure` of kind `in-use`. `onBroken` is told once when writing has become impossible. */
export async function openSqliteWriter(
  settings: WriterSettings,
  onBroken: (error: StoreFailure) => void,
): Promise<SqliteWriter> {
  const channel = await openChannel(settings, onBroken)
  const turn = mutex()

  const inTurn = async <T>(act: () => Promise<T>): Promise<T> => {
    const letGo = await turn.acquire()
    try {
      return await act()
    } finally {
      letGo()
    }
  }

  return {
    driver: writerDriver(channel, turn),
    run: (name, input) => inTurn(() => channel.ask({ kind: 'procedure', name, input })),
    close: () => inTurn(() => channel.close()),
  }
}

interface Channel {
  ask(asked: Asked): Promise<unknown>
  close(): Promise<void>
}

async function openChannel(
  settings: WriterSettings,
  onBroken: (error: StoreFailure) => void,
): Promise<Channel> {
  const worker = new Worker(new URL('./sqliteWorker.ts', import.meta.url), { workerData: settings })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let broken: StoreFailure | undefined

  const breakDown = (failure: StoreFailure) => {
    if (broken) return
    broken = failure
    for (const { reject } of waiting.values()) reject(failure)
    waiting.clear()
    if (failure.kind !== 'closed') onBroken(failure)
  }

  const opened = new Promise<unknown>((resolve, reject) => waiting.set(0, { resolve, reject }))
  worker.on('message', (answer: WriterAnswer) => {
    const asker = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.ok) return asker?.resolve(answer.value)
    const failure = failureOf(answer.error)
    // A thread that could not open the file ends: its last message and its end may be told in one go, before any promise is.
    if (answer.id === 0) broken = new StoreFailure('closed', 'the store could not be opened')
    asker?.reject(failure)
    if (answer.id !== 0 && failure instanceof StoreFailure && failure.kind === 'broken') breakDown(failure)
  })
  worker.on('error', (error) =>
    breakDown(new StoreFailure('broken', `the store's writer failed: ${String(error)}`, error)),
  )
  worker.on('exit', () => breakDown(new StoreFailure('broken', "the store's writer has stopped")))

  const ask = (asked: Asked): Promise<unknown> => {
    if (broken) return Promise.reject(broken)
    const id = ++lastId
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      worker.postMessage({ ...asked, id } as WriterRequest) // `Asked` is a request without its number
    })
  }
  const close = async () => {
    if (broken) return
    await ask({ kind: 'close' })
    breakDown(new StoreFailure('closed', 'the store is closed'))
    await worker.terminate()
  }

  await opened.catch(async (error: unknown) => {
    await worker.terminate()
    throw error
  })
  return { ask, close }
}

function writerDriver(channel: Channel, turn: ReturnType<typeof mutex>): Driver {
  const held = new WeakMap<DatabaseConnection, () => void>()
  const raw = async (connection: DatabaseConnection, sql: string) =>
    void (await connection.executeQuery(CompiledQuery.raw(sql)))
  return {
    init: async () => undefined,
    async acquireConnection() {
      const letGo = await turn.acquire()
      const connection = remoteConnection(channel)
      held.set(connection, letGo)
      return connection
    },
    async releaseConnection(connection) {
      held.get(connection)?.()
    },
    beginTransaction: (connection) => raw(connection, 'begin immediate'),
    commitTransaction: (connection) => raw(connection, 'commit'),
    rollbackTransaction: (connection) => raw(connection, 'rollback'),
    destroy: async () => undefined,
  }
}

const remoteConnection = (channel: Channel): DatabaseConnection => ({
  async executeQuery<Row>(query: CompiledQuery) {
    const asked = { kind: 'query', sql: query.sql, parameters: query.parameters.map(portable) } as const
    return (await channel.ask(asked)) as QueryResult<Row> // the writer answers with what its connection returned
  },
  // The interface asks for a generator; nothing here streams.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('this store is read in pages, not streamed')
  },
})

/** Posting a view posts the whole buffer under it: a small message from a socket would carry its 8 KiB pool along. */
const portable = (value: unknown): unknown => (value instanceof Uint8Array ? new Uint8Array(value) : value)

function failureOf(error: WriterError): Error {
  const code = error.code ?? ''
  if (code === storeInUse) return new StoreFailure('in-use', error.message)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    return new StoreFailure('full', 'no space left for the store')
  if (/^SQLITE_(IOERR|CORRUPT|NOTADB|CANTOPEN|READONLY)/.test(code)) {
    return new StoreFailure('broken', `the store cannot be written: ${error.message} (${code})`)
  }
  const copy = Object.assign(new Error(error.message), { code })
  copy.name = error.name
  if (error.stack !== undefined) copy.stack = error.stack
  return copy
}
