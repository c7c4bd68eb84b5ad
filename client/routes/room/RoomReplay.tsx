// The room's past in this room: whose space is whose, by the groups' names.
import { useTranslation } from 'react-i18next'
import { ReplayDialog } from '#client/features/replay/ReplayDialog.tsx'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'

export function RoomReplay({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell')
  const { join, draftsOf } = useLiveRoom()
  const { groups, kind, code } = join.room
  const spaceName = (spaceId: string): string => {
    const groupId = draftsOf(spaceId)?.groupId
    return groups.find(({ id }) => id === groupId)?.place ?? t(`room.${kind}`)
  }
  return <ReplayDialog code={code} spaceName={spaceName} onClose={onClose} />
}
