// Brings a store to the present shape of its tables: one list for both databases, all pending steps in one transaction.
import { type Migration, Migrator } from 'kysely/migration'
import type { Database } from '#server/adapters/sql/database.ts'
import { aparteColumns } from '#server/adapters/sql/migrations/aparteColumns.ts'
import { cycleTables } from '#server/adapters/sql/migrations/cycleTables.ts'
import { jointTables } from '#server/adapters/sql/migrations/jointTables.ts'
import { liveTables } from '#server/adapters/sql/migrations/liveTables.ts'
import { roomSecretTables } from '#server/adapters/sql/migrations/roomSecretTables.ts'
import { sessionRecordTables } from '#server/adapters/sql/migrations/sessionRecordTables.ts'
import { versionTables } from '#server/adapters/sql/migrations/versionTables.ts'
import type { DatabaseKind } from '#server/adapters/sql/scope.ts'

/** In the order of their names. A migration that was published is never changed: a later one corrects it. */
export const migrations = (kind: DatabaseKind): Record<string, Migration> => ({
  '0001-live-tables': liveTables(kind),
  '0002-cycle-tables': cycleTables(kind),
  '0003-room-secret-tables': roomSecretTables(),
  '0004-session-record-tables': sessionRecordTables(),
  '0005-aparte-columns': aparteColumns(),
  '0006-version-tables': versionTables(),
  '0007-joint-tables': jointTables(),
})

/** Safe to be killed at any moment and to be run by several processes at once. Throws when a step fails: nothing of it is kept. */
export async function migrate(database: Database, list = migrations(database.kind)): Promise<void> {
  const migrator = new Migrator({ db: database.write, provider: { getMigrations: async () => list } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error instanceof Error ? error : new Error(String(error))
}
