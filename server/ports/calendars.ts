// Calendars that people subscribe to, and what was told of each session, so that a change is told as one.
import type { AuthorKey } from '#server/ports/sessionRecords.ts'

export interface CalendarFeed {
  readonly id: string
  readonly author: AuthorKey
  /** Null: everything that concerns its author. */
  readonly groupId: string | null
  /** Milliseconds since 1970. */
  readonly madeAt: number
}

export interface ToldSession {
  readonly sessionId: string
  /** What a calendar must hear of when it changes: the time, and whether it is cancelled. */
  readonly fingerprint: string
  /** JSON: enough to tell of a session that is gone. */
  readonly body: string
}

export interface Calendars {
  /** `hash`: SHA-256 (hex) of the token, which is kept nowhere. */
  makeFeed(feed: CalendarFeed & { readonly hash: string }): Promise<void>
  /** Undefined for one that is unknown or revoked. */
  feedByHash(hash: string): Promise<CalendarFeed | undefined>
  /** Those that still open, newest first. */
  feeds(author: AuthorKey): Promise<readonly CalendarFeed[]>
  /** False where it is not this person's. */
  revokeFeed(author: AuthorKey, id: string): Promise<boolean>

  /** Remembers what is told now; the answer is each session's sequence, which rises when its fingerprint changes. */
  tell(sessions: readonly ToldSession[]): Promise<ReadonlyMap<string, number>>
  /** Everything that was ever told. */
  told(): Promise<readonly ToldSession[]>
}
