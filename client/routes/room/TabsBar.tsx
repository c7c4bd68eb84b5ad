// Half a screen beside a call: board and list as two tabs, and the call column's tools in one row.
import { Circle, CircleDot, LayoutDashboard, List, QrCode } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CallCard } from '#client/features/call/CallCard.tsx'
import { HandButton } from '#client/features/queue/HandButton.tsx'
import { OwnTools } from '#client/routes/room/OwnTools.tsx'
import type { RoomDialog } from '#client/routes/room/RoomDialogs.tsx'
import type { RoomView } from '#client/routes/room/RoomShell.tsx'
import { ViewTabs } from '#client/ui/ViewTabs.tsx'

export interface ViewBarProps {
  readonly view: RoomView
  readonly onView: (view: RoomView) => void
  readonly onDialog: (dialog: RoomDialog) => void
  /** Whether a tool waits for people. */
  readonly runs: boolean
}

export function TabsBar({ view, onView, onDialog, runs }: ViewBarProps) {
  const { t } = useTranslation('shell')
  return (
    <aside className="strip stage" aria-label={t('room.barLabel')} data-region="call">
      <ViewTabs<RoomView>
        label={t('room.viewsLabel')}
        chosen={view}
        onChoose={onView}
        tabs={[
          { key: 'board', label: t('room.board'), icon: LayoutDashboard, panelId: 'tableau' },
          { key: 'list', label: t('room.list'), icon: List, panelId: 'liste' },
          { key: 'now', label: t('room.now'), icon: runs ? CircleDot : Circle, panelId: 'now-panel' },
        ]}
      />
      <span className="grow" />
      <HandButton />
      <CallCard look="button" />
      <button
        type="button"
        className="btn on-stage strip-short"
        aria-haspopup="dialog"
        title={t('room.invite')}
        onClick={() => onDialog('share')}
      >
        <QrCode className="i" aria-hidden="true" />
        <span className="word">{t('room.invite')}</span>
      </button>
      <OwnTools onDialog={onDialog} />
    </aside>
  )
}
