// The day that a session begins on, and which session of the cycle it then is.
import { type DayDeps, todayOf } from '#server/features/home/day.ts'
import type { Cycle } from '#server/ports/cycle.ts'
import type { Room } from '#server/ports/rooms.ts'
import type { HeldSession } from '#server/ports/sessionRecords.ts'

const sameGroups = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id))

/** Only what the cycle planned for that very day, for exactly the room's groups, is the session of the cycle. */
export async function sessionDay(
  deps: DayDeps & { readonly store: { readonly cycle: Pick<Cycle, 'sessions'> } },
  room: Pick<Room, 'groupIds'>,
): Promise<Pick<HeldSession, 'date' | 'cycleSessionId'>> {
  const date = await todayOf(deps)
  const sessions = await deps.store.cycle.sessions({ before: date })
  const planned = sessions.find((one) => one.date === date && sameGroups(one.groupIds, room.groupIds))
  return { date, cycleSessionId: planned?.id ?? null }
}
