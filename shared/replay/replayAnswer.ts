// What the server tells of a room's past before any instant of it is asked for: sessions, where something happened, and marks.
import type { DocumentKind } from '#shared/contract/documentName.ts'

export interface ReplayDocument {
  readonly name: string
  readonly kind: DocumentKind
  /** Null for the whiteboard. */
  readonly spaceId: string | null
  readonly groupId: string | null
}

/** Something that a person looks for on the time line. Never who: some of it was anonymous. */
export type ReplayMark = { readonly at: number } & (
  | { readonly kind: 'begin' | 'end' }
  | { readonly kind: 'step'; readonly title: string; readonly place: number }
  | { readonly kind: 'revealed' | 'decided' | 'initiative' | 'outcome'; readonly text: string }
  | { readonly kind: 'begun'; readonly titles: readonly string[] }
)

export interface ReplaySession {
  readonly id: string
  /** A session of the agenda, or a stretch of work without one. */
  readonly kind: 'session' | 'work'
  /** Milliseconds since 1970, server clock. */
  readonly from: number
  readonly to: number
  /** Changes in each equal part of the time from `from` to `to`. */
  readonly activity: readonly number[]
  readonly marks: readonly ReplayMark[]
}

export interface ReplayAnswer {
  /** Those that this person may read now. */
  readonly documents: readonly ReplayDocument[]
  /** Newest first. */
  readonly sessions: readonly ReplaySession[]
}

/** Parts into which a session's time is cut for its activity. */
export const activityParts = 120
