// What a room knows of its merges: which parents, who pairs with whom, what was taken, and the fates that people decided.
import { z } from 'zod'

export const reasonCodes = [
  'same-meaning',
  'contradiction',
  'stays-local',
  'too-detailed',
  'personal-preference',
  'other-theme',
  'off-topic',
  'other',
] as const

/** Fields that the joint draft may take over from a parent. */
export const headerFields = [
  'title',
  'summary',
  'addressee',
  'scope',
  'kind',
  'maturity',
  'jurisdictions',
] as const
export type HeaderField = (typeof headerFields)[number]

/** Who decided, for people to read: participants may have left. */
export const By = z.object({ participantId: z.string(), name: z.string(), groupId: z.string().nullable() })

export type By = z.output<typeof By>

/** Place of a person in the merge's own list: hundreds of passages are taken by a few. */
const by = z.number().int()

export const DecidedFate = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('reworded'),
    /** Digest of the joint sentences that say it now; when they change, somebody of the source group is asked again. [M6] */
    target: z.string(),
    by,
    at: z.number(),
  }),
  z.object({ kind: z.literal('joined'), nuanceId: z.string(), by, at: z.number() }),
  z.object({ kind: z.literal('set-aside'), reasonId: z.string(), by, at: z.number() }),
])
export type DecidedFate = z.output<typeof DecidedFate>

export const Reason = z.object({
  code: z.enum(reasonCodes),
  text: z.string(),
  /** The passage that says it instead, of another parent; null where none does. */
  coveredBy: z.string().nullable(),
})
export type Reason = z.output<typeof Reason>

/** Where a parent comes from; its frozen text is in the document. */
export const ParentRef = z.object({
  key: z.string(),
  spaceId: z.string(),
  draftId: z.string(),
  groupId: z.string().nullable(),
  version: z.number().int(),
})
export type ParentRef = z.output<typeof ParentRef>

const MergeNow = z.object({
  id: z.string(),
  /** Who took passages and decided fates, each once. */
  people: z.array(By).default([]),
  /** The space and the draft that grow out of it. */
  spaceId: z.string(),
  draftId: z.string(),
  parents: z.array(ParentRef),
  /** Passages that people put side by side, each list one row; they win over the computed alignment. */
  pairs: z.array(z.array(z.string())).default([]),
  /** Passages that people took out of a row: they stand alone. */
  alone: z.array(z.string()).default([]),
  /** Passage id -> how often it was taken, and whether it is taken now. [M1] */
  taken: z.record(z.string(), z.object({ n: z.number().int(), now: z.boolean(), by })).default({}),
  /** Rows that people set out to word anew together, by one passage of each; shown as such. */
  rewording: z.array(z.string()).default([]),
  fates: z.record(z.string(), DecidedFate).default({}),
  /** Passage id -> how often it was joined as a nuance: what is done twice then changes nothing. */
  joins: z.record(z.string(), z.number().int()).default({}),
  /** Nuances that stayed when their passage was taken back: somebody had changed their words. */
  left: z.array(z.string()).default([]),
  /** Fields of the joint draft that were taken from a parent, and how often. */
  headers: z
    .partialRecord(z.enum(headerFields), z.object({ from: z.string(), n: z.number().int(), by: By }))
    .default({}),
  reasons: z.record(z.string(), Reason).default({}),
  /** Milliseconds since 1970, server clock. */
  openedAt: z.number(),
  openedBy: By,
  /** One draft parted into several: why, and the other merges that came of it. */
  split: z
    .object({ reason: z.string(), others: z.array(z.string()) })
    .nullable()
    .default(null),
  /** Given up, with a reason; the joint draft then stands as any other, or is put away. */
  closed: z.object({ at: z.number(), by: By, reason: z.string() }).nullable().default(null),
})
/** Merges kept before people had places said in full with each passage whose hand it was. */
export const Merge = z.preprocess(withPeople, MergeNow)
export type Merge = z.output<typeof MergeNow>

/** The merge with this person in its list, and their place there. */
export function placeOf<M extends Pick<Merge, 'people'>>(merge: M, person: By): [merge: M, place: number] {
  const { participantId, name, groupId } = person
  const known = merge.people.findIndex(
    (one) => one.participantId === participantId && one.name === name && one.groupId === groupId,
  )
  if (known >= 0) return [merge, known]
  return [{ ...merge, people: [...merge.people, person] }, merge.people.length]
}

function withPeople(kept: unknown): unknown {
  const merge = Kept.safeParse(kept).data
  if (!merge) return kept
  let listed = { people: merge.people }
  const placed = (things: z.output<typeof Hands>): unknown =>
    Object.fromEntries(
      Object.entries(things).map(([id, thing]) => {
        if (typeof thing.by === 'number') return [id, thing]
        const [next, place] = placeOf(listed, thing.by)
        listed = next
        return [id, { ...thing, by: place }]
      }),
    )
  const [taken, fates] = [placed(merge.taken), placed(merge.fates)]
  return { ...merge, taken, fates, people: listed.people }
}

const Hands = z.record(z.string(), z.looseObject({ by: z.union([by, By]) }))
const Kept = z.looseObject({
  people: z.array(By).default([]),
  taken: Hands.default({}),
  fates: Hands.default({}),
})

/** Merge id -> merge. */
export const MergeState = z.object({ merges: z.record(z.string(), Merge).default({}) })
export type MergeState = z.output<typeof MergeState>
