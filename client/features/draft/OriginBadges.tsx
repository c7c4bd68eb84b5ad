// Small badges of the groups whose drafts went into this one.
import { useTranslation } from 'react-i18next'
import type { WordSource } from '#client/features/draft/wordSources.ts'
import { Antenna } from '#client/ui/Antenna.tsx'

export function OriginBadges({ origins }: { origins: readonly WordSource[] | undefined }) {
  const { t } = useTranslation('draft')
  if (!origins || origins.length === 0) return null
  return (
    <span className="draft-origins">
      <span className="sr">{t('provenance.origins')} </span>
      {origins.map(({ wear, initials, name }) => (
        <Antenna
          key={`${initials} ${name}`}
          wear={wear}
          place={name || t('provenance.otherGroup')}
          size="mini"
        />
      ))}
    </span>
  )
}
