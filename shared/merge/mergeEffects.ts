// What a merge's decisions ask of the document. Each effect may come late or twice: the counters in the document say what was done.
import { z } from 'zod'
import { Change } from '#shared/contract/slice.ts'
import { nuanceTypes } from '#shared/draft/vocabulary.ts'
import { FrozenParent, type Passage } from '#shared/merge/frozenParent.ts'
import { headerFields, type Merge, type MergeState } from '#shared/merge/mergeState.ts'

const where = { mergeId: z.string(), spaceId: z.string(), draftId: z.string() }

/** Something that a passage makes in the joint draft, and for which time: what it is itself, or a nuance of a type where it is joined. */
const Thing = z.object({
  passageId: z.string(),
  n: z.number().int(),
  nuance: z.enum(nuanceTypes).optional(),
})
export type Thing = z.output<typeof Thing>

export const effectInputs = {
  /** Makes the joint draft and lays the merge beside it. */
  begin: z.object({
    ...where,
    parents: z.array(FrozenParent),
    title: z.string(),
    /** Entities that the parents have a country passage for, written or not. */
    entities: z.array(z.string()),
  }),
  /** Keeps a parent that came later, or that was frozen again. */
  keep: z.object({ ...where, parent: FrozenParent }),
  /** `at`: when it was decided, in milliseconds since 1970. */
  put: z.object({ ...where, things: z.array(Thing), at: z.number() }),
  takeAway: z.object({ ...where, things: z.array(Thing), at: z.number() }),
  header: z.object({ ...where, field: z.enum(headerFields), from: z.string(), n: z.number().int() }),
} as const

type Kind = keyof typeof effectInputs
export type InputOfEffect<K extends Kind> = z.output<(typeof effectInputs)[K]>
export interface MergeEffect {
  readonly kind: Kind
  readonly input: unknown
}

/** `input` without the place, which is the merge's. */
export const effect = <K extends Kind>(
  merge: Pick<Merge, 'id' | 'spaceId' | 'draftId'>,
  kind: K,
  input: Omit<InputOfEffect<K>, 'mergeId' | 'spaceId' | 'draftId'>,
): MergeEffect => ({
  kind,
  input: { mergeId: merge.id, spaceId: merge.spaceId, draftId: merge.draftId, ...input },
})

/** Under which its doing is counted in the document: a passage's words and the nuance joined for it are two things. [M1] */
export const thingId = ({ passageId, nuance }: Thing): string =>
  nuance === undefined ? passageId : nuanceIdOf(passageId)

export const nuanceIdOf = (passageId: string): string => `n-${passageId}`

/** A nuance keeps its type where none is wished for. */
export const typeAsNuance = (passage: Passage, wish: Thing['nuance']): NonNullable<Thing['nuance']> =>
  wish ?? (passage.kind === 'nuance' ? passage.type : 'nuance')

/** A decision with what it asks for; without anything to do it is the state alone. */
export const changed = (
  state: MergeState,
  effects: readonly MergeEffect[],
): MergeState | Change<MergeState, undefined> =>
  effects.length > 0 ? new Change<MergeState, undefined>(state, { effects }) : state
