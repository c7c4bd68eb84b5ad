// Kysely's SQLite dialect over a driver of ours.
import { type Dialect, type Driver, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'

class TransactionalSqliteAdapter extends SqliteAdapter {
  // SQLite rolls schema changes back; only so is a migration that was killed in the middle as if it had never begun.
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

export function sqliteDialect(createDriver: () => Driver): Dialect {
  return {
    createAdapter: () => new TransactionalSqliteAdapter(),
    createDriver,
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}
