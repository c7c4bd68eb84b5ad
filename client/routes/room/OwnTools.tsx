// One's own tools: who sits at this screen, how it looks, and leaving.
import { Accessibility, LogOut, UsersRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { HelpMenu } from '#client/routes/room/HelpMenu.tsx'
import type { RoomDialog } from '#client/routes/room/RoomDialogs.tsx'

export function OwnTools({ onDialog }: { onDialog: (dialog: RoomDialog) => void }) {
  const { t } = useTranslation('shell')
  return (
    <div className="me">
      <button
        type="button"
        className="btn"
        aria-haspopup="dialog"
        aria-label={t('room.seats')}
        title={t('room.seats')}
        onClick={() => onDialog('seats')}
      >
        <UsersRound className="i" aria-hidden="true" />
      </button>
      <button
        type="button"
        className="btn"
        aria-haspopup="dialog"
        aria-label={t('room.appearance')}
        title={t('room.appearance')}
        onClick={() => onDialog('appearance')}
      >
        <Accessibility className="i" aria-hidden="true" />
      </button>
      <HelpMenu
        onGuide={() => onDialog('guide')}
        onPresence={() => onDialog('presence')}
        onReplay={() => onDialog('replay')}
        onMinutes={() => onDialog('minutes')}
      />
      <Link className="btn out" to="/" aria-label={t('room.leave')} title={t('room.leave')}>
        <LogOut className="i" aria-hidden="true" />
      </Link>
    </div>
  )
}
