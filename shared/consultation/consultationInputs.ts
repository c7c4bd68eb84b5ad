// What people send to the consultation, as it is read at the border.
import { z } from 'zod'
import { secureAddress } from '#shared/call/call.ts'
import { commentWords, feelings, wordsIn } from '#shared/consultation/feelings.ts'

const id = z.string().min(1).max(200)
const line = (most: number) => z.string().trim().max(most)
const sentence = (most: number) => z.string().trim().min(10).max(most)
const day = z.iso.date()
/** Null takes nothing back: it says « not said ». */
const said = id.nullable().default(null)

export const ressentiInput = z.strictObject({
  feeling: z.enum(feelings),
  comment: line(600)
    .refine((text) => wordsIn(text) <= commentWords)
    .default(''),
  entityId: said,
  inGroup: z.boolean().default(false),
  groupId: said,
  /** The version that was read. */
  version: z.number().int().min(1).max(10_000),
  /** The presentation from whose page it comes. */
  live: said,
})
export type RessentiInput = z.output<typeof ressentiInput>

export const questionKinds = ['question', 'counter-proposal'] as const
export const questionInput = z.strictObject({
  kind: z.enum(questionKinds),
  text: sentence(1_500),
  name: line(60).default(''),
})

export const replyInput = z.strictObject({ text: sentence(3_000) })

/** Of a presentation, what was felt at its wall counts no more: a rehearsal, the wrong text. */
export const moderationTargets = ['ressenti', 'question', 'reply', 'presentation'] as const
export const moderationInput = z.strictObject({
  target: z.enum(moderationTargets),
  targetId: id,
  hide: z.boolean(),
  reason: sentence(300),
  /** How many acts of moderation the person saw on it. */
  seen: z.number().int().min(0).max(10_000),
})

const seenVersion = z.string().length(64)
export const amendInput = z.strictObject({
  seen: seenVersion,
  words: z
    .strictObject({
      title: line(300).min(1),
      summary: line(1_000).refine((text) => wordsIn(text) <= 60),
      constat: line(20_000),
      proposition: line(20_000).min(1),
      moyens: line(20_000),
    })
    .partial(),
  why: sentence(600),
})
export const keepInput = z.strictObject({ seen: seenVersion, why: sentence(600) })

export const closingInput = z.strictObject({ closesOn: day.nullable() })

const webAddress = z
  .string()
  .trim()
  .max(500)
  .refine((text) => text === '' || secureAddress(text) === text)
export const presentationInput = z.strictObject({
  title: line(200).min(3),
  date: day,
  startTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/u)
    .nullable()
    .default(null),
  durationMin: z.number().int().min(5).max(1_440).default(90),
  themeIds: z.array(id).max(50).default([]),
  callUrl: webAddress.default(''),
})
export const comingInput = z.strictObject({ coming: z.boolean(), name: line(60).default('') })

export const stepInput = z.strictObject({
  /** Null: nothing is shown at this moment. */
  recommendationId: id.nullable(),
  open: z.boolean(),
})
