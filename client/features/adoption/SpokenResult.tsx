// What a group said of a text: its rule, its counts, its reservations and objections in their own words.
import { useTranslation } from 'react-i18next'
import { CountSigns } from '#client/features/adoption/CountSigns.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import type { SpokenConsent } from '#shared/adoption/adoptionState.ts'

export function SpokenResult({ spoken }: { spoken: SpokenConsent }) {
  const { t } = useTranslation('adoption')
  const { rule, counts, said, voices, carried } = spoken
  return (
    <div className="stack adoption-spoken">
      <p className="soft">
        {t(`rule.${rule.kind}`)}
        {rule.kind === 'delegate' && `, ${rule.name}`}. {t('spoken.voices', { count: voices })}
        {carried > 0 && ` ${t('spoken.carried', { count: carried })}`}
      </p>
      <CountSigns counts={counts} />
      {said.length > 0 && (
        <ul className="adoption-words">
          {said.map(({ name, position, words, carried: through }, place) => (
            <li key={`${place}-${name}`}>
              <b>{t(`position.${position}`)}</b>
              {name && ` (${through ? t('spoken.through', { name }) : name})`}
              {words && <span lang={contentLanguage()}>{`\u00a0: ${words}`}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
