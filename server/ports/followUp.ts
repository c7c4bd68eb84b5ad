// What people add to the follow-up of recommendations, who follows what, and the recommendations of earlier cycles.
import type { ActTarget, KeptAct } from '#shared/followUp/acts.ts'
import type { FollowTarget } from '#shared/followUp/followUpAnswers.ts'
import type { PastRecommendation } from '#shared/pastImport/pastRecommendation.ts'

/** `stale`: others added to the target since the place that was seen. */
export type AppendOutcome = 'kept' | 'stale'

export interface Follow {
  readonly target: FollowTarget
  readonly targetId: string
}

export interface PastImport {
  readonly id: string
  /** The file's name, as people know it. */
  readonly name: string
  readonly byName: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly count: number
}

export interface FollowUpRecords {
  /**
   * Appends an act after the `seen` ones of its target; without `seen` after whatever is there. The same id again is kept already.
   * Nothing is ever changed or removed.
   */
  appendAct(act: Omit<KeptAct, 'place'>, seen?: number): Promise<AppendOutcome>
  /** Acts done on days before `before` or on it; all of a target, or everything; in the order in which they were kept. */
  acts(filter: {
    readonly until: string
    readonly target?: ActTarget
    readonly targetId?: string
  }): Promise<readonly KeptAct[]>

  follow(accountId: string, follow: Follow, at: number): Promise<void>
  unfollow(accountId: string, follow: Follow): Promise<void>
  follows(accountId: string): Promise<readonly Follow[]>
  /** Up to which instant the news were seen; 0 before the first look. Saying an earlier one changes nothing. */
  newsSeen(accountId: string): Promise<number>
  sawNews(accountId: string, at: number): Promise<void>

  /** Adds rows to an import, which the first of them makes; a place that is there already is left as it is. */
  addPast(
    about: Omit<PastImport, 'count'>,
    rows: readonly { readonly place: number; readonly past: PastRecommendation }[],
  ): Promise<void>
  /** Takes a whole import back: a file that was the wrong one. */
  withdrawPast(importId: string, at: number, byName: string): Promise<void>
  /** Standing ones, newest first. */
  pastImports(): Promise<readonly PastImport[]>
  /** Of standing imports; the latest years first. */
  pastRecommendations(): Promise<readonly PastRecommendation[]>
}
