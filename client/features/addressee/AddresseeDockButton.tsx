// The dock's « À qui le demandons-nous ? »: opens the columns on every screen, and closes them.
import { Signpost } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#client/live/useCommand.ts'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'

export function AddresseeDockButton() {
  const { t } = useTranslation('addressee')
  const on = useSlice('decision')?.sorting ?? false
  const sort = useCommand('decision.sort')
  return (
    <button
      type="button"
      className={`tool ${on ? 'on' : ''}`}
      aria-pressed={on}
      onClick={() => void sort({ on: !on }).then(sayRefusal)}
    >
      <Signpost className="i" aria-hidden="true" />
      {t('dock')}
    </button>
  )
}
