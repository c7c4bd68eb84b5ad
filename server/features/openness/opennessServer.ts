// The server's half of openness: who speaks for a group, and the rights that follow from what it decided.
import type { SliceServer } from '#server/live/rooms.ts'
import type { People } from '#server/ports/people.ts'
import type { Rooms } from '#server/ports/rooms.ts'
import type { OpenDrafts, OpennessFacts } from '#shared/openness/openness.ts'
import { runsEverything } from '#shared/people/access.ts'
import type { Actor } from '#shared/people/actor.ts'

export interface OpennessOptions {
  readonly rooms: Pick<Rooms, 'room' | 'saveRoom'>
  readonly people: Pick<People, 'participant' | 'account'>
  /** Asks the gate again for every open line. */
  readonly recheck: () => Promise<void>
  /** Who opened what, for the incident runbook; no names, no content. */
  readonly audit: (context: Record<string, unknown>, act: string) => void
}

export function opennessServer({ rooms, people, recheck, audit }: OpennessOptions): SliceServer {
  return {
    async gather(actor, input): Promise<OpennessFacts> {
      const { groupId } = input as OpenDrafts // parsed by the slice's own command
      const room = await rooms.room(actor.roomId)
      return {
        showsDrafts: room?.kind === 'joint' && room.spaces.some((space) => space.groupId === groupId),
        speaksForGroup: await speaksForGroup(people, actor, groupId),
      }
    },
    async perform({ roomId, input }) {
      const { groupId, access, by } = input as OpenDrafts // the only effect that the slice asks for
      const room = await rooms.room(roomId)
      if (!room) return
      const spaces = room.spaces.map((one) => (one.groupId === groupId ? { ...one, opened: access } : one))
      await rooms.saveRoom({ ...room, spaces })
      audit({ audit: true, roomId, by, groupId, access }, 'drafts opened')
      await recheck()
    },
  }
}

/** A facilitator with an account speaks for the groups that it facilitates; a guest, for the group that was named at the door. */
export async function speaksForGroup(
  people: OpennessOptions['people'],
  actor: Actor,
  groupId: string,
): Promise<boolean> {
  if (runsEverything(actor)) return true
  const participant = await people.participant(actor.participantId)
  if (!participant) return false
  const account = participant.accountId === null ? undefined : await people.account(participant.accountId)
  return account ? account.facilitatesGroupIds.includes(groupId) : participant.groupIds.includes(groupId)
}
