// Who comes to which session, whoever said so on whichever page, and how many places there are.
import type { AuthorKey } from '#server/ports/sessionRecords.ts'
import type { Places } from '#shared/cyclePage/cycleAnswers.ts'
import type { Coming } from '#shared/group/groupPage.ts'

export interface Registration {
  readonly sessionId: string
  /** The group with which this person is counted, and the room with which the answer goes; null: with none. */
  readonly groupId: string
  readonly roomId: string | null
  readonly author: AuthorKey
  /** As somebody without an account signs; null keeps no name. */
  readonly name: string | null
  /** `null` takes the answer back, and the name with it. */
  readonly answer: Coming | null
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface Registered {
  readonly author: AuthorKey
  readonly name: string | null
  readonly answer: Coming
}

export interface Registrations {
  /** One answer of a person to a session, the last one; `full` where the places were taken, also at the same instant. */
  register(registration: Registration): Promise<'saved' | 'full'>
  /** By session; each person once. Sessions that nobody answered are left out. */
  registered(sessionIds: readonly string[]): Promise<ReadonlyMap<string, readonly Registered[]>>
  /** A person's own answers, by session. */
  answersOf(author: AuthorKey): Promise<ReadonlyMap<string, Coming>>
  places(sessionIds: readonly string[]): Promise<ReadonlyMap<string, Places>>
  setPlaces(sessionId: string, places: Places, roomId: string | null): Promise<void>
}
