// Opens the live room for a joined person, and closes it when they leave the page.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addRoomTexts } from '#client/i18n/roomTexts.ts'
import { LiveRoomProvider } from '#client/live/useLiveRoom.tsx'
import { FollowingProvider } from '#client/routes/room/Following.tsx'
import { RoomOpening } from '#client/routes/room/RoomOpening.tsx'
import { RoomRemarks } from '#client/routes/room/RoomRemarks.tsx'
import { RoomShell } from '#client/routes/room/RoomShell.tsx'
import { useOpenedRoom } from '#client/routes/useOpenedRoom.ts'
import type { JoinAnswer } from '#shared/room/join.ts'

addRoomTexts()

export interface OpenRoomProps {
  readonly answer: JoinAnswer
  readonly refresh: () => Promise<JoinAnswer>
  readonly shutOut: boolean
  readonly phone: boolean
  /** What sets an aparté apart, which is called by its name: its code is nobody's business. */
  readonly band?: ReactNode
}

export function OpenRoom({ answer, refresh, shutOut, phone, band }: OpenRoomProps) {
  const { t } = useTranslation('join')
  const room = useOpenedRoom(answer, refresh)
  if (!room)
    return <RoomOpening label={t('page.loading', { code: band ? answer.room.title : answer.room.code })} />
  return (
    <LiveRoomProvider room={room}>
      <FollowingProvider>
        <RoomRemarks>
          <RoomShell shutOut={shutOut} phone={phone} band={band} />
        </RoomRemarks>
      </FollowingProvider>
    </LiveRoomProvider>
  )
}
