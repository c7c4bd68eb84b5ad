// Whether this person may lead the room: its facilitators, cooperative life and administrators.
import { useQuery } from '@tanstack/react-query'
import { request } from '#client/live/api.ts'
import { useLiveRoom, useLiveRoomChanges } from '#client/live/useLiveRoom.tsx'
import type { MeAnswer } from '#shared/home/home.ts'
import { mayFacilitate } from '#shared/people/access.ts'

/** The server decides again at each act; this only chooses what is offered. */
export function useMayLead(): boolean {
  const { you } = useLiveRoomChanges(useLiveRoom()).join
  const me = useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => request<MeAnswer>('GET', '/api/me', undefined, { signal }),
    enabled: you.signedIn,
  })
  const standing = you.signedIn ? (me.data?.me?.standing ?? 'member') : 'guest'
  return you.role !== 'observer' && mayFacilitate({ standing, role: you.role })
}
