// The server's half of a joint session's end: who speaks for a group, and the rights that follow.
import { speaksForGroup } from '#server/features/openness/opennessServer.ts'
import type { SliceServer } from '#server/live/rooms.ts'
import type { People } from '#server/ports/people.ts'
import type { Room, Rooms } from '#server/ports/rooms.ts'
import { type JointFacts, joint } from '#shared/joint/joint.ts'

export interface JointServerOptions {
  readonly rooms: Pick<Rooms, 'room' | 'saveRoom' | 'state'>
  readonly people: Pick<People, 'participant' | 'account'>
  /** Asks the gate again for every open line. */
  readonly recheck: () => Promise<void>
  /** Whose rights ended and began again, for the incident runbook; no names, no content. */
  readonly audit: (context: Record<string, unknown>, act: string) => void
}

export function jointServer({ rooms, people, recheck, audit }: JointServerOptions): SliceServer {
  return {
    async gather(actor, input): Promise<JointFacts> {
      const { groupId } = input as { groupId?: string } // parsed by the slice's own commands
      const room = await rooms.room(actor.roomId)
      return {
        isJoint: isJoint(room),
        isOfRoom: groupId !== undefined && (room?.groupIds.includes(groupId) ?? false),
        speaksForGroup: groupId !== undefined && (await speaksForGroup(people, actor, groupId)),
      }
    },
    /** The state is the truth, not what an effect was asked for with: effects may come late, or twice. */
    async perform({ roomId }) {
      const [room, { state }] = await Promise.all([rooms.room(roomId), rooms.state(roomId)])
      const kept = joint.state.safeParse(state['joint'])
      if (!room || !kept.success) return
      const { rightsEndAt, endedAt, renewedBy } = kept.data
      await rooms.saveRoom({ ...room, jointSession: { rightsEndAt, endedAt, renewedBy } })
      audit({ audit: true, roomId, endedAt, renewedBy }, 'rights in a joint room')
      await recheck()
    },
  }
}

/** An aparté of a joint room is none: nothing of a group's is shown there. */
const isJoint = (room: Room | undefined): boolean => room?.kind === 'joint' && room.aparte === undefined
