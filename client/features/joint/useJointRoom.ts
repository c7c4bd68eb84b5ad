// A joint room's own knowledge of its session, and for whom this person speaks in it.
import { useLiveRoom, useLiveRoomChanges, useSlice } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { useServerNow } from '#client/live/useServerNow.ts'
import { isOver, type JointState } from '#shared/joint/joint.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface JointRoom {
  readonly state: JointState
  readonly over: boolean
  readonly groups: readonly RoomGroup[]
  readonly leads: boolean
  /** Groups that this person may speak for: one's own, or all for who runs everything. The server decides again. */
  readonly speaksFor: readonly RoomGroup[]
  readonly ownGroupId: string | null
}

/** Undefined outside joint rooms, and before the room has told. */
export function useJointRoom(): JointRoom | undefined {
  const { join } = useLiveRoomChanges(useLiveRoom())
  const state = useSlice('joint')
  const leads = useMayLead()
  const now = useServerNow(10_000)
  const { room, you } = join
  if (room.kind !== 'joint' || !state) return undefined
  const runsAll = you.signedIn && you.groupId === null
  return {
    ...{ state, leads, groups: room.groups, over: isOver(state, now), ownGroupId: you.groupId },
    speaksFor: leads ? room.groups.filter(({ id }) => runsAll || id === you.groupId) : [],
  }
}
