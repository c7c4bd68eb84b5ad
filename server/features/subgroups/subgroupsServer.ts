// The server's half of sub-groups: frames on the board, apartés with the rights that the plan gives, and what comes back of them.
import type { AparteRooms } from '#server/features/subgroups/aparteRooms.ts'
import type { SliceServer } from '#server/live/rooms.ts'
import type { Rooms } from '#server/ports/rooms.ts'
import type { DocumentLane } from '#server/transport/documentLane.ts'
import { documentName } from '#shared/contract/documentName.ts'
import type { RoomGroup } from '#shared/room/join.ts'
import { toBringBack } from '#shared/subgroups/ending.ts'
import { layGroupFrames } from '#shared/subgroups/layGroupFrames.ts'
import type { SubgroupFacts } from '#shared/subgroups/preparing.ts'
import { framesToLay } from '#shared/subgroups/starting.ts'

export interface SubgroupsOptions {
  readonly rooms: Pick<Rooms, 'room'>
  readonly apartes: AparteRooms
  /** Asked for at each use: it is opened after the room lane. */
  readonly lane: () => Pick<DocumentLane, 'edit'>
  readonly groups: (ids: readonly string[]) => Promise<readonly RoomGroup[]>
}

/** Commands that are decided with facts from outside. */
const asking = new Set(['draw', 'start', 'withdraw'])

export function subgroupsServer({ rooms, apartes, lane, groups }: SubgroupsOptions): SliceServer {
  return {
    async gather({ roomId }, _input, verb): Promise<SubgroupFacts | undefined> {
      if (!asking.has(verb)) return undefined
      const room = await rooms.room(roomId)
      const known = await groups(room?.groupIds ?? [])
      return {
        places: Object.fromEntries(known.map(({ id, place }) => [id, place])),
        isAparte: room?.aparte !== undefined,
      }
    },
    async perform({ roomId, kind, input }) {
      switch (kind) {
        case 'frames': {
          const frames = framesToLay.parse(input)
          const board = documentName({ kind: 'whiteboard', id: roomId })
          return lane().edit(board, (doc) => layGroupFrames(doc, frames))
        }
        case 'open':
          return apartes.open(roomId)
        case 'members':
          return apartes.follow(roomId)
        case 'bringBack':
          return apartes.bringBack(roomId, toBringBack.parse(input))
        default:
          throw new Error(`unknown effect of sub-groups: ${kind}`)
      }
    },
  }
}
