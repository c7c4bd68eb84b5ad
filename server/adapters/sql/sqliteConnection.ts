// Runs compiled queries on one better-sqlite3 handle; used by the reader on the main thread and inside the writer's thread.
import type SqliteDatabase from 'better-sqlite3'
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from 'kysely'

/** Prepared statements kept; a multi-row insert makes one statement for each number of rows. */
const keptStatements = 300

export class SqliteConnection implements DatabaseConnection {
  readonly #database: SqliteDatabase.Database
  readonly #statements = new Map<string, SqliteDatabase.Statement>()

  constructor(database: SqliteDatabase.Database) {
    this.#database = database
  }

  run<Row>(sql: string, parameters: readonly unknown[]): QueryResult<Row> {
    const statement = this.#statement(sql)
    // The row type is what the query builder inferred for this SQL.
    if (statement.reader) return { rows: statement.all(...parameters) as Row[] }
    const { changes } = statement.run(...parameters)
    return { rows: [], numAffectedRows: BigInt(changes) }
  }

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return new Promise((resolve) => resolve(this.run<Row>(query.sql, query.parameters)))
  }

  // The interface asks for a generator; nothing here streams.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('this store is read in pages, not streamed')
  }

  #statement(sql: string): SqliteDatabase.Statement {
    const known = this.#statements.get(sql)
    if (known) {
      this.#statements.delete(sql)
      this.#statements.set(sql, known)
      return known
    }
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    if (this.#statements.size > keptStatements) {
      const oldest = this.#statements.keys().next()
      if (!oldest.done) this.#statements.delete(oldest.value)
    }
    return statement
  }
}

/** A driver over one handle of this thread. Kysely itself makes transactions wait for one another. */
export function localDriver(database: SqliteDatabase.Database): Driver {
  const connection = new SqliteConnection(database)
  const raw = async (sql: string) => void (await connection.executeQuery(CompiledQuery.raw(sql)))
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    releaseConnection: async () => undefined,
    beginTransaction: () => raw('begin'),
    commitTransaction: () => raw('commit'),
    rollbackTransaction: () => raw('rollback'),
    destroy: async () => void database.close(),
  }
}
