// What the convergence holds: families, items in order, where each handed-over text went, what source groups said, what was published.
import type { AnnexText } from '#shared/convergence/coverage.ts'
import type { HandedText } from '#shared/convergence/handedText.ts'
import type { DraftKind, Maturity, NuanceType } from '#shared/draft/vocabulary.ts'
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'

export interface Item {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly constat: string
  readonly proposition: string
  readonly moyens: string
  readonly jurisdictions: readonly string[]
  readonly kind: DraftKind
  readonly maturity: Maturity
  readonly themeId: string
  readonly contextIds: readonly string[]
  /** Who wrote the summary here; null while it is the one that the group handed over. */
  readonly summaryBy: { readonly id: string; readonly name: string } | null
  /** Rises with every change of the words, of the summary: what a change was made over. */
  readonly revision: number
  readonly summaryRevision: number
}

export interface Family {
  readonly id: string
  readonly title: string
  /** Ids of items, in their order. */
  readonly items: readonly string[]
}

export interface PlacedIn {
  readonly itemId: string
  readonly as: 'text' | 'nuance'
  /** Of what kind the nuance is. */
  readonly nuanceType: NuanceType
}

/** Where one handed-over text went. */
export interface Place {
  /** Of the words that were placed. */
  readonly fingerprint: string
  readonly into: readonly PlacedIn[]
  readonly aside: { readonly reason: string; readonly byName: string } | null
}

export const aspects = ['text', 'summary'] as const
export type Aspect = (typeof aspects)[number]
export const reviewVerdicts = ['faithful', 'to-correct'] as const
export type ReviewVerdict = (typeof reviewVerdicts)[number]

export interface Review {
  readonly itemId: string
  readonly groupId: string
  readonly aspect: Aspect
  readonly verdict: ReviewVerdict
  /** What is to be corrected; may be empty where it is faithful. */
  readonly word: string
  /** Of the words that were read. */
  readonly fingerprint: string
  readonly byName: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Frozen with everything that the document says: a list that is taken back later changes nothing of it. */
export interface PublishedDocument {
  readonly versions: readonly PublishedVersion[]
  readonly families: readonly { readonly title: string; readonly items: readonly string[] }[]
  readonly annex: readonly AnnexText[]
  readonly byName: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface ConvergenceState {
  readonly families: readonly Family[]
  readonly items: Readonly<Record<string, Item>>
  /** By the text's id. */
  readonly places: Readonly<Record<string, Place>>
  /** Pairs that were looked at and stay apart, `pairKey`. */
  readonly apart: readonly string[]
  /** In the order in which they were said. */
  readonly reviews: readonly Review[]
  readonly published: PublishedDocument | null
}

export const nothingConverged: ConvergenceState = {
  families: [],
  items: {},
  places: {},
  apart: [],
  reviews: [],
  published: null,
}

export const pairKey = (a: string, b: string): string => [a, b].sort().join('|')

/** By id, never through what every object has of itself. */
export const itemOf = (state: ConvergenceState, id: string): Item | undefined =>
  Object.hasOwn(state.items, id) ? state.items[id] : undefined
export const placeOf = (state: ConvergenceState, id: string): Place | undefined =>
  Object.hasOwn(state.places, id) ? state.places[id] : undefined

/** Ids of the texts that went into an item this way, in the order of the lists. */
export const textsIn = (
  state: ConvergenceState,
  texts: readonly HandedText[],
  { itemId, as }: { readonly itemId: string; readonly as?: PlacedIn['as'] },
): HandedText[] =>
  texts.filter(({ id }) =>
    placeOf(state, id)?.into.some((one) => one.itemId === itemId && (as === undefined || one.as === as)),
  )
