// Whether this person keeps the record of who was there: facilitators and the session's secretary.
import { useLiveRoom, useLiveRoomChanges, useSlice } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'

/** The server decides again at each act; this only chooses what is offered. */
export function useMayRecord(): boolean {
  const { keepsMinutes, seats } = useLiveRoomChanges(useLiveRoom()).join.you
  const secretary = useSlice('agenda')?.secretary ?? null
  const leads = useMayLead()
  return (
    leads || keepsMinutes === true || (secretary !== null && seats.some(({ id }) => id === secretary.seatId))
  )
}
