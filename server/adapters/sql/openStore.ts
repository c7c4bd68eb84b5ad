// Opens the whole store: its tables brought to their present shape, one adapter for each port.

import { sqlAccounts } from '#server/adapters/sql/accounts.ts'
import { sqlActs } from '#server/adapters/sql/accountsActs.ts'
import { sqlOutbox } from '#server/adapters/sql/accountsMails.ts'
import { sqlRoomLinks } from '#server/adapters/sql/accountsRoomLinks.ts'
import { sqlAssembly } from '#server/adapters/sql/assembly.ts'
import { sqlCalendars } from '#server/adapters/sql/calendars.ts'
import { sqlConsultation } from '#server/adapters/sql/consultation.ts'
import { sqlConvergence } from '#server/adapters/sql/convergence.ts'
import { sqlCycle } from '#server/adapters/sql/cycle/cycle.ts'
import { sqlCycleMarks } from '#server/adapters/sql/cycleMarks.ts'
import { type Database, type DatabaseSettings, openDatabase } from '#server/adapters/sql/database.ts'
import { sqlDocumentLog } from '#server/adapters/sql/documentLog.ts'
import { sqlFiles } from '#server/adapters/sql/files.ts'
import { sqlFollowUp } from '#server/adapters/sql/followUp.ts'
import { sqlHandovers } from '#server/adapters/sql/handovers.ts'
import { sqlInstruction } from '#server/adapters/sql/instruction.ts'
import { sqlJointRecords } from '#server/adapters/sql/jointRecords.ts'
import { sqlLibrary } from '#server/adapters/sql/library.ts'
import { migrate } from '#server/adapters/sql/migrations/migrate.ts'
import { sqlNotices } from '#server/adapters/sql/notices.ts'
import { sqlPeople } from '#server/adapters/sql/people.ts'
import { postgresFailure } from '#server/adapters/sql/postgresPool.ts'
import { sqlPublications } from '#server/adapters/sql/publications.ts'
import { sqlRegistrations } from '#server/adapters/sql/registrations.ts'
import { sqlRemarks } from '#server/adapters/sql/remarks.ts'
import { sqlRooms } from '#server/adapters/sql/rooms.ts'
import { sqlSessionRecords } from '#server/adapters/sql/sessionRecords.ts'
import { sqlSettings } from '#server/adapters/sql/settings.ts'
import { sqlThemes } from '#server/adapters/sql/themes.ts'
import { sqlVersions } from '#server/adapters/sql/versions.ts'
import { sqlYearRecords } from '#server/adapters/sql/yearRecords.ts'
import type { Accounts } from '#server/ports/accounts.ts'
import type { Acts } from '#server/ports/acts.ts'
import type { AssemblyRecords } from '#server/ports/assembly.ts'
import type { Calendars } from '#server/ports/calendars.ts'
import type { Consultation } from '#server/ports/consultation.ts'
import type { ConvergenceRecords } from '#server/ports/convergence.ts'
import type { Cycle } from '#server/ports/cycle.ts'
import type { CycleMarks } from '#server/ports/cycleMarks.ts'
import type { DocumentLog } from '#server/ports/documentLog.ts'
import type { Files } from '#server/ports/files.ts'
import type { FollowUpRecords } from '#server/ports/followUp.ts'
import type { Handovers } from '#server/ports/handovers.ts'
import type { InstructionRecords } from '#server/ports/instruction.ts'
import type { JointRecords } from '#server/ports/jointRecords.ts'
import type { LibraryRecords } from '#server/ports/library.ts'
import type { Outbox } from '#server/ports/mail.ts'
import type { Notices } from '#server/ports/notices.ts'
import type { People } from '#server/ports/people.ts'
import type { Publications } from '#server/ports/publications.ts'
import type { Registrations } from '#server/ports/registrations.ts'
import type { Remarks } from '#server/ports/remarks.ts'
import type { RoomLinks } from '#server/ports/roomLinks.ts'
import type { Rooms } from '#server/ports/rooms.ts'
import type { SessionRecords } from '#server/ports/sessionRecords.ts'
import type { Settings } from '#server/ports/settings.ts'
import type { ThemeRecords } from '#server/ports/themes.ts'
import type { Versions } from '#server/ports/versions.ts'
import type { YearRecords } from '#server/ports/yearRecords.ts'

export interface Store {
  readonly documentLog: DocumentLog
  readonly people: People
  readonly rooms: Rooms
  readonly files: Files
  readonly settings: Settings
  readonly cycle: Cycle
  readonly sessionRecords: SessionRecords
  readonly versions: Versions
  readonly handovers: Handovers
  readonly publications: Publications
  readonly year: YearRecords
  readonly convergence: ConvergenceRecords
  readonly library: LibraryRecords
  readonly consultation: Consultation
  readonly instruction: InstructionRecords
  readonly remarks: Remarks
  readonly jointRecords: JointRecords
  readonly registrations: Registrations
  readonly cycleMarks: CycleMarks
  readonly calendars: Calendars
  readonly followUp: FollowUpRecords
  readonly notices: Notices
  readonly assembly: AssemblyRecords
  readonly themes: ThemeRecords
  readonly accounts: Accounts
  readonly acts: Acts
  readonly outbox: Outbox
  readonly roomLinks: RoomLinks
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
    handovers: sqlHandovers(database),
    publications: sqlPublications(database),
    year: sqlYearRecords(database),
    convergence: sqlConvergence(database),
    library: sqlLibrary(database),
    consultation: sqlConsultation(database),
    instruction: sqlInstruction(database),
    remarks: sqlRemarks(database),
    jointRecords: sqlJointRecords(database),
    registrations: sqlRegistrations(database),
    cycleMarks: sqlCycleMarks(database),
    calendars: sqlCalendars(database),
    followUp: sqlFollowUp(database),
    notices: sqlNotices(database),
    assembly: sqlAssembly(database),
    themes: sqlThemes(database),
    accounts: sqlAccounts(database),
    acts: sqlActs(database),
    outbox: sqlOutbox(database),
    roomLinks: sqlRoomLinks(database),
    database,
    ready: () => database.reachable(),
    close: () => database.close(),
  }
}
