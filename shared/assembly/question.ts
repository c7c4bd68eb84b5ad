// Questions that people ask during the assembly: what becomes of each is written down, and why.
import { z } from 'zod'

/** `waiting` is read by whoever moderates only. */
export const questionStates = ['waiting', 'shown', 'answered', 'aside'] as const
export type QuestionState = (typeof questionStates)[number]

export const questionInput = z.object({
  text: z.string().trim().min(3).max(280),
  /** How the person wants to be named; empty: nobody is named. */
  name: z.string().trim().max(60).default(''),
})

export const supportInput = z.object({ on: z.boolean().default(true) })

/** [Q1] What is set aside has a reason, which whoever asked is told; an answer may be noted in a few words. */
export const moderationInput = z
  .object({ state: z.enum(['shown', 'answered', 'aside']), note: z.string().trim().max(600).default('') })
  .refine(({ note, state }) => state !== 'aside' || note !== '', { error: 'says why', path: ['note'] })

export interface QuestionAct {
  readonly state: QuestionState
  readonly note: string
  readonly byName: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface Question {
  readonly id: string
  readonly text: string
  readonly name: string
  readonly at: number
  readonly support: number
  /** Oldest first; the last one says how it stands. */
  readonly acts: readonly QuestionAct[]
}

export const stateOf = ({ acts }: Pick<Question, 'acts'>): QuestionState => acts.at(-1)?.state ?? 'waiting'

/** [Q2] Shown ones in the order of their support, older ones first among equals; then the answered ones, latest first. */
export function inOrder(questions: readonly Question[]): readonly Question[] {
  const shown = questions.filter((one) => stateOf(one) === 'shown')
  const answered = questions.filter((one) => stateOf(one) === 'answered')
  return [
    ...shown.sort((a, b) => b.support - a.support || a.at - b.at || (a.id < b.id ? -1 : 1)),
    ...answered.sort((a, b) => (b.acts.at(-1)?.at ?? 0) - (a.acts.at(-1)?.at ?? 0)),
  ]
}
