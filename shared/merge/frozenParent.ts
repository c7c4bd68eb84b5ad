// A draft as it stood when it was brought into a merge: its text cut into passages, each of which will have a fate.
import { z } from 'zod'

/** A stretch of words with its formatting. */
const Run = z.object({
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  link: z.string().optional(),
})

const place = {
  /** `<parentKey>-<n>`: what a `src` mark names and what fates and choices are kept under. */
  id: z.string(),
  text: z.string(),
}

export const Passage = z.discriminatedUnion('kind', [
  /** A sentence of a section (a list item or heading without an end mark is one sentence). */
  z.object({
    kind: z.literal('sentence'),
    ...place,
    section: z.enum(['constat', 'proposition', 'moyens']),
    /** Place among the section's blocks, and among the block's sentences; from 0. */
    block: z.number().int(),
    sentence: z.number().int(),
    blockType: z.enum(['paragraph', 'heading', 'bullet', 'numbered']),
    level: z.number().int(),
    runs: z.array(Run),
  }),
  /** What holds in one country only; whole. */
  z.object({ kind: z.literal('country'), ...place, entity: z.string() }),
  /** A nuance of the parent; whole. */
  z.object({
    kind: z.literal('nuance'),
    ...place,
    nuanceId: z.string(),
    type: z.enum(['nuance', 'reservation', 'condition', 'minority']),
    groupId: z.string().nullable(),
  }),
])
export type Passage = z.output<typeof Passage>
export type SentencePassage = Extract<Passage, { kind: 'sentence' }>

export const FrozenParent = z.object({
  /** `<mergeId short>.<k>`. */
  key: z.string(),
  spaceId: z.string(),
  draftId: z.string(),
  /** Null for a draft of the joint room itself. */
  groupId: z.string().nullable(),
  /** R1, R2… as the group calls it; may be empty. */
  code: z.string(),
  title: z.string(),
  summary: z.string(),
  /** Fields of the parent that the joint draft may take over. */
  fields: z.object({
    kind: z.string().nullable(),
    maturity: z.string().nullable(),
    scope: z.string().nullable(),
    addressee: z.string().nullable(),
  }),
  jurisdictions: z.array(z.string()),
  contextIds: z.array(z.string()),
  authorIds: z.array(z.string()),
  /** Of the draft's text when it was frozen: says whether the source has moved on. */
  fingerprint: z.string(),
  /** 1 when brought in, one more with each refreshing. */
  version: z.number().int(),
  /** Milliseconds since 1970, server clock. */
  frozenAt: z.number(),
  /** The next free number for a passage id. */
  nextNumber: z.number().int(),
  /** In reading order: sections, then country passages, then nuances. */
  passages: z.array(Passage),
  /** What earlier versions said and this one says no longer: words that were taken then still come from there. It has no fate. */
  former: z.array(Passage).default([]),
})
export type FrozenParent = z.output<typeof FrozenParent>
