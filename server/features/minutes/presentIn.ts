// How many people took part, in the room and at a distance: from the records of presence, else from who is here now.

import type { SessionRecords } from '#server/ports/sessionRecords.ts'
import type { Deps } from '#server/transport/deps.ts'

export interface PresentDeps {
  readonly store: { readonly sessionRecords: Pick<SessionRecords, 'lines'> }
  readonly presence: Pick<Deps['presence'], 'people'>
}

/** People, not devices; observers and screens count as nobody. */
export async function presentIn(
  { store, presence }: PresentDeps,
  roomId: string,
  sessionId: string,
): Promise<{ readonly room: number; readonly remote: number }> {
  const lines = (await store.sessionRecords.lines([sessionId])).get(sessionId) ?? []
  const here = presence
    .people(roomId)
    .filter(({ role }) => role !== 'observer')
    .map(({ side, seats, headcount }) => ({ side, headcount: Math.max(seats.length, headcount) }))
  const counted = lines.length > 0 ? lines : here
  const on = (side: 'room' | 'remote'): number =>
    counted.filter((one) => one.side === side).reduce((sum, { headcount }) => sum + Math.max(1, headcount), 0)
  return { room: on('room'), remote: on('remote') }
}
