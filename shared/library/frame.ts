// « Libre puis cadre »: when the cooperative's context stands beside a draft, which cards, and what people say of each.
import {
  bySubject,
  type EntryBody,
  type FrameMark,
  type LibraryEntry,
  type Phase,
} from '#shared/library/libraryEntries.ts'
import { closeWords } from '#shared/similar/closeWords.ts'
import { type Described, describeText } from '#shared/similar/describeText.ts'
import { similarIndex } from '#shared/similar/similarIndex.ts'

/** [F1] A group begins free; what its facilitator said last holds. */
export const phaseOf = (acts: readonly LibraryEntry<'phase'>[]): Phase => acts.at(-1)?.body.phase ?? 'free'

/**
 * [F6] Whoever is of a group is told no card where people write while that group is free: the server does not send them. Whoever is
 *      of none goes by all groups of the room. Elsewhere cards are read in the library, where somebody goes to look for them.
 */
export const cardsAreTold = (groupIds: readonly string[], framed: ReadonlySet<string>): boolean =>
  groupIds.every((id) => framed.has(id))

export interface FramedCard {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly themeIds: readonly string[]
}

export interface FramedDraft {
  readonly id: string
  readonly title: string
  readonly body: string
  /** Cards that its writers linked themselves. */
  readonly contextIds: readonly string[]
}

export interface MarkedCard {
  readonly cardId: string
  readonly mark: FrameMark | null
  readonly note: string
  readonly byName: string
  readonly day: string
  /** Of the marks so far; 0 before the first one. */
  readonly version: number
}

export interface CardBeside extends MarkedCard {
  readonly why: 'linked' | 'marked' | 'close' | 'theme'
  /** Words that both say; empty where only the theme brings it. */
  readonly words: readonly string[]
}

/** [F5] The last word on a pair stands; the ones before it stay kept. */
export function marksOf(draftId: string, entries: readonly LibraryEntry<'mark'>[]): MarkedCard[] {
  const own = entries.filter(({ body }) => body.draftId === draftId)
  return [...bySubject(own).values()].flatMap((list): MarkedCard[] => {
    const last = list.at(-1)
    if (!last) return []
    const { cardId, mark, note }: EntryBody<'mark'> = last.body
    return [{ cardId, mark, note, byName: last.byName, day: last.day, version: last.version }]
  })
}

/** Cards that are offered beside those which somebody linked or marked. */
const offered = 3
/** From here on a card of another theme is near enough, in the measure of similarIndex. */
const nearFrom = 4

export interface FrameAsked {
  readonly draft: FramedDraft
  readonly themeId: string
  readonly cards: readonly FramedCard[]
  readonly marks: readonly MarkedCard[]
}

/**
 * [F2] In the free phase nothing stands beside a draft: not the offers, nor what was linked or marked.
 * [F3] In the framed one: what its writers linked, then what was marked, then at most three offers; those of the group's theme and
 *      those whose words are near, the nearest first.
 * [F4] A mark is about a card beside a text. No mark changes, moves, hides or ranks the text.
 */
export function cardsBeside(phase: Phase, { draft, cards, marks, themeId }: FrameAsked): CardBeside[] {
  if (phase === 'free') return []
  const mine = describeText(draft)
  const described = new Map(
    cards.map((card) => [card.id, describeText({ id: card.id, title: card.title, body: card.text })]),
  )
  const index = similarIndex([...described.values()])
  const near = new Map(
    index.closeTo(mine, { most: cards.length, from: 0 }).map(({ id, standsOut }) => [id, standsOut]),
  )
  const marked = new Map(marks.map((one) => [one.cardId, one]))
  const beside = ({ id }: FramedCard, why: CardBeside['why']): CardBeside => ({
    ...(marked.get(id) ?? { cardId: id, mark: null, note: '', byName: '', day: '', version: 0 }),
    ...{ why, words: why === 'theme' ? [] : wordsOfBoth(mine, described.get(id), index.rarity) },
  })
  const linked = draft.contextIds.flatMap((id) => cards.find((card) => card.id === id) ?? [])
  const said = cards.filter(
    ({ id }) => (marked.get(id)?.mark ?? null) !== null && !draft.contextIds.includes(id),
  )
  const shown = new Set([...linked, ...said].map(({ id }) => id))
  const offers = cards
    .filter(
      ({ id, themeIds }) => !shown.has(id) && (themeIds.includes(themeId) || (near.get(id) ?? 0) >= nearFrom),
    )
    .sort((a, b) => (near.get(b.id) ?? 0) - (near.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1))
    .slice(0, offered)
  return [
    ...linked.map((card) => beside(card, 'linked')),
    ...said.map((card) => beside(card, 'marked')),
    ...offers.map((card) => beside(card, near.has(card.id) ? 'close' : 'theme')),
  ]
}

function wordsOfBoth(
  mine: Described,
  theirs: Described | undefined,
  rarity: (stem: string) => number,
): readonly string[] {
  return theirs ? closeWords(mine, theirs, rarity).shared.slice(0, 3) : []
}
