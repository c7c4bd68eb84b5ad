// At the head of a group's texts in its own room: the way to hand the list over, and whether it was.
import '#client/features/handover/handover.css'
import { PackageCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import { standingHandover } from '#shared/handover/handoverState.ts'

export function HandoverButton({ onOpen }: { onOpen: () => void }) {
  const { t, i18n } = useTranslation('handover')
  const standing = standingHandover(useSlice('handover') ?? { handed: [] })
  const day = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'long' })
  return (
    <div className="handover-line">
      <button type="button" className="btn sm" aria-haspopup="dialog" onClick={onOpen}>
        <PackageCheck className="i" aria-hidden="true" />
        {t('open')}
      </button>
      {standing && (
        <span className="sm soft">{t('handedOn', { day: day.format(new Date(standing.at)) })}</span>
      )}
    </div>
  )
}
