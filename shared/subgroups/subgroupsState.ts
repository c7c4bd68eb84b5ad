// What a room keeps of its sub-groups: who is with whom, where, until when; and how it was the last time.
import { z } from 'zod'

export const methods = ['hand', 'random', 'theme', 'antenna'] as const
export type SubgroupMethod = (typeof methods)[number]

/** `groups` share the room's documents; an `aparte` is a room of its own that the others cannot read. */
export const kinds = ['groups', 'aparte'] as const
export type SubgroupKind = (typeof kinds)[number]

export const mostGroups = 20
export const longestName = 60

/** Somebody in a sub-group, present or not: a name stays readable after its owner has left. */
const placedSeat = z.object({ id: z.string(), name: z.string() })
export type PlacedSeat = z.output<typeof placedSeat>

const group = z.object({
  id: z.string(),
  name: z.string(),
  seats: z.array(placedSeat),
  /** On the parent's whiteboard: from the start for groups, from the coming back for an aparté. */
  frameId: z.string().nullable().default(null),
  callUrl: z.string().nullable().default(null),
  /** Milliseconds since 1970, server clock. */
  endsAt: z.number().nullable().default(null),
  help: z.object({ at: z.number(), by: z.string() }).nullable().default(null),
  /** The group of the cooperative that this sub-group gathers; with the method `antenna` only. */
  antennaId: z.string().nullable().default(null),
  /** [U9] Of an aparté: known to nobody but the server and the group's own seats. */
  room: z.object({ id: z.string(), code: z.string(), spaceId: z.string() }).nullable().default(null),
})
export type Subgroup = z.output<typeof group>

const plan = z.object({
  id: z.string(),
  status: z.enum(['preparing', 'running']),
  kind: z.enum(kinds),
  method: z.enum(methods),
  groups: z.array(group),
  startedAt: z.number().nullable(),
  /** The whole plan's end, which a late group or a screen shows; each group has its own beside. */
  endsAt: z.number().nullable(),
  /** When the facilitator asked everybody to come back; nothing closes by it. */
  calledBackAt: z.number().nullable().default(null),
})
export type SubgroupPlan = z.output<typeof plan>

/** The newest plan that ended: for « the same as last time », and to find what it brought back. */
const past = z.object({
  id: z.string(),
  endedAt: z.number(),
  kind: z.enum(kinds),
  method: z.enum(methods),
  groups: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      frameId: z.string().nullable(),
      antennaId: z.string().nullable().default(null),
      seats: z.array(placedSeat),
      /** The aparté's room, which its own people may go on reading. */
      room: z.object({ id: z.string(), code: z.string() }).nullable().default(null),
    }),
  ),
})
export type PastPlan = z.output<typeof past>

export const State = z.object({ plan: plan.nullable(), last: past.nullable() })
export type SubgroupsState = z.output<typeof State>

export const noSubgroups: SubgroupsState = { plan: null, last: null }

const name = z.string().trim().min(1).max(longestName)
const id = z.string().max(64)
const groupId = id

/** What each command is given. */
export const inputs = {
  /**
   * `count` sub-groups by hand or by lot; by theme one for each of `themes`; by antenna one for each group present.
   * `names` (by hand, by lot) in the facilitator's language; those that are missing are numbered in French.
   */
  draw: z.object({
    method: z.enum(methods),
    count: z.number().int().min(2).max(mostGroups).default(2),
    /** By lot: people in the room and at a distance are spread over all sub-groups. */
    mix: z.boolean().default(false),
    themes: z.array(name).max(mostGroups).default([]),
    names: z.array(name).max(mostGroups).default([]),
  }),
  again: z.object({}),
  move: z.object({ seatId: id, to: groupId.nullable() }),
  /** One's own seats: all of them, or the one named. */
  choose: z.object({ to: groupId, seatId: id.optional() }),
  rename: z.object({ groupId, name }),
  addGroup: z.object({ name }),
  removeGroup: z.object({ groupId }),
  start: z.object({ kind: z.enum(kinds), minutes: z.number().int().min(1).max(240).nullable() }),
  /** A group of a joint room, into an aparté of its own. */
  withdraw: z.object({ antennaId: z.string().min(1).max(200) }),
  setCall: z.object({ groupId, url: z.string().trim().max(500).nullable() }),
  extend: z.object({ groupId: groupId.nullable(), minutes: z.number().int().min(1).max(120) }),
  askHelp: z.object({ groupId }),
  helped: z.object({ groupId }),
  callBack: z.object({}),
  end: z.object({}),
  discard: z.object({}),
} as const
