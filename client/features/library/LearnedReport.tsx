// The cycle's learning report: what the groups learnt and what stays open, by theme.
import { Download, GraduationCap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { learnedFile } from '#client/features/library/libraryApi.ts'
import { dayAndMonth } from '#client/ui/dates.ts'
import { Empty } from '#client/ui/Empty.tsx'
import { GlossedText } from '#client/ui/GlossedText.tsx'
import type { LibraryAnswer } from '#shared/library/libraryAnswers.ts'
import { learnedKinds } from '#shared/library/libraryEntries.ts'

export function LearnedReport({ page }: { page: LibraryAnswer }) {
  const { t, i18n } = useTranslation('library')
  if (page.learned.length === 0)
    return (
      <Empty icon={GraduationCap} title={t('noLearned')}>
        {t('noLearnedText')}
      </Empty>
    )
  const themes = page.themes.filter(({ id }) => page.learned.some(({ themeId }) => themeId === id))
  return (
    <div className="li-learned">
      <a className="btn sm" href={learnedFile(i18n.language)} download>
        <Download className="i" aria-hidden="true" />
        {t('learnedFile')}
      </a>
      {themes.map(({ id, title }) => (
        <section key={id} className="card" aria-labelledby={`learned-${id}`}>
          <h2 id={`learned-${id}`} lang={page.language}>
            {title}
          </h2>
          {learnedKinds.map((kind) => {
            const lines = page.learned.filter((line) => line.themeId === id && line.kind === kind)
            if (lines.length === 0) return null
            return (
              <div key={kind}>
                <h3>{t(`learned.${kind}`)}</h3>
                <ul>
                  {lines.map((line) => (
                    <li key={line.id}>
                      <span lang={page.language}>
                        <GlossedText text={line.text} lang={page.language} />
                      </span>{' '}
                      <span className="sm soft">
                        {[
                          ...line.groupIds.map((groupId) => page.places[groupId]),
                          dayAndMonth(i18n.language, line.sessionDate),
                          line.fromMinutes ? t('fromMinutes') : '',
                        ]
                          .filter(Boolean)
                          .join(', ')}
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            )
          })}
        </section>
      ))}
    </div>
  )
}
