// Rooms, their spaces and their versioned state with its journal.
import type { Access, RoomKind } from '#shared/people/access.ts'

export interface Room {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly kind: RoomKind
  readonly groupIds: readonly string[]
  readonly spaces: readonly {
    readonly spaceId: string
    readonly groupId: string | null
    readonly opened?: Access
  }[]
  /** Whether newcomers may enter with the code. */
  readonly doorOpen: boolean
  readonly sessionId: string | null
}

export interface RoomState {
  /** 0 before the first command. */
  readonly version: number
  /** JSON: slice name -> slice state. */
  readonly state: Readonly<Record<string, unknown>>
}

export interface JournalEntry {
  /** Chosen by the client: a retry carries the same. */
  readonly commandId: string
  readonly command: string
  readonly participantId: string
  readonly input: unknown
  readonly answer: unknown
  /** Milliseconds since 1970, server clock. */
  readonly at: number
}

export type SaveOutcome =
  | { readonly kind: 'saved' }
  /** Somebody else saved in between: read again and decide again. */
  | { readonly kind: 'stale' }
  /** This command was already kept: give its first answer again. */
  | { readonly kind: 'duplicate'; readonly answer: unknown }

export interface Rooms {
  roomByCode(code: string): Promise<Room | undefined>
  room(id: string): Promise<Room | undefined>
  all(): Promise<readonly Room[]>
  /** Makes or replaces a room by id. Codes are unique, compared in upper case. */
  saveRoom(room: Room): Promise<void>
  removeRoom(id: string): Promise<void>
  state(roomId: string): Promise<RoomState>
  /** Writes state `version + 1` and the journal line in one transaction. */
  saveState(
    roomId: string,
    version: number,
    state: RoomState['state'],
    entry: JournalEntry,
  ): Promise<SaveOutcome>
}
