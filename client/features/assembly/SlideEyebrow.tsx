// What stands over the title of a slide: the assembly and its day, and the badges of the groups that worked on it.
import { useTranslation } from 'react-i18next'
import { dayOf } from '#client/features/assembly/assemblyDays.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { Mark } from '#client/ui/Logo.tsx'
import type { Deck } from '#shared/assembly/deck.ts'

export interface SlideEyebrowProps {
  readonly deck: Deck
  readonly groupIds?: readonly string[]
}

export function SlideEyebrow({ deck, groupIds = [] }: SlideEyebrowProps) {
  const { t, i18n } = useTranslation('assembly')
  const date = deck.assembly?.date
  return (
    <p className="as-eyebrow">
      <span className="logo">
        <Mark />
      </span>
      <span>
        {date ? t('titleDated', { day: dayOf(i18n.language, date) }) : (deck.assembly?.cycle ?? t('title'))}
      </span>
      {deck.groups
        .filter(({ id }) => groupIds.includes(id))
        .map(({ id, place, wear }) => (
          <Antenna key={id} wear={wear} place={place} size="mini" />
        ))}
    </p>
  )
}
