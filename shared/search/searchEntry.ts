// What can be searched: one entry for each text of the cooperative, whatever it is, and what the page is told of those that are found.
import type { RoomGroup } from '#shared/room/join.ts'
import type { Language } from '#shared/words/languageOf.ts'

/** In the order in which the page groups them. */
export const searchKinds = [
  'recommendation',
  'decision',
  'plan',
  'initiative',
  'draft',
  'handed-over',
  'group',
  'theme',
  'card',
  'document',
  'glossary',
  'past',
] as const
export type SearchKind = (typeof searchKinds)[number]

export interface SearchEntry {
  /** One of its kind. */
  readonly id: string
  readonly kind: SearchKind
  readonly title: string
  /** All that it says beside its title. */
  readonly body: string
  /** Codes and names by which people call it; found first, shown nowhere. */
  readonly names: string
  /** Where it is from, in the cooperative's own words: a theme, a board, a source. */
  readonly note: string
  /** A closed word of the product, `accept` or `done`, that the page says in its own language. */
  readonly state: string | null
  readonly groupIds: readonly string[]
  /** Where it is read. */
  readonly page: string
  /** `YYYY-MM-DD`; null where it has no day. */
  readonly date: string | null
}

/** A piece of a text as it is shown: what was looked for is marked. */
export interface Piece {
  readonly text: string
  readonly mark: boolean
}

export interface SearchHit {
  readonly kind: SearchKind
  readonly id: string
  readonly title: readonly Piece[]
  readonly snippet: readonly Piece[]
  readonly language: Language
  readonly note: string
  readonly state: string | null
  readonly groupIds: readonly string[]
  readonly page: string
  readonly date: string | null
}

/** Answer of `GET /api/search`. */
export interface SearchAnswer {
  /** Of every kind, whatever kind was asked for. */
  readonly counts: Readonly<Partial<Record<SearchKind, number>>>
  /** Of the kinds that were asked for. */
  readonly total: number
  /** Best first. */
  readonly hits: readonly SearchHit[]
  /** Groups of the hits. */
  readonly groups: readonly RoomGroup[]
  /** Words that nobody wrote, with those that were looked for instead. */
  readonly instead: readonly { readonly asked: string; readonly found: string }[]
}

/** Characters of a question; more are left out. */
export const longestQuery = 120
