// What every HTTP resource is given; made once in server/main.ts.
import type { Request } from 'express'
import type { Logger } from 'pino'
import type { Config } from '#server/config.ts'
import type { Gate } from '#server/live/gate.ts'
import type { LiveRooms } from '#server/live/rooms.ts'
import type { RoomsPresence } from '#server/live/roomsPresence.ts'
import type { Cycle } from '#server/ports/cycle.ts'
import type { DocumentLog } from '#server/ports/documentLog.ts'
import type { Files } from '#server/ports/files.ts'
import type { JointRecords } from '#server/ports/jointRecords.ts'
import type { Account, Participant, People } from '#server/ports/people.ts'
import type { Rooms } from '#server/ports/rooms.ts'
import type { SessionRecords } from '#server/ports/sessionRecords.ts'
import type { Settings } from '#server/ports/settings.ts'
import type { Versions } from '#server/ports/versions.ts'
import type { DocumentLane } from '#server/transport/documentLane.ts'

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
  identify(request: Request): Promise<Identity>
  /** The participant that this browser is in a room (account first, then device); removed ones are left out. */
  participantOf(request: Request, roomId: string): Promise<Participant | undefined>
  /** Milliseconds since 1970. */
  now(): number
}
