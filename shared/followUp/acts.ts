// What people add to the follow-up: acts that are only ever appended, each with who and when; what stands follows from all of them.
import { z } from 'zod'
import { id as anyId, date, filled, text } from '#shared/cycle/scalars.ts'
import { itemStates } from '#shared/followUp/fate.ts'

export const initiativeStates = ['active', 'paused', 'ended'] as const
export type InitiativeState = (typeof initiativeStates)[number]

export const actTargets = ['item', 'recommendation', 'axes', 'initiative'] as const
export type ActTarget = (typeof actTargets)[number]

const words = (most: number) => filled.max(most).transform((value) => value.trim())
const name = words(160)

/** What may be said of a plan item: each change stands beside what was there before. `made` is the first act of an item that was made here. */
export const itemAct = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('made'),
    recommendationId: anyId,
    /** Verdicts that it carries out. */
    decisionIds: z.array(anyId).min(1).max(8),
    title: words(200),
    owners: z.array(name).max(8),
    axisId: anyId.nullable(),
    start: date,
    end: date,
  }),
  z.object({ kind: z.literal('news'), text: words(1200) }),
  z.object({
    kind: z.literal('state'),
    state: z.enum(itemStates),
    progress: z.number().int().min(0).max(100),
    /** Why: asked for where something is given up or blocked. */
    reason: text.max(1200).default(''),
  }),
  z.object({ kind: z.literal('owners'), owners: z.array(name).max(8) }),
  z.object({ kind: z.literal('dates'), start: date, end: date }),
  z.object({ kind: z.literal('axis'), axisId: anyId.nullable() }),
])

/** The strategic plan's axes: named, renamed, put in order, taken out of use. */
export const axisAct = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('axis-named'),
    axisId: anyId,
    title: name,
    order: z.number().int().min(0).max(999),
  }),
  z.object({ kind: z.literal('axis-removed'), axisId: anyId }),
])

export const recommendationAct = z.object({ kind: z.literal('news'), text: words(1200) })

export const initiativeAct = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('declared'),
    title: words(160),
    text: text.max(1200).default(''),
    groupId: anyId,
    antennaId: anyId.nullable(),
    recommendationIds: z.array(anyId).max(8),
    /** The short draft or the text of a group that it begins; null without one. */
    draftId: anyId.nullable(),
    people: z.number().int().min(0).max(100_000).nullable(),
  }),
  z.object({
    kind: z.literal('adopted'),
    groupId: anyId,
    antennaId: anyId.nullable(),
    text: text.max(400).default(''),
  }),
  z.object({ kind: z.literal('left'), groupId: anyId }),
  z.object({ kind: z.literal('news'), text: words(1200) }),
  z.object({
    kind: z.literal('state'),
    state: z.enum(initiativeStates),
    people: z.number().int().min(0).max(100_000).nullable(),
  }),
])

export type ItemAct = z.output<typeof itemAct>
export type AxisAct = z.output<typeof axisAct>
export type InitiativeAct = z.output<typeof initiativeAct>
export type ActBody = ItemAct | AxisAct | InitiativeAct | z.output<typeof recommendationAct>

/** The body that a kind of target takes. */
export const actBodies = {
  item: itemAct,
  recommendation: recommendationAct,
  axes: axisAct,
  initiative: initiativeAct,
} as const

export interface KeptAct<Body = ActBody> {
  readonly id: string
  readonly target: ActTarget
  /** Of an item, a recommendation or an initiative; the cycle's id for the axes. */
  readonly targetId: string
  /** 1 for the first act about its target, one more with each. */
  readonly place: number
  readonly body: Body
  /** `YYYY-MM-DD` of the cycle on which it was done: a demo's moment before that day does not know of it. */
  readonly day: string
  /** Milliseconds since 1970, the real clock. */
  readonly at: number
  /** `account:…` or `device:…`. */
  readonly by: string
  readonly byName: string
}

/** The acts about one target that exist on a day, oldest first. */
export const actsOn = <Body>(
  acts: readonly KeptAct[],
  target: ActTarget,
  targetId: string,
): KeptAct<Body>[] =>
  acts
    .filter((act) => act.target === target && act.targetId === targetId)
    .sort((a, b) => a.place - b.place) as unknown as KeptAct<Body>[] // bodies were parsed by their target's schema when they were read
