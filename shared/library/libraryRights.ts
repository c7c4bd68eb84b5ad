// Who reads, adds and answers in the library: used by the page and by the server.
import { runsEverything } from '#shared/people/access.ts'
import type { Standing } from '#shared/people/actor.ts'

export interface LibraryReader {
  readonly standing: Standing
  readonly groupIds: readonly string[]
  /** Of an invited expert: the only groups that this person reads. */
  readonly readsGroupIds?: readonly string[] | null
}

/** [L1] Cards are added and corrected, and questions answered, by the shared team, invited experts, cooperative life and administrators. */
export const mayKeepCards = (who: LibraryReader | undefined): boolean =>
  who !== undefined && (who.standing === 'team' || runsEverything(who))

/** Who answers a group's questions: experts those of the groups that invited them. [A9] */
export const mayAnswer = (groupId: string, who: LibraryReader | undefined): boolean =>
  mayKeepCards(who) && (!who?.readsGroupIds || who.readsGroupIds.includes(groupId))

/** [L2] The political project and the statutes are put here by cooperative life and administrators. */
export const mayKeepDocuments = (who: LibraryReader | undefined): boolean =>
  who !== undefined && runsEverything(who)

export interface AskedQuestion {
  readonly groupId: string
  /** Whoever answered shares it with everybody. */
  readonly published: boolean
}

/**
 * [L3] A question is its group's until its answer is published: before that it is read by its people, by whoever is with them in a
 *      room that shows their texts, and by those who answer. A stranger is told neither its words nor that there is one.
 */
export const mayReadQuestion = (
  { groupId, published }: AskedQuestion,
  who: LibraryReader | undefined,
  readableGroups: ReadonlySet<string>,
): boolean => published || mayAnswer(groupId, who) || belongs(groupId, who) || readableGroups.has(groupId)

/** [L4] From which text a question came is told to those who may read that text, also once its answer is published. */
export const mayReadItsDraft = (
  { groupId }: AskedQuestion,
  who: LibraryReader | undefined,
  readableGroups: ReadonlySet<string>,
): boolean => mayAnswer(groupId, who) || belongs(groupId, who) || readableGroups.has(groupId)

const belongs = (groupId: string, who: LibraryReader | undefined): boolean =>
  who?.groupIds.includes(groupId) ?? false

export type QuestionState = 'open' | 'late' | 'answered'

/** [L5] Late from the day after the one that was asked for. */
export function questionState(
  { answered, due }: { readonly answered: boolean; readonly due: string },
  today: string,
): QuestionState {
  if (answered) return 'answered'
  return due < today ? 'late' : 'open'
}
