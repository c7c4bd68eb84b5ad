// What a group's room knows of handing its list over: what stays behind and why, what is asked of a joint text, and what was handed over.
import { z } from 'zod'
import { slice } from '#shared/contract/slice.ts'
import { addressees, scopes } from '#shared/draft/vocabulary.ts'

export const reasonLimit = 600
export const whyLimit = 2_000
export const questionLimit = 400

const by = z.object({ name: z.string(), groupId: z.string().nullable() })

/** `list`: texts are handed over. `none`: no recommendation, which is as good an outcome, and says why. */
export const handoverOutcomes = ['list', 'none'] as const
export type HandoverOutcome = (typeof handoverOutcomes)[number]

const Question = z.object({ id: z.string(), text: z.string(), by: z.string() })
export type HandoverQuestion = z.output<typeof Question>

const HandedOver = z.object({
  /** Also the record's. */
  id: z.string(),
  /** 1 for the group's first list. */
  number: z.number().int(),
  fingerprint: z.string(),
  outcome: z.enum(handoverOutcomes),
  /** How many texts. */
  texts: z.number().int(),
  /** Milliseconds since 1970, server clock. */
  at: z.number(),
  by,
  takenBack: z.object({ at: z.number(), by, reason: z.string() }).nullable().default(null),
})
export type HandedOver = z.output<typeof HandedOver>

const State = z.object({
  /** Key of a text -> why it is not handed over. */
  left: z.record(z.string(), z.object({ reason: z.string(), by: z.string() })).default({}),
  /** Key of a joint text, whose words are frozen -> what is asked about it at last. */
  asked: z.record(z.string(), z.object({ addressee: z.enum(addressees), scope: z.enum(scopes) })).default({}),
  outcome: z.enum(handoverOutcomes).default('list'),
  why: z.string().default(''),
  /** To be pursued, by this group or in the next cycle. */
  questions: z.array(Question).default([]),
  /** Oldest first. */
  handed: z.array(HandedOver).default([]),
})
export type HandoverState = z.output<typeof State>

export const nothingHandedOver: HandoverState = {
  ...{ left: {}, asked: {}, outcome: 'list', why: '', questions: [], handed: [] },
}

export const { command, with: withCommands } = slice<HandoverState>(State, nothingHandedOver)

/** The list that stands, if one does: the last that was not taken back. */
export const standingHandover = ({ handed }: Pick<HandoverState, 'handed'>): HandedOver | undefined =>
  handed.findLast(({ takenBack }) => takenBack === null)

/** The name under which a group's consent to its whole list is kept beside those to its texts: no draft bears it. */
export const listPlace = '@list'
