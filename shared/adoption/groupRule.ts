// How a group says yes to a text: its rule, what each voice may say under it, and what the voices come to.
import { z } from 'zod'
import { hasItsReason, isAdoptedBy, type Position, positions, wordsLimit } from '#shared/decision/consent.ts'

export const ruleKinds = ['consent', 'gradient', 'vote', 'delegate'] as const
export type RuleKind = (typeof ruleKinds)[number]

const name = z.string().trim().min(1).max(60)

/** What a facilitator chooses. */
export const ruleWish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('consent') }),
  z.object({ kind: z.literal('gradient') }),
  z.object({ kind: z.literal('vote') }),
  /** A seat in the room, or (null) somebody without a device, for whom the facilitator speaks. */
  z.object({ kind: z.literal('delegate'), seatId: z.string().max(64).nullable(), name }),
])
export type GroupRule = z.output<typeof ruleWish>

const words = z.string().trim().max(wordsLimit).default('')
export const choices = ['for', 'against', 'abstain'] as const
export type VoteChoice = (typeof choices)[number]

export const groupAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('consent'), position: z.enum(positions), words }),
  z.object({ kind: z.literal('gradient'), degree: z.number().int().min(1).max(5), words }),
  z.object({ kind: z.literal('vote'), choice: z.enum(choices) }),
])
export type GroupAnswer = z.output<typeof groupAnswer>

/** A delegate says what a voice of a consent round says. */
export const answerKindOf = ({ kind }: GroupRule): GroupAnswer['kind'] =>
  kind === 'delegate' ? 'consent' : kind

/** [AD2] Why an answer does not fit the rule; undefined where it does. */
export function misfit(
  rule: GroupRule,
  given: GroupAnswer,
): 'adoption.otherRule' | 'adoption.reasonWanted' | undefined {
  if (given.kind !== answerKindOf(rule)) return 'adoption.otherRule'
  if (given.kind === 'consent' && !hasItsReason(given.position, given.words)) return 'adoption.reasonWanted'
  // [AD4] Who cannot live with it stops the text: the others must learn why.
  if (given.kind === 'gradient' && given.degree === 1 && given.words === '') return 'adoption.reasonWanted'
  return undefined
}

/** How many voices said what, in the order of the rule's own words. */
export const counts = z.object({
  /** Accord, reservation, objection. */
  positions: z.tuple([z.number(), z.number(), z.number()]).default([0, 0, 0]),
  /** Degrees 1 to 5. */
  degrees: z.array(z.number()).default([]),
  /** For, against, abstention. */
  choices: z.tuple([z.number(), z.number(), z.number()]).default([0, 0, 0]),
})
export type RuleCounts = z.output<typeof counts>

export function countsOf(answers: readonly GroupAnswer[]): RuleCounts {
  const at = (position: Position): number =>
    answers.filter((one) => one.kind === 'consent' && one.position === position).length
  const chose = (choice: VoteChoice): number =>
    answers.filter((one) => one.kind === 'vote' && one.choice === choice).length
  const degrees = answers.flatMap((one) => (one.kind === 'gradient' ? [one.degree] : []))
  return {
    positions: [at('accord'), at('reservation'), at('objection')],
    degrees:
      degrees.length === 0 ? [] : [1, 2, 3, 4, 5].map((n) => degrees.filter((one) => one === n).length),
    choices: [chose('for'), chose('against'), chose('abstain')],
  }
}

export const outcomes = ['consented', 'with-reservations', 'none'] as const
export type ConsentOutcome = (typeof outcomes)[number]

/**
 * [AD4] Consent and delegate: no objection stands; a reservation is kept with the consent. Gradient: nobody on the lowest degree, a
 * doubt is a reservation. Vote: more for than against among those who chose; abstentions do not count. No voice is no consent.
 */
export function outcomeOf(rule: GroupRule, answers: readonly GroupAnswer[]): ConsentOutcome {
  const { degrees, choices: chosen } = countsOf(answers)
  const [low = 0, doubt = 0] = degrees
  switch (rule.kind) {
    case 'consent':
    case 'delegate': {
      const spoken = answers.flatMap((one) => (one.kind === 'consent' ? [one] : []))
      if (!isAdoptedBy(spoken)) return 'none'
      return spoken.some(({ position }) => position === 'reservation') ? 'with-reservations' : 'consented'
    }
    case 'gradient':
      if (degrees.length === 0 || low > 0) return 'none'
      return doubt > 0 ? 'with-reservations' : 'consented'
    case 'vote':
      return chosen[0] > chosen[1] ? 'consented' : 'none'
  }
}

/** [AD11] Whether counts are seen while the voices are given: a round is spoken aloud, a vote is not. */
export const isSpokenAloud = ({ kind }: GroupRule): boolean => kind === 'consent' || kind === 'delegate'
