// What a group of a joint room lets the other groups do with its drafts. Everybody sees what each group decided.
import { z } from 'zod'
import { ok, refuse } from '#shared/contract/result.ts'
import { Change, slice } from '#shared/contract/slice.ts'
import { mayFacilitate, type Opening, openings } from '#shared/people/access.ts'

/** Group id -> what the others may do; a group that never said anything lets them read. */
const State = z.record(z.string(), z.enum(openings))
export type OpennessState = z.output<typeof State>

/** Read by the server before deciding. */
export interface OpennessFacts {
  /** Whether this is a joint room that shows the group's drafts. */
  readonly showsDrafts: boolean
  /** Whether this person facilitates the group, or runs everything. */
  readonly speaksForGroup: boolean
}

/** What is still to be done once it is decided: the room's rights follow. */
export interface OpenDrafts {
  readonly groupId: string
  readonly access: Opening
  /** Participant id. */
  readonly by: string
}

const { command, with: withCommands } = slice<OpennessState>(State, {})

export const openness = withCommands({
  set: command({
    input: z.object({ groupId: z.string().min(1).max(64), access: z.enum(openings) }),
    may: mayFacilitate,
    apply: (state, { groupId, access }, { actor, facts }) => {
      const { showsDrafts, speaksForGroup } = facts as OpennessFacts // gathered by this slice's own server half
      if (!showsDrafts) return refuse('not-found', 'openness.noDrafts')
      if (!speaksForGroup) return refuse('not-allowed', 'openness.notYours')
      const input: OpenDrafts = { groupId, access, by: actor.participantId }
      return ok(new Change({ ...state, [groupId]: access }, { effects: [{ kind: 'open', input }] }))
    },
  }),
})

/** What the other groups may do in a group's drafts. */
export const openTo = (state: OpennessState, groupId: string): Opening =>
  Object.hasOwn(state, groupId) ? (state[groupId] ?? 'read') : 'read'
