// The server's half of deciding: an initiative that a session begins, or takes back, is kept in the groups' records.
import type { SliceServer } from '#server/live/rooms.ts'
import type { Rooms } from '#server/ports/rooms.ts'
import type { SessionRecords } from '#server/ports/sessionRecords.ts'
import { initiative } from '#shared/decision/initiative.ts'

export interface DecisionServerOptions {
  readonly rooms: Pick<Rooms, 'room'>
  readonly records: Pick<SessionRecords, 'startInitiative' | 'withdrawInitiative'>
  /** `YYYY-MM-DD`, as sessions are dated. */
  readonly today: () => Promise<string>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export function decisionServer({ rooms, records, today, now }: DecisionServerOptions): SliceServer {
  return {
    // [I4] The initiative's own id makes it the same one, however often the effect is done.
    async perform({ roomId, kind, input }) {
      const begun = initiative.parse(input)
      const room = await rooms.room(roomId)
      // What an aparté begins stays in it.
      if (!room || room.aparte) return
      const space = room.spaces.find(({ spaceId }) => spaceId === begun.draft.spaceId)
      await records.startInitiative({
        ...{ id: begun.id, roomId, draft: begun.draft },
        // A group's own draft is that group's initiative, in a joint room too; a joint draft's belongs to all of them.
        groupIds: space?.groupId ? [space.groupId] : room.groupIds,
        ...{ firstStep: begun.firstStep, who: begun.who, when: begun.when },
        ...{ since: await today(), withdrawnAt: null },
      })
      // Also where the beginning could not be kept when it was decided: done later, it must not stand again.
      if (kind === 'withdraw-initiative') await records.withdrawInitiative(begun.id, now())
    },
  }
}
