// Following a person: where their hand or caret is, from what presence tells; only on this device, nobody else knows.
import { useEffect, useRef, useState } from 'react'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import type { LookPlace } from '#shared/attention/lookPlace.ts'
import { parseDocumentName } from '#shared/contract/documentName.ts'
import type { StampedUser } from '#shared/room/people.ts'

/** Where somebody's hand is; without an extent, so that one's own zoom stays. */
export interface HandPlace {
  readonly kind: 'point'
  readonly page: string
  readonly x: number
  readonly y: number
}
export type FollowedPlace = HandPlace | Extract<LookPlace, { kind: 'draft' | 'record' }>

/** Milliseconds between two looks, and board units a hand must have gone: less would make a board tremble. */
const lookEvery = 600
const farEnough = 240

/**
 * Calls `onLook` as that person goes, again as long as it answers that it could not go there; returns false while they
 * are nowhere. `null` follows nobody.
 */
export function useFollow(participantId: string | null, onLook: (place: FollowedPlace) => boolean): boolean {
  const room = useLiveRoom()
  const [isSeen, setSeen] = useState(false)
  const look = useRef(onLook)
  look.current = onLook
  useEffect(() => {
    if (participantId === null) return
    let last: FollowedPlace | undefined
    const follow = (): void => {
      const place = placeOfPerson(room, participantId)
      setSeen(place !== undefined)
      if (!place || (last && isNear(last, place))) return
      if (look.current(place)) last = place
    }
    follow()
    const timer = setInterval(follow, lookEvery)
    return () => clearInterval(timer)
  }, [room, participantId])
  return isSeen
}

/** Words being written count before a hand at rest on the board: they are written in the list too. */
export function placeOfPerson(room: LiveRoom, participantId: string): FollowedPlace | undefined {
  for (const { name, awareness } of room.drafts) {
    const spaceId = parseDocumentName(name)?.id
    for (const state of statesOf(awareness, participantId))
      if (spaceId !== undefined && typeof state['draftId'] === 'string')
        return { kind: 'draft', spaceId, draftId: state['draftId'] }
  }
  for (const state of statesOf(room.whiteboard.awareness, participantId)) {
    if (typeof state['writing'] === 'string') return { kind: 'record', id: state['writing'] }
    const cursor = state['cursor'] as Partial<Omit<HandPlace, 'kind'>> | null | undefined // checked right below
    if (cursor && Number.isFinite(cursor.x) && Number.isFinite(cursor.y) && typeof cursor.page === 'string')
      return { kind: 'point', page: cursor.page, x: Number(cursor.x), y: Number(cursor.y) }
  }
  return undefined
}

function statesOf(
  awareness: LiveRoom['whiteboard']['awareness'],
  participantId: string,
): Record<string, unknown>[] {
  return [...awareness.getStates().values()].filter((state) => {
    const user = state['user'] as Partial<StampedUser> | undefined // stamped by the server, absent until it has done so
    return user?.participantId === participantId
  })
}

function isNear(a: FollowedPlace, b: FollowedPlace): boolean {
  if (a.kind === 'point' && b.kind === 'point')
    return a.page === b.page && Math.hypot(a.x - b.x, a.y - b.y) < farEnough
  return JSON.stringify(a) === JSON.stringify(b)
}
