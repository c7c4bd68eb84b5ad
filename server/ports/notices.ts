// Who is told by mail what became of what they follow, and until when they were told.
import type { NoticeWishes } from '#shared/notices/noticeRules.ts'

export interface NoticeState {
  readonly accountId: string
  /** Null for whoever never said anything. */
  readonly wishes: NoticeWishes | null
  /** Milliseconds since 1970: everything that was seen until then was told, or is older than the first look. */
  readonly toldUntil: number
  /** A telling that was begun and not finished: until when it tells. */
  readonly telling: number | null
  /** The word of the link with which a mail is the last one. */
  readonly stopToken: string
}

export interface Notices {
  noticeState(accountId: string): Promise<NoticeState | undefined>
  /** Where there is none yet; the first one stays. */
  beginNotices(state: Pick<NoticeState, 'accountId' | 'toldUntil' | 'stopToken'>): Promise<void>
  changeWishes(accountId: string, wishes: NoticeWishes): Promise<void>
  accountByStopToken(token: string): Promise<string | undefined>
  /**
   * Begins to tell what was seen after `from` and until `until`. A telling that was begun before is answered instead: it is finished
   * first, with the same words. Undefined where somebody else told it meanwhile.
   */
  beginTelling(
    accountId: string,
    span: { readonly from: number; readonly until: number },
  ): Promise<number | undefined>
  /** The mail is kept: what was begun is told. */
  finishTelling(accountId: string, until: number): Promise<void>

  /** Notes when each of these happenings was first seen; those that were seen before stay as they are. */
  seeHappenings(ids: readonly string[], at: number): Promise<void>
  /** Id -> milliseconds since 1970 at which it was first seen. */
  seenHappenings(): Promise<ReadonlyMap<string, number>>
}
