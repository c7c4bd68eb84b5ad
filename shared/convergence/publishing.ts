// From the converged document to published recommendations: what is still missing, and the versions that come out.

import { ok, type Result, refuse } from '#shared/contract/result.ts'
import {
  type ConvergenceState,
  type Item,
  type PublishedDocument,
  placeOf,
  textsIn,
} from '#shared/convergence/convergenceState.ts'
import { annexOf, fateOf, numbersOf } from '#shared/convergence/coverage.ts'
import type { HandedText } from '#shared/convergence/handedText.ts'
import { groupReviews, unreviewedGroups } from '#shared/convergence/reviews.ts'
import type { Recommendation } from '#shared/cycle/cycleFile.ts'
import { type PublishedVersion, recommendationFingerprint } from '#shared/publication/publishedVersion.ts'

export interface Lacks {
  /** Ids of handed-over texts that are not accounted for. */
  readonly texts: readonly string[]
  /** Ids of items without a summary, without a proposal. */
  readonly summaries: readonly string[]
  readonly proposals: readonly string[]
  /** Ids of items of which no text is handed over any more: its group took its list back. */
  readonly sources: readonly string[]
}

export function lacksOf(state: ConvergenceState, texts: readonly HandedText[]): Lacks {
  const items = Object.values(state.items)
  const without = (has: (item: Item) => string): string[] =>
    items.filter((item) => has(item).trim() === '').map(({ id }) => id)
  return {
    texts: texts.filter((text) => fateOf(state, texts, text) === null).map(({ id }) => id),
    summaries: without(({ summary }) => summary),
    proposals: without(({ proposition }) => proposition),
    sources: items
      .filter(({ id }) => textsIn(state, texts, { itemId: id, as: 'text' }).length === 0)
      .map(({ id }) => id),
  }
}

export interface Publishing {
  readonly texts: readonly HandedText[]
  /** Groups that did not find everything faithful, as they stood on the screen of whoever publishes. */
  readonly knowing: readonly string[]
  /** Ids of items whose text, written by several people, is not taken over as it stands. [CV14] */
  readonly stillWritten?: readonly string[]
  readonly byName: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** `YYYY-MM-DD` */
  readonly date: string
}

/**
 * [CV12] Nothing is published before every handed-over text is accounted for and every item has its summary, its proposal
 * and a text that is handed over still.
 * [CV13] Groups that have not found their items faithful are named to whoever publishes, and on each of those items.
 */
export function publish(state: ConvergenceState, how: Publishing): Result<PublishedDocument> {
  const { at, byName, date, knowing, stillWritten = [], texts } = how
  if (state.published) return refuse('wrong-state', 'published')
  if (stillWritten.length > 0) return refuse('wrong-state', 'notTakenOver')
  const lacks = lacksOf(state, texts)
  if (texts.length === 0 || lacks.texts.length > 0) return refuse('wrong-state', 'uncovered')
  if (lacks.summaries.length > 0) return refuse('wrong-state', 'summariesWanted')
  if (lacks.proposals.length > 0) return refuse('wrong-state', 'proposalsWanted')
  if (lacks.sources.length > 0) return refuse('wrong-state', 'sourcesGone')
  const unreviewed = unreviewedGroups(state, texts)
  if (unreviewed.length !== knowing.length || unreviewed.some((id) => !knowing.includes(id)))
    return refuse('conflict', 'reviewsChanged')
  const families = state.families.filter(({ items }) => items.length > 0)
  const numbers = numbersOf(state)
  const ordered = families.flatMap(({ items, title }) => items.map((id) => ({ id, title })))
  const versions = ordered.flatMap(({ id, title }, n): PublishedVersion[] => {
    const item = state.items[id]
    if (!item) return []
    const recommendation = recommendationOf(state, texts, { item, number: numbers.get(id) ?? '', date })
    const reviews = groupReviews(state, texts, item)
    const about = { family: title, place: n + 1, summaryBy: item.summaryBy?.name ?? null, reviews }
    const fingerprint = recommendationFingerprint(recommendation)
    return [
      { recommendation, version: 1, fingerprint, cause: 'publication', why: '', byName, at, date, about },
    ]
  })
  const shown = families.map(({ items, title }) => ({ title, items: items.map(recommendationId) }))
  return ok({ versions, families: shown, annex: annexOf(state, texts), byName, at })
}

export const recommendationId = (itemId: string): string => `rec-${itemId}`

interface Publishable {
  readonly item: Item
  readonly number: string
  readonly date: string
}

function recommendationOf(
  state: ConvergenceState,
  texts: readonly HandedText[],
  { date, item, number }: Publishable,
): Recommendation {
  const sources = textsIn(state, texts, { itemId: item.id })
  const own = textsIn(state, texts, { itemId: item.id, as: 'text' })
  return {
    ...{ id: recommendationId(item.id), code: number, themeId: item.themeId, title: item.title },
    ...{ summary: item.summary, constat: item.constat, proposition: item.proposition, moyens: item.moyens },
    nuances: nuancesOf(state, texts, item),
    ...{ jurisdictions: [...item.jurisdictions], kind: item.kind, maturity: item.maturity },
    contextIds: [...new Set([...item.contextIds, ...own.flatMap(({ contextIds }) => contextIds)])],
    groupIds: [...new Set(sources.flatMap(({ groupIds }) => groupIds))],
    provenance: sources.flatMap((text) =>
      text.groupIds.map((groupId) => ({
        draftId: text.draftId,
        groupId,
        relation: relationOf(state, text, own),
      })),
    ),
    status: null,
    updatedAt: date,
  }
}

function relationOf(
  state: ConvergenceState,
  { id }: HandedText,
  own: readonly HandedText[],
): Recommendation['provenance'][number]['relation'] {
  const isSplit = (placeOf(state, id)?.into.length ?? 0) > 1
  const isMerged = own.length > 1 || !own.some((one) => one.id === id)
  if (isSplit) return isMerged ? 'split-merged' : 'split'
  return isMerged ? 'merged' : 'kept'
}

/** The nuances of every text an item was made of, and the texts that were joined to it as one. */
export function nuancesOf(
  state: ConvergenceState,
  texts: readonly HandedText[],
  item: Item,
): NonNullable<Recommendation['nuances']> {
  const own = textsIn(state, texts, { itemId: item.id, as: 'text' })
  const joined = textsIn(state, texts, { itemId: item.id, as: 'nuance' })
  const all = [
    ...own.flatMap(({ groupIds, nuances }) =>
      nuances.map(({ groupId, text, type }) => ({ groupId: groupId ?? groupIds[0] ?? null, type, text })),
    ),
    ...joined.map((text) => ({
      groupId: text.groupIds[0] ?? null,
      type: placeOf(state, text.id)?.into.find(({ itemId }) => itemId === item.id)?.nuanceType ?? 'nuance',
      text: [text.title, text.proposition || text.summary].filter(Boolean).join('\n'),
    })),
  ]
  return all.map((one, n) => ({ id: `nu-${item.id}-${n + 1}`, ...one }))
}
