// What may be done with the queue, each with the turn that this person sees: the server refuses when the floor has moved meanwhile.
import { useMemo } from 'react'
import { useQueue } from '#client/features/queue/useQueue.ts'
import { useLiveRoom, useSlice } from '#client/live/useLiveRoom.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import type { Side } from '#shared/people/actor.ts'
import type { CommandName, InputOf } from '#shared/wire.ts'

export type QueueActs = ReturnType<typeof useQueueActs>

/** Each act says a refusal and resolves with whether it was done. */
export function useQueueActs() {
  const room = useLiveRoom()
  const turn = useSlice('queue')?.speaking?.id ?? null
  return useMemo(() => {
    const ask = async <N extends CommandName>(name: N, input: InputOf<N>): Promise<boolean> =>
      sayRefusal(await room.command(name, input))
    return {
      raise: (seatId: string) => ask('queue.raise', { seatId }),
      raiseFor: (seatId: string) => ask('queue.raiseFor', { seatId }),
      raiseForName: (name: string, side: Side) => ask('queue.raiseFor', { name, side, groupId: null }),
      lower: (entryId: string) => ask('queue.lower', { entryId }),
      next: () => ask('queue.next', { after: turn }),
      give: (entryId: string) => ask('queue.give', { entryId, after: turn }),
      giveSeat: (seatId: string) => ask('queue.give', { seatId, after: turn }),
      end: () => ask('queue.end', { turn: turn ?? '' }),
      putBack: () => ask('queue.putBack', { turn: turn ?? '' }),
      pass: () => ask('queue.pass', { turn: turn ?? '' }),
      startRound: () => ask('queue.startRound', {}),
      endRound: () => ask('queue.endRound', {}),
      alternate: (sides: boolean, antennas: boolean) => ask('queue.alternate', { sides, antennas }),
      putOff: () => ask('queue.putOff', {}),
      clear: () => ask('queue.clear', {}),
      resetBalance: () => ask('queue.resetBalance', {}),
    }
  }, [room, turn])
}

/** Both at once, for components that show and act. */
export function useQueueHere() {
  return { queue: useQueue(), acts: useQueueActs() }
}
