// What a seat answers to each kind of question, and whether it fits the question that is asked.
import { z } from 'zod'
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import { type OpenDecision, pointsLimit } from '#shared/decision/ballot.ts'
import { hasItsReason, positions, wordsLimit } from '#shared/decision/consent.ts'
import { itemId, itemLimit } from '#shared/decision/decisionItem.ts'
import { pointsSpent } from '#shared/decision/dotVote.ts'

export const commentLimit = 280
const comment = z.string().trim().max(commentLimit).default('')
const byItem = <Value extends z.ZodType>(value: Value) => z.record(itemId, value)

export const answer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('dots'),
    points: byItem(z.number().int().min(-pointsLimit).max(pointsLimit)),
    comment,
  }),
  z.object({ kind: z.literal('poll'), chosen: z.array(itemId).max(itemLimit), comment }),
  z.object({ kind: z.literal('gradient'), degrees: byItem(z.number().int().min(1).max(5)), comment }),
  z.object({ kind: z.literal('ranking'), order: z.array(itemId).max(itemLimit), comment }),
  z.object({
    kind: z.literal('consent'),
    position: z.enum(positions),
    words: z.string().trim().max(wordsLimit).default(''),
  }),
])
export type Answer = z.output<typeof answer>
export type AnswerOf<Kind extends Answer['kind']> = Extract<Answer, { kind: Kind }>

/** Refused whole or taken whole: an answer is never trimmed to fit. [V1] */
export function fitting(asked: OpenDecision, given: Answer): Result<Answer> {
  const known = new Set(asked.items.map(({ id }) => id))
  if (!namedItems(given).every((id) => known.has(id))) return refuse('bad-input', 'decision.unknownItem')
  switch (given.kind) {
    case 'dots':
      return asked.ballot.kind === 'dots' ? fittingPoints(asked.ballot, given) : otherKind()
    case 'poll':
      if (asked.ballot.kind !== 'poll') return otherKind()
      if (!asked.ballot.multiple && given.chosen.length > 1) return refuse('bad-input', 'decision.oneOnly')
      return isEachOnce(given.chosen) ? ok(given) : refuse('bad-input', 'decision.twice')
    case 'gradient':
      return asked.ballot.kind === 'gradient' ? ok(given) : otherKind()
    case 'ranking':
      if (asked.ballot.kind !== 'ranking') return otherKind()
      return isEachOnce(given.order) ? ok(given) : refuse('bad-input', 'decision.twice')
    case 'consent':
      if (asked.ballot.kind !== 'consent') return otherKind()
      if (!hasItsReason(given.position, given.words)) return refuse('bad-input', 'decision.reasonWanted')
      return ok(given.position === 'accord' ? { ...given, words: '' } : given)
  }
}

/** [V1] Never more points than each seat has, nor more on one item than agreed, nor a no where it was not asked. */
function fittingPoints(
  { points, maxPerItem, minus }: Extract<OpenDecision['ballot'], { kind: 'dots' }>,
  given: AnswerOf<'dots'>,
): Result<Answer> {
  const placed = Object.values(given.points)
  if (pointsSpent(given.points) > points) return refuse('too-many', 'decision.tooManyPoints')
  if (placed.some((count) => Math.abs(count) > maxPerItem)) return refuse('too-many', 'decision.tooManyOnOne')
  if (!minus && placed.some((count) => count < 0)) return refuse('bad-input', 'decision.noMinus')
  return ok(given)
}

const otherKind = (): Result<Answer> => refuse('bad-input', 'decision.otherKind')
const isEachOnce = (ids: readonly string[]): boolean => new Set(ids).size === ids.length

function namedItems(given: Answer): readonly string[] {
  switch (given.kind) {
    case 'dots':
      return Object.keys(given.points)
    case 'poll':
      return given.chosen
    case 'gradient':
      return Object.keys(given.degrees)
    case 'ranking':
      return given.order
    case 'consent':
      return []
  }
}
