// The end of a plan: who was with whom is remembered for the next time, and what was made apart comes back.
import { z } from 'zod'
import { Change } from '#shared/contract/slice.ts'
import { frameOf } from '#shared/subgroups/starting.ts'
import type { SubgroupPlan, SubgroupsState } from '#shared/subgroups/subgroupsState.ts'

/** The input of the effect `bringBack`, one a sub-group that had a room of its own. */
export const toBringBack = z.array(
  z.object({
    name: z.string(),
    /** The frame on the parent's board that takes up what comes back. */
    frameId: z.string(),
    roomId: z.string(),
    spaceId: z.string(),
  }),
)
export type ToBringBack = z.output<typeof toBringBack>[number]

export function ending(
  { id, kind, method, groups }: SubgroupPlan,
  now: number,
): Change<SubgroupsState, undefined> {
  const past = groups.map((group) => ({
    ...{ id: group.id, name: group.name, antennaId: group.antennaId, seats: group.seats },
    frameId: kind === 'aparte' ? frameOf(group) : group.frameId,
    room: group.room && { id: group.room.id, code: group.room.code },
  }))
  const state: SubgroupsState = { plan: null, last: { id, endedAt: now, kind, method, groups: past } }
  const back = groups.flatMap(({ room, ...group }): ToBringBack[] =>
    room ? [{ name: group.name, frameId: frameOf(group), roomId: room.id, spaceId: room.spaceId }] : [],
  )
  return new Change(state, { effects: back.length > 0 ? [{ kind: 'bringBack', input: back }] : [] })
}
