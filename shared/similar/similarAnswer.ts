// What the server says of a draft's close texts. It never says how close: people are told the words.
import type { Decision } from '#shared/cycle/cycleFile.ts'
import type { PastOutcome } from '#shared/pastImport/pastRecommendation.ts'
import type { RoomGroup } from '#shared/room/join.ts'
import type { CloseWords } from '#shared/similar/closeWords.ts'

export interface CloseDraft {
  readonly spaceId: string
  readonly draftId: string
  readonly code: string
  readonly title: string
  readonly summary: string
  /** Its paragraphs, parted by line ends. */
  readonly proposition: string
  /** Null for a joint room's draft. */
  readonly group: RoomGroup | null
  /** Of a room in which the asker may read it now; null where only its group's page shows it. */
  readonly roomCode: string | null
  readonly words: CloseWords
}

export interface PastFate {
  /** Whose decision it was, as people call it. */
  readonly board: string
  readonly decision: Decision['decision']
  readonly reason: string
}

/** What an import of an earlier cycle says became of it. */
export interface PastEnding {
  readonly outcome: PastOutcome
  /** May be empty: nobody wrote it down. */
  readonly reason: string
}

export interface CloseRecommendation {
  readonly id: string
  readonly code: string | null
  readonly title: string
  readonly summary: string
  /** Its paragraphs, parted by line ends. */
  readonly proposition: string
  /** Of an earlier cycle: the group or antenna that wrote it. May be empty. */
  readonly theme: string
  readonly year: number
  /** Whether it grew from this very draft. */
  readonly fromThis: boolean
  /** Empty while nothing was decided. */
  readonly fates: readonly PastFate[]
  /** Of an earlier cycle only; its boards' own decisions are not known. */
  readonly ending: PastEnding | null
  readonly words: CloseWords
}

/** Best first, few or none. */
export interface SimilarAnswer {
  readonly drafts: readonly CloseDraft[]
  readonly recommendations: readonly CloseRecommendation[]
}

/** A group's drafts that have close ones elsewhere. */
export interface GroupSimilarAnswer {
  readonly drafts: readonly (SimilarAnswer & {
    readonly spaceId: string
    readonly draftId: string
    readonly code: string
    readonly title: string
  })[]
}
