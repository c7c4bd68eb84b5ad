// An aparté beside its parent room: its own documents and tools, and one line to the parent for people, time, help and the way back.
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { openBeside } from '#client/features/call/openBeside.ts'
import { roomPath } from '#client/features/join/roomCode.ts'
import { AparteBand } from '#client/features/subgroups/AparteBand.tsx'
import { AparteProblem } from '#client/features/subgroups/AparteProblem.tsx'
import { AparteProvider, SubgroupWaysProvider } from '#client/features/subgroups/subgroupWays.ts'
import { useAparteEntry } from '#client/features/subgroups/useAparteEntry.ts'
import { addRoomTexts } from '#client/i18n/roomTexts.ts'
import { LiveRoomProvider } from '#client/live/useLiveRoom.tsx'
import { PlainPage } from '#client/routes/PlainPage.tsx'
import { OpenRoom } from '#client/routes/room/OpenRoom.tsx'
import { RoomOpening } from '#client/routes/room/RoomOpening.tsx'
import { useOpenedRoom } from '#client/routes/useOpenedRoom.ts'
import { useTitle } from '#client/routes/useTitle.ts'
import type { JoinAnswer } from '#shared/room/join.ts'

addRoomTexts()

export interface OpenAparteProps {
  readonly parent: JoinAnswer
  /** A fresh ticket of the parent room. */
  readonly refresh: () => Promise<JoinAnswer>
  readonly groupId: string
  readonly phone: boolean
}

export function OpenAparte({ parent, refresh, groupId, phone }: OpenAparteProps) {
  const { t } = useTranslation('subgroups')
  const { code } = parent.room
  const aparte = useAparteEntry(code, groupId)
  const { entry } = aparte
  // The parent's room lane without its documents: nobody writes there from here, and a phone's line is narrow.
  const line = useMemo(() => alone(parent), [parent])
  const renew = useCallback(async () => alone(await refresh()), [refresh])
  const room = useOpenedRoom(line, renew)
  const navigate = useNavigate()
  const onBack = useCallback(
    (frame: string | null = null) =>
      void navigate(`${roomPath(code)}${phone ? '/phone' : ''}`, { state: { frame } }),
    [navigate, code, phone],
  )
  const ways = useMemo(
    () => ({ onFrame: onBack, onFrameInList: onBack, enterAparte: () => undefined, openCall: openBeside }),
    [onBack],
  )
  useTitle(entry.kind === 'joined' ? `${t('aparte')} · ${entry.answer.room.title}` : t('aparte'))
  if (entry.kind === 'problem')
    return (
      <PlainPage>
        <h1 className="sr">{t('aparte')}</h1>
        <AparteProblem problem={entry.problem} onRetry={aparte.retry} onBack={() => onBack()} />
      </PlainPage>
    )
  if (entry.kind === 'opening' || !room) return <RoomOpening label={t('aparteLoading')} />
  const band = (
    <LiveRoomProvider room={room}>
      <SubgroupWaysProvider value={ways}>
        <AparteBand groupId={groupId} onBack={onBack} />
      </SubgroupWaysProvider>
    </LiveRoomProvider>
  )
  return (
    <AparteProvider value={{ onBack }}>
      <OpenRoom
        answer={entry.answer}
        refresh={aparte.refresh}
        shutOut={aparte.shutOut}
        phone={phone}
        band={band}
      />
    </AparteProvider>
  )
}

const alone = (answer: JoinAnswer): JoinAnswer => ({ ...answer, documents: [] })
