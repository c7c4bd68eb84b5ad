// The slides of an assembly, made from what the cycle holds: their order, their ids, and the way from one to another.
import { axisPages, openPages, type TextPage, textPages, themePages } from '#shared/assembly/slidePages.ts'
import type { Decision, Recommendation, Ressenti } from '#shared/cycle/cycleFile.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export const feelings = ['enthousiaste', 'favorable', 'interrogatif', 'inquiet', 'oppose'] as const
export type Feeling = Ressenti['feeling']
export const verdicts = ['accept', 'reformulate', 'postpone', 'refuse'] as const
export type Verdict = Decision['decision']

export interface DeckBoard {
  readonly id: string
  readonly name: string
  /** The entity's. */
  readonly code: string
  readonly place: string
}

/** What one board said of a text; null verdict: nothing yet. */
export interface DeckVerdict {
  readonly boardId: string
  /** The text asks nothing of this board's entity. */
  readonly concerned: boolean
  readonly verdict: Verdict | null
  readonly reason: string
  readonly newWording: string | null
  readonly postponedUntil: string | null
  readonly votes: Decision['votes'] | null
}

export interface DeckText {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly summary: string
  readonly groupIds: readonly string[]
  readonly verdicts: readonly DeckVerdict[]
  readonly felt: Readonly<Record<Feeling, number>>
  readonly nuances: Recommendation['nuances']
}

export interface DeckTheme {
  readonly id: string
  readonly title: string
  readonly question: string
  /** Why it has no text, or what stays open. */
  readonly open: string
  readonly groupIds: readonly string[]
  readonly texts: readonly DeckText[]
}

export interface DeckFigures {
  readonly recommendations: number
  readonly groups: number
  readonly ressentis: number
  readonly felt: Readonly<Record<Feeling, number>>
  readonly verdicts: readonly ({ readonly boardId: string; readonly total: number } & Readonly<
    Record<Verdict, number>
  >)[]
  /** Comings of people to sessions of groups that were held, the sessions, and the people who are in a group. */
  readonly attendance: {
    readonly room: number
    readonly remote: number
    readonly sessions: number
    readonly people: number
  }
  readonly presentations: { readonly count: number; readonly room: number; readonly remote: number }
}

/** An antenna and the groups that it hosts, for the map. */
export interface DeckAntenna {
  readonly id: string
  readonly name: string
  /** The entity's country or code; empty for none. */
  readonly part: string
  /** Degrees, WGS84; null where the cooperative has not said where it is. */
  readonly place: { readonly lat: number; readonly lon: number } | null
  readonly groupIds: readonly string[]
}

export interface Deck {
  readonly assembly: {
    readonly id: string
    readonly cooperative: string
    readonly cycle: string
    /** `YYYY-MM-DD`; null where the cycle names no day of an assembly. */
    readonly date: string | null
  } | null
  readonly language: string
  readonly today: string
  readonly boards: readonly DeckBoard[]
  readonly groups: readonly RoomGroup[]
  readonly antennas: readonly DeckAntenna[]
  readonly themes: readonly DeckTheme[]
  readonly figures: DeckFigures
  readonly axes: readonly string[]
  readonly planItems: number
}

export type Slide =
  | { readonly kind: 'title' | 'figures' | 'map' | 'felt' | 'end'; readonly id: string }
  | { readonly kind: 'plan'; readonly id: string; readonly axes: readonly string[] }
  | {
      readonly kind: 'theme'
      readonly id: string
      readonly themeId: string
      readonly texts: readonly string[]
    }
  | { readonly kind: 'open'; readonly id: string; readonly themeId: string; readonly said: string }
  | {
      readonly kind: 'text'
      readonly id: string
      readonly themeId: string
      readonly textId: string
      readonly page: TextPage
      /** From 1. */
      readonly at: number
      readonly of: number
    }

/** [D1] Title, figures, the map, each theme followed by its texts one by one, the plan, the end. A cycle without texts says so in its title alone. */
export function slidesOf(
  deck: Pick<Deck, 'antennas' | 'axes' | 'themes' | 'figures' | 'planItems'>,
): readonly Slide[] {
  if (deck.themes.length === 0) return [{ kind: 'title', id: 'title' }]
  return [
    { kind: 'title', id: 'title' },
    { kind: 'figures', id: 'figures' },
    ...(deck.antennas.some(({ place }) => place !== null) ? [{ kind: 'map', id: 'map' } as const] : []),
    ...(deck.figures.ressentis > 0 ? [{ kind: 'felt', id: 'felt' } as const] : []),
    ...deck.themes.flatMap(slidesOfTheme),
    ...(deck.planItems > 0
      ? paged('plan', axisPages(deck.axes)).map(({ id, page }) => ({ kind: 'plan' as const, id, axes: page }))
      : []),
    { kind: 'end', id: 'end' },
  ]
}

/** The first page bears the bare id, so that an address or a note of it stands when a text grows. */
const paged = <T>(id: string, pages: readonly T[]): readonly { readonly id: string; readonly page: T }[] =>
  pages.map((page, at) => ({ id: at === 0 ? id : `${id}:${at + 1}`, page }))

function slidesOfTheme({ id: themeId, open, question, texts, title }: DeckTheme): readonly Slide[] {
  const first = `theme:${themeId}`
  if (texts.length === 0)
    return paged(first, openPages(open || question, title)).map(
      ({ id, page }): Slide => ({ kind: 'open', id, themeId, said: page }),
    )
  return [
    ...paged(first, themePages(texts, title)).map(
      ({ id, page }): Slide => ({ kind: 'theme', id, themeId, texts: page.map((text) => text.id) }),
    ),
    ...texts.flatMap((text) => {
      const pages = textPages(text, title)
      return paged(`text:${text.id}`, pages).map(
        ({ id, page }, at): Slide => ({
          ...{ kind: 'text', id, themeId, textId: text.id, page, at: at + 1, of: pages.length },
        }),
      )
    }),
  ]
}

/** `theme` goes to the first slide of the next or former theme; at the ends one stays. */
export type Move = 'next' | 'back' | 'next-theme' | 'former-theme' | 'first' | 'last'

export function moved(slides: readonly Slide[], from: string, move: Move): Slide | undefined {
  const at = Math.max(
    0,
    slides.findIndex(({ id }) => id === from),
  )
  const starts = slides.flatMap((slide, n) => (isFurther(slide) ? [] : [n]))
  switch (move) {
    case 'next':
      return slides[Math.min(slides.length - 1, at + 1)]
    case 'back':
      return slides[Math.max(0, at - 1)]
    case 'next-theme':
      return slides[starts.find((n) => n > at) ?? at]
    case 'former-theme':
      return slides[starts.findLast((n) => n < at) ?? at]
    case 'first':
      return slides[0]
    case 'last':
      return slides.at(-1)
  }
}

const isFurther = (slide: Slide): boolean =>
  slide.kind === 'plan' ? slide.id !== 'plan' : 'themeId' in slide && slide.id !== `theme:${slide.themeId}`
