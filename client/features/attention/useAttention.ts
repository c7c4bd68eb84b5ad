// Where the room's attention is, and what may be done about it.
import { useMemo } from 'react'
import { useLiveRoom, usePeople, useSlice } from '#client/live/useLiveRoom.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import type { Seat } from '#shared/people/actor.ts'
import type { CommandName, InputOf } from '#shared/wire.ts'

/** Undefined before the first snapshot. */
export const useAttention = () => useSlice('attention')

/** One's own seats that may act; none for observers. */
export function useOwnSeats(): readonly Seat[] {
  const { join } = useLiveRoom()
  const here = usePeople().find(({ participantId }) => participantId === join.participantId)
  return join.you.role === 'observer' ? [] : (here?.seats ?? join.you.seats)
}

/** Asks the server; a refusal is said. Resolves with whether it was done. */
export function useAsk() {
  const room = useLiveRoom()
  return useMemo(
    () =>
      async <N extends CommandName>(name: N, input: InputOf<N>): Promise<boolean> =>
        sayRefusal(await room.command(name, input)),
    [room],
  )
}

export type Ask = ReturnType<typeof useAsk>

/** What is locked, for views that respect it. */
export function useLocks(): { readonly records: ReadonlySet<string>; readonly drafts: ReadonlySet<string> } {
  const locked = useAttention()?.locked
  return useMemo(
    () => ({ records: new Set(locked?.records), drafts: new Set(locked?.drafts) }),
    [locked?.records, locked?.drafts],
  )
}

const nobody: readonly string[] = []
/** Seats that have said they are away, for lists of people. */
export function useAway(): ReadonlySet<string> {
  const away = useAttention()?.away ?? nobody
  return useMemo(() => new Set(away), [away])
}
