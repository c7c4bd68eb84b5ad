// The left leg of the dark frame: the call, the invitation, the people, and one's own tools.
import { QrCode } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AwayMark } from '#client/features/attention/AwayToggle.tsx'
import { CallCard } from '#client/features/call/CallCard.tsx'
import { PeopleColumn } from '#client/features/people/PeopleColumn.tsx'
import { QueueColumn } from '#client/features/queue/QueueColumn.tsx'
import { OwnSigns } from '#client/routes/room/OwnSigns.tsx'
import { OwnTools } from '#client/routes/room/OwnTools.tsx'
import type { RoomDialog } from '#client/routes/room/RoomDialogs.tsx'

export function CallColumn({ onDialog }: { onDialog: (dialog: RoomDialog) => void }) {
  const { t } = useTranslation('shell')
  return (
    <aside className="voice stage" aria-label={t('room.callLabel')} data-region="call">
      <CallCard look="tile" />
      <button type="button" className="inv" aria-haspopup="dialog" onClick={() => onDialog('share')}>
        <QrCode className="i" aria-hidden="true" />
        {t('room.invite')}
      </button>
      <QueueColumn />
      <PeopleColumn
        onWhoWrites={() => onDialog('writing')}
        markOf={(seatId) => <AwayMark seatId={seatId} />}
      />
      <OwnSigns />
      <OwnTools onDialog={onDialog} />
    </aside>
  )
}
