// The room's door over HTTP: what may be known before joining, joining, and what facilitators do to people.
import { type RequestOptions, request } from '#client/live/api.ts'
import type { Presence, RoomRole } from '#shared/people/actor.ts'
import type { RoomDoor } from '#shared/room/door.ts'
import type { JoinAnswer, JoinInput } from '#shared/room/join.ts'

const roomPath = (code: string): string => `/api/rooms/${encodeURIComponent(code)}`

export const readDoor = (code: string, options?: RequestOptions): Promise<RoomDoor> =>
  request('GET', roomPath(code), undefined, options)

export const joinRoom = (code: string, input: JoinInput, options?: RequestOptions): Promise<JoinAnswer> =>
  request('POST', `${roomPath(code)}/join`, input, options)

/** `place`: where whoever scans it is, so that the door need not ask. */
export const qrPath = (
  code: string,
  { place, stamp }: { place?: Presence; stamp?: number | null } = {},
): string => {
  // A link that was replaced is another picture.
  const query = new URLSearchParams({ ...(place && { place }), ...(stamp && { link: String(stamp) }) })
  return `${roomPath(code)}/qr.svg${query.size > 0 ? `?${query}` : ''}`
}

export const removePerson = (code: string, participantId: string): Promise<void> =>
  request('POST', `${roomPath(code)}/people/${encodeURIComponent(participantId)}/remove`)

export const changeRole = (code: string, participantId: string, role: RoomRole): Promise<void> =>
  request('PUT', `${roomPath(code)}/people/${encodeURIComponent(participantId)}/role`, { role })

/** A new long link for so many days; the former one opens nothing. */
export const replaceRoomLink = (code: string, days: number): Promise<void> =>
  request('POST', `${roomPath(code)}/link`, { days })

/** Whether newcomers may enter with the code; whoever is inside stays. */
export const setDoor = (code: string, open: boolean): Promise<void> =>
  request('PUT', `${roomPath(code)}/door`, { open })
