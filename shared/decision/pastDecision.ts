// What stays of a decision once it is closed: totals, comments without names, the rounds of a consent; and what hangs on a draft.
import { z } from 'zod'
import { consentRound, countOf } from '#shared/decision/consent.ts'
import { decisionItem } from '#shared/decision/decisionItem.ts'
import { dotTotal } from '#shared/decision/dotVote.ts'
import { rankTotal } from '#shared/decision/ranking.ts'

/** Totals stand in the order of the items. */
const outcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('dots'),
    points: z.number(),
    minus: z.boolean(),
    totals: z.array(dotTotal),
  }),
  z.object({ kind: z.literal('poll'), multiple: z.boolean(), totals: z.array(z.number()) }),
  z.object({ kind: z.literal('gradient'), totals: z.array(z.array(z.number()).length(5)) }),
  z.object({ kind: z.literal('ranking'), totals: z.array(rankTotal) }),
  z.object({ kind: z.literal('consent'), adopted: z.boolean(), rounds: z.array(consentRound) }),
])
export type Outcome = z.output<typeof outcome>

export const pastDecision = z.object({
  id: z.string(),
  question: z.string(),
  items: z.array(decisionItem),
  outcome,
  /** Without names, in an order that was drawn. */
  comments: z.array(z.string()),
  /** Voices counted, those of them carried by the facilitator, and seats that were in the room at the closing. */
  voices: z.number(),
  carried: z.number(),
  present: z.number(),
  openedBy: z.string(),
  /** Milliseconds since 1970, server clock. */
  openedAt: z.number(),
  at: z.number(),
})
export type PastDecision = z.output<typeof pastDecision>

/** The room's memory: so many decisions, and so many characters of JSON, for the state goes through every command. */
export const pastLimit = 60
const pastCharacters = 100_000

/** The newest last; the oldest leave first. [R3] */
export function keptPast(past: readonly PastDecision[], added: PastDecision): PastDecision[] {
  const kept = [...past, added].slice(-pastLimit)
  while (kept.length > 1 && JSON.stringify(kept).length > pastCharacters) kept.shift()
  return kept
}

/** One line for a draft's card. */
export type DraftFigure =
  | { readonly kind: 'dots'; readonly plus: number; readonly minus: number }
  | { readonly kind: 'poll'; readonly count: number; readonly voices: number }
  | { readonly kind: 'gradient'; readonly degrees: readonly number[] }
  | { readonly kind: 'ranking'; readonly rank: number; readonly of: number; readonly shared: boolean }
  | {
      readonly kind: 'consent'
      readonly adopted: boolean
      readonly reservations: number
      readonly objections: number
    }

export interface DraftResult {
  readonly decisionId: string
  readonly spaceId: string
  readonly draftId: string
  readonly at: number
  readonly figure: DraftFigure
}

/** The newest decision of each kind about each draft, oldest first. */
export function draftResults(past: readonly PastDecision[]): DraftResult[] {
  const newest = new Map<string, DraftResult>()
  for (const { id, items, outcome: result, voices, at } of past)
    items.forEach((item, place) => {
      if (item.kind !== 'draft') return
      const { spaceId, draftId } = item
      const key = `${spaceId} ${draftId} ${result.kind}`
      newest.delete(key)
      newest.set(key, { decisionId: id, spaceId, draftId, at, figure: figureOf(result, place, voices) })
    })
  return [...newest.values()]
}

function figureOf(result: Outcome, place: number, voices: number): DraftFigure {
  switch (result.kind) {
    case 'dots':
      return { kind: 'dots', ...(result.totals[place] ?? { plus: 0, minus: 0 }) }
    case 'poll':
      return { kind: 'poll', count: result.totals[place] ?? 0, voices }
    case 'gradient':
      return { kind: 'gradient', degrees: result.totals[place] ?? [] }
    case 'ranking': {
      const rank = result.totals[place]?.rank ?? 1
      const shared = result.totals.filter((total) => total.rank === rank).length > 1
      return { kind: 'ranking', rank, of: result.totals.length, shared }
    }
    case 'consent': {
      const last = result.rounds.at(-1)?.voices ?? []
      const [reservations, objections] = [countOf(last, 'reservation'), countOf(last, 'objection')]
      return { kind: 'consent', adopted: result.adopted, reservations, objections }
    }
  }
}
