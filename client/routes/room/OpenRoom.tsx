// Opens the live room for a joined person, and closes it when they leave the page.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addRoomTexts } from '#client/i18n/roomTexts.ts'
import { UnreachableServer } from '#client/live/api.ts'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { openLiveRoom } from '#client/live/openLiveRoom.ts'
import { LiveRoomProvider } from '#client/live/useLiveRoom.tsx'
import { RoomOpening } from '#client/routes/room/RoomOpening.tsx'
import { RoomShell } from '#client/routes/room/RoomShell.tsx'
import type { JoinAnswer } from '#shared/room/join.ts'

addRoomTexts()

export interface OpenRoomProps {
  readonly answer: JoinAnswer
  readonly refresh: () => Promise<JoinAnswer>
  readonly shutOut: boolean
  readonly phone: boolean
}

export function OpenRoom({ answer, refresh, shutOut, phone }: OpenRoomProps) {
  const { t } = useTranslation('join')
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
  if (!room) return <RoomOpening label={t('page.loading', { code: answer.room.code })} />
  return (
    <LiveRoomProvider room={room}>
      <RoomShell shutOut={shutOut} phone={phone} />
    </LiveRoomProvider>
  )
}
