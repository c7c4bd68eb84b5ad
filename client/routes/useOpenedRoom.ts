// A joined room opened for as long as a page shows it, whatever shows it: the room itself or the wall.
import { useEffect, useState } from 'react'
import { UnreachableServer } from '#client/live/api.ts'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { openLiveRoom } from '#client/live/openLiveRoom.ts'
import type { JoinAnswer } from '#shared/room/join.ts'

/** Null until it is open. `refresh` joins again. */
export function useOpenedRoom(answer: JoinAnswer, refresh: () => Promise<JoinAnswer>): LiveRoom | null {
  const [room, setRoom] = useState<LiveRoom | null>(null)
  useEffect(() => {
    const opened = openLiveRoom(answer, {
      refresh: async () => {
        const fresh = await refresh()
        // Another room has taken this one's place: these lines end here, and the page opens that one.
        if (fresh.room.id !== answer.room.id) throw new UnreachableServer()
        return fresh
      },
    })
    setRoom(opened)
    return () => opened.close()
  }, [answer, refresh])
  return room
}
