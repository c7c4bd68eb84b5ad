// The room's dialogs, loaded when first opened.
import { lazy, Suspense } from 'react'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { ownSpace } from '#client/routes/room/roomDrafts.tsx'

export type RoomDialog = 'people' | 'writing' | 'share' | 'seats' | 'appearance' | 'paste'

const PeopleDialog = lazy(async () => ({
  default: (await import('#client/features/people/PeopleDialog.tsx')).PeopleDialog,
}))
const SeatsDialog = lazy(async () => ({
  default: (await import('#client/features/people/SeatsDialog.tsx')).SeatsDialog,
}))
const ShareDialog = lazy(async () => ({
  default: (await import('#client/features/share/ShareDialog.tsx')).ShareDialog,
}))
const PasteDrafts = lazy(async () => ({
  default: (await import('#client/features/draft/PasteDrafts.tsx')).PasteDrafts,
}))
const AppearanceDialog = lazy(async () => ({
  default: (await import('#client/ui/AppearanceDialog.tsx')).AppearanceDialog,
}))

export function RoomDialogs({ dialog, onClose }: { dialog: RoomDialog | null; onClose: () => void }) {
  const room = useLiveRoom()
  const { code } = room.join.room
  const into = ownSpace(room)
  return (
    <Suspense>
      {(dialog === 'people' || dialog === 'writing') && (
        <PeopleDialog writing={dialog === 'writing'} onClose={onClose} />
      )}
      {dialog === 'seats' && <SeatsDialog onClose={onClose} />}
      {dialog === 'share' && <ShareDialog code={code} onClose={onClose} />}
      {dialog === 'paste' && into && <PasteDrafts room={room} spaceId={into} onClose={onClose} />}
      {dialog === 'appearance' && <AppearanceDialog onClose={onClose} />}
    </Suspense>
  )
}
