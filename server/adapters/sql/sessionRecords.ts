// Records of sessions in SQL: one object over the parts, each with its own tables.
import type { Database } from '#server/adapters/sql/database.ts'
import { sqlBetweenSessions } from '#server/adapters/sql/sessionRecordsBetween.ts'
import { sqlHeldSessions } from '#server/adapters/sql/sessionRecordsHeld.ts'
import { sqlStartedInitiatives } from '#server/adapters/sql/sessionRecordsInitiatives.ts'
import { sqlPresenceLines } from '#server/adapters/sql/sessionRecordsPresence.ts'
import type { SessionRecords } from '#server/ports/sessionRecords.ts'

export const sqlSessionRecords = (database: Database): SessionRecords => ({
  ...sqlHeldSessions(database),
  ...sqlPresenceLines(database),
  ...sqlStartedInitiatives(database),
  ...sqlBetweenSessions(database),
})
