// Somebody kept other words while these were written: they are read first, then what was written may take their place.
import { useTranslation } from 'react-i18next'
import { Banner } from '#client/ui/Banner.tsx'

export interface ChangedMeanwhileProps {
  /** What was read when the writing began, or after. */
  readonly seen: number
  readonly newest: { readonly version: number; readonly text: string; readonly byName: string } | undefined
  readonly onRead: (version: number) => void
}

export function ChangedMeanwhile({ seen, newest, onRead }: ChangedMeanwhileProps) {
  const { t } = useTranslation('library')
  if (!newest || newest.version <= seen) return null
  const { byName, text, version } = newest
  return (
    <>
      <Banner
        tone="caution"
        action={
          <button type="button" className="btn sm" data-act="have-read" onClick={() => onRead(version)}>
            {t('haveReadIt')}
          </button>
        }
      >
        {t('changedMeanwhile', { name: byName })}
      </Banner>
      <details>
        <summary>{t('theirWords')}</summary>
        <p className="li-their-words">{text}</p>
      </details>
    </>
  )
}
