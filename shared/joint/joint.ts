// The room's own knowledge of a joint session: when the groups' rights in each other's drafts end, and who renewed them.
import { z } from 'zod'
import { ok, refuse } from '#shared/contract/result.ts'
import { Change, slice } from '#shared/contract/slice.ts'
import { SessionDay } from '#shared/joint/invitation.ts'
import { mayFacilitate } from '#shared/people/access.ts'
import type { Actor } from '#shared/people/actor.ts'

/** Stated to everybody: so long after its planned end a session that nobody ended is over. */
export const graceHours = 24

const State = z.object({
  invitationId: z.string().nullable().default(null),
  day: SessionDay.nullable().default(null),
  /** With the grace; null where the rights end by a facilitator's act alone. Milliseconds since 1970. */
  rightsEndAt: z.number().nullable().default(null),
  endedAt: z.number().nullable().default(null),
  /** Groups that show their drafts to the others again since. */
  renewedBy: z.array(z.string()).default([]),
})
export type JointState = z.output<typeof State>
const noSession: JointState = {
  invitationId: null,
  day: null,
  rightsEndAt: null,
  endedAt: null,
  renewedBy: [],
}

/** Read by the server before deciding. */
export interface JointFacts {
  /** Whether several groups meet in this room. */
  readonly isJoint: boolean
  /** Whether the room shows drafts of that group. */
  readonly isOfRoom: boolean
  /** Whether this person facilitates the group, or runs everything. */
  readonly speaksForGroup: boolean
}

/** The participant id of the server itself, which no person's can be. */
const serverActor = 'server'

/** Acts of the server in a room: what an accepted invitation asks for, and what follows from people's own acts. */
export const serverIn = (roomId: string): Actor => ({
  ...{ participantId: serverActor, roomId, standing: 'admin', role: 'facilitator', groupId: null },
})

/** [S1] By somebody's act, or by its day and the grace after it. */
export const isOver = ({ endedAt, rightsEndAt }: JointState, now: number): boolean =>
  endedAt !== null || (rightsEndAt !== null && now >= rightsEndAt)

const { command, with: withCommands } = slice<JointState>(State, noSession)
const withRights = (state: JointState): Change<JointState, undefined> =>
  new Change(state, { effects: [{ kind: 'rights', input: null }] })

export const joint = withCommands({
  /** Said once, by the server, when it has made the room that an accepted invitation asks for. */
  begin: command({
    input: z.object({ invitationId: z.string(), day: SessionDay, rightsEndAt: z.number().nullable() }),
    may: ({ participantId }) => participantId === serverActor,
    apply: (state, begun) => ok({ ...state, ...begun }),
  }),
  /** [S2] Any facilitator of the room ends the session; ended twice is ended. What groups renewed before counts no more. */
  end: command({
    input: z.object({}),
    may: mayFacilitate,
    apply: (state, _input, { facts, now }) => {
      const { isJoint } = facts as JointFacts // gathered by this slice's own server half
      if (!isJoint) return refuse('not-found', 'joint.noSession')
      if (state.endedAt !== null) return ok(state)
      return ok(withRights({ ...state, endedAt: now, renewedBy: [] }))
    },
  }),
  /** [S3] After the end each group's facilitator renews for that group alone, and may take it back any time. */
  renew: command({
    input: z.object({ groupId: z.string().min(1).max(200), on: z.boolean() }),
    may: mayFacilitate,
    apply: (state, { groupId, on }, { facts, now }) => {
      const { isJoint, isOfRoom, speaksForGroup } = facts as JointFacts // as above
      if (!isJoint || !isOfRoom) return refuse('not-found', 'joint.noSession')
      if (!speaksForGroup) return refuse('not-allowed', 'joint.notYours')
      if (!isOver(state, now)) return refuse('wrong-state', 'joint.notOver')
      const others = state.renewedBy.filter((id) => id !== groupId)
      return ok(withRights({ ...state, renewedBy: on ? [...others, groupId] : others }))
    },
  }),
})
