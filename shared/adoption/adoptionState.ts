// What a room knows of consents: per text and group its rule, its open question and what was last said; corrections of form; what was adopted.
import { z } from 'zod'
import { counts, groupAnswer, outcomes, ruleWish } from '#shared/adoption/groupRule.ts'
import { secretSlice } from '#shared/contract/slice.ts'
import { positions } from '#shared/decision/consent.ts'

/** Who did it, for people to read: participants may have left. */
const by = z.object({ name: z.string(), groupId: z.string().nullable() })

const Asking = z.object({
  id: z.string(),
  /** Of the text as it stood when the group was asked. */
  fingerprint: z.string(),
  /** Milliseconds since 1970, server clock, as all times here. */
  at: z.number(),
})

/** A reservation, an objection or a doubt with its words; without a name where the rule promised none. */
const Said = z.object({
  name: z.string(),
  position: z.enum(positions),
  words: z.string(),
  carried: z.boolean(),
})
export type Said = z.output<typeof Said>

const Spoken = z.object({
  id: z.string(),
  /** [AD5] Of the text that the group spoke on. */
  fingerprint: z.string(),
  rule: ruleWish,
  outcome: z.enum(outcomes),
  counts,
  said: z.array(Said),
  voices: z.number().int(),
  /** How many of them through the facilitator. */
  carried: z.number().int(),
  at: z.number(),
})
export type SpokenConsent = z.output<typeof Spoken>

const GroupConsent = z.object({
  rule: ruleWish,
  asking: Asking.nullable().default(null),
  spoken: Spoken.nullable().default(null),
})
export type GroupConsent = z.output<typeof GroupConsent>

export const WordChange = z.object({ before: z.string(), after: z.string() })
export type WordChange = z.output<typeof WordChange>

const Correction = z.object({
  id: z.string(),
  /** Group id -> fingerprint of the text that its consent held on. */
  from: z.record(z.string(), z.string()),
  to: z.string(),
  /** What differs, with a few words around it. */
  changes: z.array(WordChange),
  by,
  at: z.number(),
  /** Groups that keep their consent. */
  keptBy: z.array(z.string()).default([]),
  contested: z.object({ by, at: z.number(), reason: z.string() }).nullable().default(null),
})
export type Correction = z.output<typeof Correction>

export const openPoint = z.object({
  about: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('group'), groupId: z.string().max(64) }),
    z.object({ kind: z.literal('passages') }),
    z.object({ kind: z.literal('other') }),
  ]),
  text: z.string().trim().min(1).max(400),
  who: z.string().trim().min(1).max(200),
  /** `YYYY-MM-DD`. */
  when: z.iso.date(),
})
export type OpenPoint = z.output<typeof openPoint>

/** Where a text that was merged comes from. */
const ParentPlace = z.object({
  spaceId: z.string(),
  draftId: z.string(),
  groupId: z.string().nullable(),
  title: z.string(),
})
export type ParentPlace = z.output<typeof ParentPlace>

const Adopted = z.object({
  /** Also the record's. */
  id: z.string(),
  /** 1 for the text's first version. */
  number: z.number().int(),
  fingerprint: z.string(),
  title: z.string(),
  at: z.number(),
  by,
  /** Null where nothing was open. */
  reserved: z.array(openPoint).nullable().default(null),
  parents: z.array(ParentPlace).default([]),
  withdrawn: z.object({ at: z.number(), by, reason: z.string() }).nullable().default(null),
})
export type Adopted = z.output<typeof Adopted>

const TextConsent = z.object({
  spaceId: z.string(),
  draftId: z.string(),
  groups: z.record(z.string(), GroupConsent).default({}),
  corrections: z.array(Correction).default([]),
  /** Oldest first. */
  adopted: z.array(Adopted).default([]),
})
export type TextConsent = z.output<typeof TextConsent>

/** `<space>/<draft>` -> what is known of that text. */
const State = z.object({ texts: z.record(z.string(), TextConsent).default({}) })
export type AdoptionState = z.output<typeof State>

export const groupVoice = z.object({
  /** The seat's id; for a voice carried by the facilitator, `carried:` and the name. */
  seatId: z.string(),
  /** The participant whose seat it is; empty for a carried voice. */
  by: z.string(),
  /** Kept where it is said aloud, and of a carried voice to whoever carries. */
  name: z.string(),
  answer: groupAnswer,
})
export type GroupVoice = z.output<typeof groupVoice>

/** Asking id -> what each seat answered, until the closing. */
const Secret = z.object({ voices: z.record(z.string(), z.array(groupVoice)) })
export type AdoptionSecret = z.output<typeof Secret>

export const { command, with: withCommands } = secretSlice<AdoptionState, AdoptionSecret>(
  State,
  { texts: {} },
  { schema: Secret, initial: { voices: {} } },
)

const place = z.string().min(1).max(64)
/** Which text a command is about. */
export const textPlace = { spaceId: place, draftId: z.string().min(1).max(160) }

export const textKey = ({
  spaceId,
  draftId,
}: {
  readonly spaceId: string
  readonly draftId: string
}): string => `${spaceId}/${draftId}`

export const textOf = (
  state: AdoptionState,
  { spaceId, draftId }: { readonly spaceId: string; readonly draftId: string },
): TextConsent => {
  const key = textKey({ spaceId, draftId })
  const known = Object.hasOwn(state.texts, key) ? state.texts[key] : undefined
  return known ?? { spaceId, draftId, groups: {}, corrections: [], adopted: [] }
}

export const withText = (state: AdoptionState, text: TextConsent): AdoptionState => ({
  ...state,
  texts: { ...state.texts, [textKey(text)]: text },
})

export const consentOf = (text: TextConsent, groupId: string): GroupConsent | undefined =>
  Object.hasOwn(text.groups, groupId) ? text.groups[groupId] : undefined

export const isCarried = ({ by: participant }: Pick<GroupVoice, 'by'>): boolean => participant === ''
