// What became of last year's recommendations: shape and word, never colour alone.

import { CalendarClock, Check, type LucideIcon, PenLine, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { dayAndMonth } from '#client/ui/dates.ts'
import type { HomeFate } from '#shared/home/home.ts'

const looks: Record<HomeFate['fate'], { tone: string; icon: LucideIcon }> = {
  accepted: { tone: 'ok', icon: Check },
  done: { tone: 'ok', icon: Check },
  reformulated: { tone: 'info', icon: PenLine },
  postponed: { tone: 'warn', icon: CalendarClock },
  refused: { tone: 'danger', icon: X },
}

export function LastYear({ fates }: { fates: readonly HomeFate[] }) {
  const { t } = useTranslation('home')
  if (fates.length === 0) return null
  return (
    <section className="home-last" aria-labelledby="last-title">
      <h2 id="last-title">{t('lastYear')}</h2>
      <div className="card">
        <ul className="fate">
          {fates.map((fate) => (
            <li key={fate.id}>
              <b className="disp">{fate.code}</b>
              <span lang={contentLanguage()}>{fate.title}</span>
              <FateChip fate={fate} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

function FateChip({ fate: { fate, progress, date } }: { fate: HomeFate }) {
  const { t, i18n } = useTranslation('home')
  const { tone, icon: Icon } = looks[fate]
  const word = t(`fate.${fate}`)
  const words =
    progress !== null && progress < 100
      ? t('fateProgress', { fate: word, progress })
      : date
        ? t('fateDate', { fate: word, date: dayAndMonth(i18n.language, date) })
        : word
  return (
    <span className={`chip ${tone}`}>
      <Icon className="i" aria-hidden="true" />
      {words}
    </span>
  )
}
