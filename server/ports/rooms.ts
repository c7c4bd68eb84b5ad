// Rooms, their spaces and their versioned state with its journal.
import type { Aparte, Opening, RoomKind } from '#shared/people/access.ts'

export interface Room {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly kind: RoomKind
  readonly groupIds: readonly string[]
  readonly spaces: readonly {
    readonly spaceId: string
    readonly groupId: string | null
    readonly opened?: Opening
  }[]
  /** Whether newcomers may enter with the code. */
  readonly doorOpen: boolean
  readonly sessionId: string | null
  /** Of a room apart from its parent: never listed, never entered by its code. */
  readonly aparte?: Aparte
  /** Of a joint session: when the groups' rights in each other's drafts end. Absent where they never end by themselves. [A8] */
  readonly jointSession?: RoomSession
}

export interface RoomSession {
  /** When the rights end by themselves, the grace included; null where only a facilitator ends them. Milliseconds since 1970. */
  readonly rightsEndAt: number | null
  /** When a facilitator ended the session. */
  readonly endedAt: number | null
  /** Groups that show their drafts again since. */
  readonly renewedBy: readonly string[]
}

export interface RoomState {
  /** 0 before the first command. */
  readonly version: number
  /** JSON: slice name -> slice state. */
  readonly state: Readonly<Record<string, unknown>>
}

/** What the server alone knows of a room: slice name -> JSON. Kept apart, in the same transaction as the state. */
export type RoomSecrets = Readonly<Record<string, unknown>>

/** To be done outside the state once a decision is kept, and until it is done. Whoever does it may have to do it again. */
export interface KeptEffect {
  /** Never the same twice; what the effect makes is named after it, so that doing it again changes nothing. */
  readonly id: string
  readonly roomId: string
  readonly slice: string
  readonly kind: string
  readonly input: unknown
}

/** What a decision changes beside the state and its journal line. */
export interface MoreToSave {
  /** The slice's whole secret; null takes it away. */
  readonly secret?: { readonly slice: string; readonly value: unknown }
  readonly effects?: readonly Omit<KeptEffect, 'roomId'>[]
}

export interface JournalLine extends JournalEntry {
  /** The version that this command made. */
  readonly version: number
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
  /** Every room that people may be shown: no aparté. */
  all(): Promise<readonly Room[]>
  /** The apartés of one room, or of all. */
  apartes(parentId?: string): Promise<readonly Room[]>
  /** Makes or replaces a room by id. Codes are unique, compared in upper case. */
  saveRoom(room: Room): Promise<void>
  /** With its apartés. */
  removeRoom(id: string): Promise<void>
  state(roomId: string): Promise<RoomState>
  secrets(roomId: string): Promise<RoomSecrets>
  /** Writes state `version + 1`, the journal line and `more` in one transaction. */
  saveState(
    roomId: string,
    version: number,
    state: RoomState['state'],
    entry: JournalEntry & { readonly more?: MoreToSave },
  ): Promise<SaveOutcome>
  /** In the order in which they were decided. */
  pendingEffects(roomId?: string): Promise<readonly KeptEffect[]>
  effectDone(id: string): Promise<void>
  /** Lines after `version`, oldest first, at most `limit`. */
  journal(
    roomId: string,
    page: { readonly after: number; readonly limit: number },
  ): Promise<readonly JournalLine[]>
}
