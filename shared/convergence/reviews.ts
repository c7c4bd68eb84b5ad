// What the source groups' facilitators said of an item, pinned to the words that they read.
import {
  type Aspect,
  aspects,
  type ConvergenceState,
  type Item,
  type Review,
  type ReviewVerdict,
  textsIn,
} from '#shared/convergence/convergenceState.ts'
import { digestOf, type HandedText } from '#shared/convergence/handedText.ts'

/** Of an item's whole text with the nuances that go with it, or of its summary: a change of either lapses what was said of it. */
export function aspectFingerprint(
  state: ConvergenceState,
  texts: readonly HandedText[],
  { aspect, item }: { readonly aspect: Aspect; readonly item: Item },
): string {
  if (aspect === 'summary') return digestOf([item.summary])
  const sources = textsIn(state, texts, { itemId: item.id }).map(({ fingerprint, id }) => [id, fingerprint])
  const { title, constat, proposition, moyens, jurisdictions } = item
  return digestOf([title, constat, proposition, moyens, [...jurisdictions].sort(), ...sources])
}

/** The groups whose texts an item was made from or carries as a nuance. */
export const sourceGroups = (
  state: ConvergenceState,
  texts: readonly HandedText[],
  itemId: string,
): string[] => [...new Set(textsIn(state, texts, { itemId }).flatMap(({ groupIds }) => groupIds))]

/** [CV8] The last word of a group on the words as they stand; undefined where it said nothing or the words changed since. */
export function standingReview(
  state: ConvergenceState,
  texts: readonly HandedText[],
  { aspect, groupId, item }: { readonly aspect: Aspect; readonly groupId: string; readonly item: Item },
): Review | undefined {
  const fingerprint = aspectFingerprint(state, texts, { aspect, item })
  const last = state.reviews.findLast(
    (one) => one.itemId === item.id && one.groupId === groupId && one.aspect === aspect,
  )
  return last?.fingerprint === fingerprint ? last : undefined
}

/** What a group said and nobody answered yet: it lapsed, and only its word is kept to be read. */
export const lapsedReview = (
  state: ConvergenceState,
  { aspect, groupId, itemId }: { readonly aspect: Aspect; readonly groupId: string; readonly itemId: string },
): Review | undefined =>
  state.reviews.findLast((one) => one.itemId === itemId && one.groupId === groupId && one.aspect === aspect)

export interface GroupReview {
  readonly groupId: string
  /** `none` while the text or its summary has not been judged as it stands. */
  readonly verdict: ReviewVerdict | 'none'
  readonly name: string | null
}

/** [CV9] A group finds an item faithful when it finds its text and its summary faithful; one that is to be corrected is not. */
export function groupReviews(
  state: ConvergenceState,
  texts: readonly HandedText[],
  item: Item,
): readonly GroupReview[] {
  return sourceGroups(state, texts, item.id).map((groupId) => {
    const said = aspects.map((aspect) => standingReview(state, texts, { aspect, groupId, item }))
    const wrong = said.find((one) => one?.verdict === 'to-correct')
    if (wrong) return { groupId, verdict: 'to-correct', name: wrong.byName }
    const all = said.every((one) => one !== undefined)
    return { groupId, verdict: all ? 'faithful' : 'none', name: all ? (said[0]?.byName ?? null) : null }
  })
}

/** Groups that did not find every item with a text of theirs faithful, in the order of the lists. */
export function unreviewedGroups(state: ConvergenceState, texts: readonly HandedText[]): readonly string[] {
  const missing = new Set(
    Object.values(state.items).flatMap((item) =>
      groupReviews(state, texts, item).flatMap(({ groupId, verdict }) =>
        verdict === 'faithful' ? [] : [groupId],
      ),
    ),
  )
  return [...new Set(texts.flatMap(({ groupIds }) => groupIds))].filter((id) => missing.has(id))
}
