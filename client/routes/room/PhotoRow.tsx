// While nothing is asked on a phone: paper of the room comes to the board from here.
import { Camera, ListPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLiveRoom, useLiveRoomChanges } from '#client/live/useLiveRoom.tsx'
import type { RoomDialog } from '#client/routes/room/RoomDialogs.tsx'

export const useMayPutPaper = (): boolean => useLiveRoomChanges(useLiveRoom()).whiteboard.access === 'write'

export function PhotoRow({ onDialog }: { onDialog: (dialog: RoomDialog) => void }) {
  const { t } = useTranslation('paper')
  if (!useMayPutPaper()) return null
  return (
    <div className="photo-row">
      <button type="button" className="btn" aria-haspopup="dialog" onClick={() => onDialog('photo')}>
        <Camera className="i" aria-hidden="true" />
        {t('photo')}
      </button>
      <button type="button" className="btn" aria-haspopup="dialog" onClick={() => onDialog('copyOut')}>
        <ListPlus className="i" aria-hidden="true" />
        {t('batch')}
      </button>
    </div>
  )
}
