// What the decision's screens read of the room: what is open, one's own seats, how many voices there may be.
import { useLiveRoom, useLiveRoomChanges, usePeople, useSlice } from '#client/live/useLiveRoom.tsx'
import type { OpenView } from '#shared/decision/decision.ts'
import { votingSeats } from '#shared/decision/voters.ts'
import type { Seat } from '#shared/people/actor.ts'
import { seatsHere } from '#shared/room/people.ts'

export const useOpenDecision = (): OpenView | null => useSlice('decision')?.open ?? null

/** The people behind this device; none for somebody who only watches. */
export function useOwnSeats(): readonly Seat[] {
  const { join } = useLiveRoomChanges(useLiveRoom())
  const own = usePeople().find(({ participantId }) => participantId === join.participantId)
  if (join.you.role === 'observer') return []
  return own?.seats ?? join.you.seats
}

/** Seats in the room that may answer, and the voices that are carried for people without a device. */
export function useExpectedVoices(open: OpenView): number {
  const seats = votingSeats(seatsHere(usePeople())).length + open.carried
  // Somebody may have answered and left.
  return Math.max(seats, open.answered)
}
