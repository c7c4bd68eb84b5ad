// What the room's attention asks of the board, the list and the texts, as they understand it: locks, few tools, the laser.
import { useEffect, useMemo } from 'react'
import { useAttention } from '#client/features/attention/useAttention.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { type HeldLocks, holdsRecord } from '#shared/attention/heldLocks.ts'
import { forgetSteps } from '#shared/whiteboard/boardUndo.ts'

export interface RoomAttention {
  readonly locks: HeldLocks
  /** Whether this person has fewer tools on the board. */
  readonly fewTools: boolean
  /** The participant who points; null when nobody does. */
  readonly laserOf: string | null
}

/** The same object until something of it changes: views draw everything again with a new one. */
export function useRoomAttention(): RoomAttention {
  const room = useLiveRoom()
  const attention = useAttention()
  const leads = useMayLead()
  const laserOf = attention?.laser?.participantId ?? null
  const fewTools = !leads && (attention?.fewTools ?? false)
  const records = (attention?.locked.records ?? []).join(' ')
  const drafts = (attention?.locked.drafts ?? []).join(' ')
  const locks = useMemo<HeldLocks>(
    () => ({ records: wordsOf(records), drafts: wordsOf(drafts), holds: !leads }),
    [records, drafts, leads],
  )
  // A step of undo that touches what is locked would be refused with everything after it.
  useEffect(() => forgetSteps(room.whiteboard.doc, (id) => holdsRecord(locks, id)), [room, locks])
  return useMemo(() => ({ locks, fewTools, laserOf }), [locks, fewTools, laserOf])
}

/** Ids have no spaces. */
const wordsOf = (joined: string): ReadonlySet<string> => new Set(joined === '' ? [] : joined.split(' '))
