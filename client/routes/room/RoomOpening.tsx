// The room's shape while it opens: the list first, then the board.
import { useTranslation } from 'react-i18next'
import { Mark } from '#client/ui/Logo.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'

export function RoomOpening({ label }: { label: string }) {
  const { t } = useTranslation('shell')
  return (
    <div className="live-room opening" role="status">
      <div className="room-top stage">
        <span className="logo">
          <Mark />
        </span>
        <h1>{label}</h1>
      </div>
      <div className="voice stage" />
      <main className="stage-area">
        <div className="boardwrap">
          <div className="board">
            <p className="board-note">{t('room.opening')}</p>
          </div>
        </div>
        <div className="room-panel">
          <PanelSkeleton />
        </div>
      </main>
    </div>
  )
}

export function PanelSkeleton() {
  const { t } = useTranslation('shell')
  return (
    <div className="panel-skeleton">
      <Skeleton lines={[70, 100, 90, 55]} label={t('room.opening')} />
      <Skeleton lines={[60, 95, 80]} />
      <Skeleton lines={[75, 100, 40]} />
    </div>
  )
}
