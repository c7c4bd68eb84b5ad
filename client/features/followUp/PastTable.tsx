// Recommendations of earlier cycles: one line each, under the same search.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LookChip } from '#client/features/followUp/LookChip.tsx'
import { fateLooks } from '#client/features/followUp/looks.ts'
import type { PastRecommendation } from '#shared/pastImport/pastRecommendation.ts'

const shownAtFirst = 20

export function PastTable({ past, language }: { past: readonly PastRecommendation[]; language: string }) {
  const { t } = useTranslation('followUp')
  const [most, setMost] = useState(shownAtFirst)
  if (past.length === 0) return null
  return (
    <section className="card fu-past" aria-labelledby="fu-past">
      <h2 id="fu-past">{t('past', { count: past.length })}</h2>
      <ul>
        {past.slice(0, most).map((one) => (
          <li key={one.id}>
            <b className="num">{one.year}</b>
            <span className="grow">
              <b lang={language}>{one.title}</b>
              <small lang={language}>{[one.place, one.reason].filter(Boolean).join('. ')}</small>
              {one.text !== '' && (
                <details>
                  <summary>{t('readText')}</summary>
                  <p lang={language}>{one.text}</p>
                </details>
              )}
              {one.link !== '' && (
                <a href={one.link} rel="noreferrer nofollow" target="_blank">
                  {t('source')}
                </a>
              )}
            </span>
            <LookChip look={fateLooks[one.outcome]}>{t(`past_.${one.outcome}`)}</LookChip>
          </li>
        ))}
      </ul>
      {past.length > most && (
        <button type="button" className="btn fu-more" onClick={() => setMost(most + shownAtFirst)}>
          {t('more', { count: past.length - most })}
        </button>
      )}
    </section>
  )
}
