// What people do to the convergence, parsed at the border.
import { z } from 'zod'
import { aspects, reviewVerdicts } from '#shared/convergence/convergenceState.ts'
import { draftKinds, nuanceTypes, titleLimit } from '#shared/draft/vocabulary.ts'

/** Characters. */
export const convergenceLimits = {
  family: 120,
  summary: 900,
  section: 12_000,
  reason: 600,
  word: 600,
} as const
/** Texts in one act. */
const mostAtOnce = 400

const key = z.string().min(1).max(200)
const words = (most: number) => z.string().max(most)
const said = (most: number) => z.string().trim().min(1).max(most)
const textIds = z.array(key).min(1).max(mostAtOnce)

export const writerAct = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('add-families'),
    titles: z.array(said(convergenceLimits.family)).min(1).max(60),
  }),
  z.object({ act: z.literal('rename-family'), familyId: key, title: said(convergenceLimits.family) }),
  z.object({ act: z.literal('move-family'), familyId: key, before: key.nullable() }),
  z.object({ act: z.literal('remove-family'), familyId: key }),
  /** Each text becomes an item of its own; without a family, in the one that bears its theme's name. */
  z.object({ act: z.literal('keep'), textIds, familyId: key.nullable() }),
  /** One new item: the first text's words, the others merged with it or joined as nuances. */
  z.object({
    act: z.literal('begin'),
    textIds,
    as: z.enum(['text', 'nuance']),
    familyId: key.nullable(),
  }),
  /** `also`: it stays where it stands, too: the text is split. */
  z.object({
    act: z.literal('join'),
    textIds,
    itemId: key,
    as: z.enum(['text', 'nuance']),
    nuanceType: z.enum(nuanceTypes).default('nuance'),
    also: z.boolean().default(false),
  }),
  z.object({ act: z.literal('set-aside'), textIds, reason: said(convergenceLimits.reason) }),
  /** Out of one item, or wherever it stands. */
  z.object({ act: z.literal('take-out'), textIds, itemId: key.nullable() }),
  z.object({ act: z.literal('move-item'), itemId: key, familyId: key, before: key.nullable() }),
  z.object({ act: z.literal('merge-items'), from: key, into: key }),
  z.object({
    act: z.literal('word'),
    itemId: key,
    seen: z.number().int(),
    title: said(titleLimit),
    constat: words(convergenceLimits.section),
    proposition: words(convergenceLimits.section),
    moyens: words(convergenceLimits.section),
    jurisdictions: z.array(key).max(60),
    kind: z.enum(draftKinds),
  }),
  z.object({
    act: z.literal('summarise'),
    itemId: key,
    seen: z.number().int(),
    summary: words(convergenceLimits.summary),
  }),
  z.object({ act: z.literal('apart'), a: key, b: key }),
])
export type WriterAct = z.output<typeof writerAct>

export const reviewAct = z.object({
  act: z.literal('review'),
  itemId: key,
  groupId: key,
  aspect: z.enum(aspects),
  verdict: z.enum(reviewVerdicts),
  word: z.string().trim().max(convergenceLimits.word).default(''),
  /** Of the words that were read. */
  fingerprint: z.string().max(128),
})
export type ReviewAct = z.output<typeof reviewAct>

export const convergenceAct = z.discriminatedUnion('act', [...writerAct.options, reviewAct])
export type ConvergenceAct = z.output<typeof convergenceAct>

/** `knowing`: the groups that did not find every text of theirs faithful, as they stood on the screen. */
export const publishInput = z.object({ knowing: z.array(key).max(400) })
export type PublishInput = z.output<typeof publishInput>
