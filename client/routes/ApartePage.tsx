// An aparté's address: through its parent room, which knows who this is; nothing is asked.
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useLocation, useParams } from 'react-router'
import { DoorProblemCard } from '#client/features/join/DoorProblemCard.tsx'
import { roomCode, roomPath } from '#client/features/join/roomCode.ts'
import { useRoomEntry } from '#client/features/join/useRoomEntry.ts'
import { PlainPage } from '#client/routes/PlainPage.tsx'
import { RoomOpening } from '#client/routes/room/RoomOpening.tsx'
import { lazyView } from '#client/ui/lazyView.tsx'

const OpenAparte = lazyView(async () => (await import('#client/routes/room/OpenAparte.tsx')).OpenAparte)
OpenAparte.prepare()

export function ApartePage() {
  const { t } = useTranslation('join')
  const { code: typed = '', groupId = '' } = useParams()
  const code = roomCode(typed)
  const { entry, retry, refresh } = useRoomEntry(code, null)
  const phone = isPhone(useLocation().state)
  const opening = <RoomOpening label={t('page.loading', { code })} />
  if (entry.kind === 'opening') return opening
  // Nobody comes into an aparté who is not in its room.
  if (entry.kind === 'form') return <Navigate to={roomPath(code)} replace />
  if (entry.kind === 'problem')
    return (
      <PlainPage>
        <h1 className="sr">{code}</h1>
        <DoorProblemCard problem={entry.problem} code={code} onRetry={retry} />
      </PlainPage>
    )
  return (
    <Suspense fallback={opening}>
      <OpenAparte key={groupId} parent={entry.answer} refresh={refresh} groupId={groupId} phone={phone} />
    </Suspense>
  )
}

/** Whether somebody came from the phone's page of the room. */
const isPhone = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'phone' in state && state.phone === true
