// Above the groups: that the words changed since a consent, what changed, and whether it is only a correction of form.
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BarPartProps } from '#client/features/adoption/AdoptionBar.tsx'
import { ChangesDialog } from '#client/features/adoption/ChangesDialog.tsx'
import { readable } from '#client/features/adoption/useAdoption.ts'
import type { TextConsentView } from '#shared/adoption/adoption.ts'
import { lapsedGroups } from '#shared/adoption/correctionCommands.ts'

export interface ChangeBandProps extends BarPartProps {
  readonly text: TextConsentView
}

/** Nothing while every consent is to the words that stand. */
export function ChangeBand(props: ChangeBandProps) {
  const { t, i18n } = useTranslation('adoption')
  const { text, present, groups } = props
  const [open, setOpen] = useState(false)
  const groupIds = groups.map(({ id }) => id)
  const lapsed = lapsedGroups(readable(text), { groupIds }, present.fingerprint)
  const correction = text.corrections.find(({ to, contested }) => to === present.fingerprint && !contested)
  if (lapsed.length === 0 && !correction) return null
  const places = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(
    groups.filter(({ id }) => lapsed.includes(id)).map(({ place }) => place),
  )
  const words = correction
    ? lapsed.length > 0
      ? t('change.waiting', { groups: places })
      : t('change.kept')
    : t('change.lapsed', { groups: places })
  return (
    <div className="adoption-band">
      <RotateCcw className="i" aria-hidden="true" />
      <p className="sm">{words}</p>
      <button type="button" className="btn sm" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('change.show')}
      </button>
      {open && (
        <ChangesDialog {...props} lapsed={lapsed} correction={correction} onClose={() => setOpen(false)} />
      )}
    </div>
  )
}
