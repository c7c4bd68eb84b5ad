// The kinds of decision, what each is asked with, and the one that is open in the room.
import { z } from 'zod'
import { consentCourse, newConsent } from '#shared/decision/consent.ts'
import {
  decisionItem,
  type ItemWish,
  itemLimit,
  itemTextLimit,
  itemWish,
} from '#shared/decision/decisionItem.ts'

export const pointsLimit = 20
const points = z.number().int().min(1).max(pointsLimit)

const dots = z.object({
  kind: z.literal('dots'),
  /** Points each seat may place; how many of them on one item. */
  points,
  maxPerItem: points,
  /** Whether a point may also say no. */
  minus: z.boolean(),
})
const poll = z.object({ kind: z.literal('poll'), multiple: z.boolean() })
const gradient = z.object({ kind: z.literal('gradient') })
const ranking = z.object({ kind: z.literal('ranking') })

/** How a question is asked. */
export const ballotWish = z.discriminatedUnion('kind', [
  dots,
  poll,
  gradient,
  ranking,
  z.object({ kind: z.literal('consent') }),
])
export type BallotWish = z.output<typeof ballotWish>
export type DecisionKind = BallotWish['kind']

const ballot = z.discriminatedUnion('kind', [dots, poll, gradient, ranking, consentCourse])
export type Ballot = z.output<typeof ballot>

const question = z.string().trim().min(1).max(itemTextLimit)

/** What opens a decision. */
export const questionWish = z.object({
  ballot: ballotWish,
  question,
  items: z.array(itemWish).max(itemLimit),
})
export type QuestionWish = z.output<typeof questionWish>

export const openDecision = z.object({
  id: z.string(),
  question,
  items: z.array(decisionItem),
  ballot,
  /** Milliseconds since 1970, server clock. */
  openedAt: z.number(),
  /** The role that asked, never who. */
  openedBy: z.string(),
})
export type OpenDecision = z.output<typeof openDecision>

/** What stands in the question: without items, the degrees and the consent are about the question itself. [D2] */
export function itemsAskedOf({
  ballot: { kind },
  question: asked,
  items,
}: QuestionWish): readonly ItemWish[] {
  if (items.length > 0) return items
  return kind === 'gradient' || kind === 'consent' ? [{ kind: 'text', text: asked }] : []
}

/** How many items each kind needs and takes. [D2] */
export const itemCounts: Readonly<Record<DecisionKind, { readonly least: number; readonly most: number }>> = {
  dots: { least: 1, most: itemLimit },
  poll: { least: 2, most: itemLimit },
  gradient: { least: 1, most: itemLimit },
  ranking: { least: 2, most: itemLimit },
  consent: { least: 1, most: 1 },
}

export const startedBallot = (wish: BallotWish): Ballot => (wish.kind === 'consent' ? newConsent : wish)
