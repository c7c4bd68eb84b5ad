// What every HTTP resource is given; made once in server/main.ts.
import type { Request } from 'express'
import type { Logger } from 'pino'
import type { Config } from '#server/config.ts'
import type { Gate } from '#server/live/gate.ts'
import type { LiveRooms } from '#server/live/rooms.ts'
import type { RoomsPresence } from '#server/live/roomsPresence.ts'
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
import type { Account, Participant, People } from '#server/ports/people.ts'
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
import type { DocumentLane } from '#server/transport/documentLane.ts'
import type { Changed } from '#shared/wire.ts'

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
  readonly accounts: Accounts
  readonly acts: Acts
  readonly outbox: Outbox
  readonly roomLinks: RoomLinks
  readonly registrations: Registrations
  readonly cycleMarks: CycleMarks
  readonly calendars: Calendars
  readonly followUp: FollowUpRecords
  readonly notices: Notices
  readonly assembly: AssemblyRecords
  readonly themes: ThemeRecords
}

/** Who is behind a request: by the session cookie, by the guest device's cookie, by both or by none. */
export interface Identity {
  readonly account?: Account
  /** SHA-256 (hex) of the session cookie; with `account` only. */
  readonly sessionHash?: string
  readonly device?: { readonly hash: string }
}

export interface Deps {
  readonly store: Store
  readonly lane: DocumentLane
  /** Who holds a ticket, and what it opens now. */
  readonly gate: Gate
  readonly config: Config
  /** Whether this process serves the demo: its sign-in, its banner, its moments. */
  readonly demo: boolean
  readonly logger: Logger
  readonly live: LiveRooms
  readonly presence: RoomsPresence
  /** Asks the gate again for these people's open lines (all when absent): documents and Socket.IO. */
  recheck(participantIds?: ReadonlySet<string>): Promise<void>
  /** Tells every line of a room that shows this draft to its person that something over HTTP changed. */
  tellChanged(what: Changed): void
  identify(request: Request): Promise<Identity>
  /** The participant that this browser is in a room (account first, then device); removed ones are left out. */
  participantOf(request: Request, roomId: string): Promise<Participant | undefined>
  /** Milliseconds since 1970. */
  now(): number
}
