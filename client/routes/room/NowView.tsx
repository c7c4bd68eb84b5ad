// What runs now as a view of its own: one step, one screen.
import { Coffee } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { NowPanel } from '#client/routes/room/NowPanel.tsx'
import { NowSwitch, toolInFront } from '#client/routes/room/NowSwitch.tsx'
import { OwnSigns } from '#client/routes/room/OwnSigns.tsx'
import { PhotoRow } from '#client/routes/room/PhotoRow.tsx'
import type { RoomDialog } from '#client/routes/room/RoomDialogs.tsx'
import { NowTools } from '#client/routes/room/SessionTools.tsx'
import { type RunningTool, useRunning } from '#client/routes/room/useRunning.ts'
import { Empty } from '#client/ui/Empty.tsx'

export interface NowViewProps {
  readonly shown: boolean
  readonly tab: boolean
  readonly phone: boolean
  /** The tool that began last, or that was chosen here. */
  readonly front: RunningTool | null
  readonly onFront: (tool: RunningTool) => void
  readonly onDialog: (dialog: RoomDialog) => void
}

export function NowView({ shown, tab, phone, front, onFront, onDialog }: NowViewProps) {
  const { t } = useTranslation('shell')
  const running = useRunning()
  const idle = running.size === 0
  const only = toolInFront(running, front)
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
        <NowSwitch only={only} onFront={onFront} />
        <NowPanel alone tools={<NowTools compact={phone} only={only} />} />
        {idle && <PhotoRow onDialog={onDialog} />}
      </div>
      <OwnSigns />
    </div>
  )
}
