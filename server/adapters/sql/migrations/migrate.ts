// Brings a store to the present shape of its tables: one list for both databases, all pending steps in one transaction.
import { type Migration, Migrator } from 'kysely/migration'
import type { Database } from '#server/adapters/sql/database.ts'
import { accountTables } from '#server/adapters/sql/migrations/accountTables.ts'
import { aparteColumns } from '#server/adapters/sql/migrations/aparteColumns.ts'
import { assemblyTables } from '#server/adapters/sql/migrations/assemblyTables.ts'
import { avisColumns } from '#server/adapters/sql/migrations/avisColumns.ts'
import { consultationTables } from '#server/adapters/sql/migrations/consultationTables.ts'
import { convergenceTables } from '#server/adapters/sql/migrations/convergenceTables.ts'
import { cyclePageTables } from '#server/adapters/sql/migrations/cyclePageTables.ts'
import { cycleTables } from '#server/adapters/sql/migrations/cycleTables.ts'
import { expertColumns } from '#server/adapters/sql/migrations/expertColumns.ts'
import { followUpTables } from '#server/adapters/sql/migrations/followUpTables.ts'
import { formerCycleTables } from '#server/adapters/sql/migrations/formerCycleTables.ts'
import { handoverTables } from '#server/adapters/sql/migrations/handoverTables.ts'
import { instructionTables } from '#server/adapters/sql/migrations/instructionTables.ts'
import { jointTables } from '#server/adapters/sql/migrations/jointTables.ts'
import { libraryTables } from '#server/adapters/sql/migrations/libraryTables.ts'
import { linkColumns } from '#server/adapters/sql/migrations/linkColumns.ts'
import { liveTables } from '#server/adapters/sql/migrations/liveTables.ts'
import { noticeTables } from '#server/adapters/sql/migrations/noticeTables.ts'
import { publicationTables } from '#server/adapters/sql/migrations/publicationTables.ts'
import { remarkTables } from '#server/adapters/sql/migrations/remarkTables.ts'
import { roomSecretTables } from '#server/adapters/sql/migrations/roomSecretTables.ts'
import { sessionRecordTables } from '#server/adapters/sql/migrations/sessionRecordTables.ts'
import { themeTables } from '#server/adapters/sql/migrations/themeTables.ts'
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
  '0008-follow-up-tables': followUpTables(),
  '0009-cycle-page-tables': cyclePageTables(),
  '0010-account-tables': accountTables(),
  '0011-remark-tables': remarkTables(),
  '0012-handover-tables': handoverTables(),
  '0013-publication-tables': publicationTables(),
  '0014-convergence-tables': convergenceTables(),
  '0015-consultation-tables': consultationTables(),
  '0016-library-tables': libraryTables(),
  '0017-instruction-tables': instructionTables(),
  '0018-assembly-tables': assemblyTables(kind),
  '0019-theme-tables': themeTables(),
  '0020-notice-tables': noticeTables(),
  '0021-expert-columns': expertColumns(),
  '0022-link-columns': linkColumns(),
  '0024-avis-columns': avisColumns(),
  '0025-former-cycle-tables': formerCycleTables(),
})

/** Safe to be killed at any moment and to be run by several processes at once. Throws when a step fails: nothing of it is kept. */
export async function migrate(database: Database, list = migrations(database.kind)): Promise<void> {
  const migrator = new Migrator({ db: database.write, provider: { getMigrations: async () => list } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error instanceof Error ? error : new Error(String(error))
}
