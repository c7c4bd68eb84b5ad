// What runs now as a view of its own: one step, one screen.
import { Coffee } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { NowPanel } from '#client/routes/room/NowPanel.tsx'
import { OwnSigns } from '#client/routes/room/OwnSigns.tsx'
import { PhotoRow } from '#client/routes/room/PhotoRow.tsx'
import type { RoomDialog } from '#client/routes/room/RoomDialogs.tsx'
import { NowTools } from '#client/routes/room/SessionTools.tsx'
import { useRunning } from '#client/routes/room/useRunning.ts'
import { Empty } from '#client/ui/Empty.tsx'

export interface NowViewProps {
  readonly shown: boolean
  readonly tab: boolean
  readonly phone: boolean
  readonly onDialog: (dialog: RoomDialog) => void
}

export function NowView({ shown, tab, phone, onDialog }: NowViewProps) {
  const { t } = useTranslation('shell')
  const idle = useRunning().size === 0
  return (
    <div
      className="now-view"
      inert={!shown}
      data-shown={shown}
      {...(tab ? { role: 'tabpanel', id: 'now-panel', 'aria-labelledby': 'tab-now-panel' } : {})}
    >
      <div className="now-scroll">
        {idle && (
          <Empty icon={Coffee} title={t('room.nowIdle')}>
            {t('room.nowIdleText')}
          </Empty>
        )}
        <NowPanel alone tools={<NowTools compact={phone} />} />
        {idle && <PhotoRow onDialog={onDialog} />}
      </div>
      <OwnSigns />
    </div>
  )
}
