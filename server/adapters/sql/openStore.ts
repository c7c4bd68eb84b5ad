// Opens the whole store: its tables brought to their present shape, one adapter for each port.

import { sqlCycle } from '#server/adapters/sql/cycle/cycle.ts'
import { type Database, type DatabaseSettings, openDatabase } from '#server/adapters/sql/database.ts'
import { sqlDocumentLog } from '#server/adapters/sql/documentLog.ts'
import { sqlFiles } from '#server/adapters/sql/files.ts'
import { sqlJointRecords } from '#server/adapters/sql/jointRecords.ts'
import { migrate } from '#server/adapters/sql/migrations/migrate.ts'
import { sqlPeople } from '#server/adapters/sql/people.ts'
import { postgresFailure } from '#server/adapters/sql/postgresPool.ts'
import { sqlRooms } from '#server/adapters/sql/rooms.ts'
import { sqlSessionRecords } from '#server/adapters/sql/sessionRecords.ts'
import { sqlSettings } from '#server/adapters/sql/settings.ts'
import { sqlVersions } from '#server/adapters/sql/versions.ts'
import type { Cycle } from '#server/ports/cycle.ts'
import type { DocumentLog } from '#server/ports/documentLog.ts'
import type { Files } from '#server/ports/files.ts'
import type { JointRecords } from '#server/ports/jointRecords.ts'
import type { People } from '#server/ports/people.ts'
import type { Rooms } from '#server/ports/rooms.ts'
import type { SessionRecords } from '#server/ports/sessionRecords.ts'
import type { Settings } from '#server/ports/settings.ts'
import type { Versions } from '#server/ports/versions.ts'

export interface Store {
  readonly documentLog: DocumentLog
  readonly people: People
  readonly rooms: Rooms
  readonly files: Files
  readonly settings: Settings
  readonly cycle: Cycle
  readonly sessionRecords: SessionRecords
  readonly versions: Versions
  readonly jointRecords: JointRecords
  readonly database: Database
  /** Resolves while the store can be reached; rejects with `StoreFailure` otherwise. */
  ready(): Promise<void>
  close(): Promise<void>
}

/** Rejects with `StoreFailure` (`in-use`, `unreachable`, `full`, `broken`). */
export async function openStore(settings: DatabaseSettings): Promise<Store> {
  const database = await openDatabase(settings)
  try {
    await migrate(database)
  } catch (error) {
    await database.close()
    throw postgresFailure(error)
  }
  return {
    documentLog: sqlDocumentLog(database),
    people: sqlPeople(database),
    rooms: sqlRooms(database),
    files: sqlFiles(database, settings.dataDir),
    settings: sqlSettings(database),
    cycle: sqlCycle(database),
    sessionRecords: sqlSessionRecords(database),
    versions: sqlVersions(database),
    jointRecords: sqlJointRecords(database),
    database,
    ready: () => database.reachable(),
    close: () => database.close(),
  }
}
