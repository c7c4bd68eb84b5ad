// One page on a theme for facilitators who are no experts: the question, why it was chosen, what is known, what stays open.
import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CardLine } from '#client/features/library/CardList.tsx'
import { DueChip } from '#client/features/library/QuestionList.tsx'
import { useBrief } from '#client/features/library/useLibrary.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { GlossedText } from '#client/ui/GlossedText.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type { BriefAnswer } from '#shared/library/libraryAnswers.ts'

export function ThemeBrief({ theme, language }: { theme: string; language: string }) {
  const { t } = useTranslation('library')
  const { data, isError } = useBrief(theme)
  if (isError) return <p className="soft">{t('failed')}</p>
  if (!data) return <Skeleton lines={[50, 90, 90, 70]} label={t('loading')} />
  return <Sheet brief={data} language={language} />
}

function Sheet({ brief, language }: { brief: BriefAnswer; language: string }) {
  const { t } = useTranslation('library')
  const { theme } = brief
  return (
    <article className="li-sheet li-brief" aria-labelledby="li-brief">
      <p className="eyebrow">{t('briefEyebrow')}</p>
      <h2 id="li-brief" lang={language}>
        <Unbroken text={theme.title} />
      </h2>
      <p className="li-brief-question" lang={language}>
        <GlossedText text={theme.question} lang={language} />
      </p>
      {theme.why !== '' && (
        <section>
          <h3>{t('briefWhy')}</h3>
          <p lang={language}>
            <GlossedText text={theme.why} lang={language} />
          </p>
          {theme.by !== '' && <p className="sm soft">{theme.by}</p>}
        </section>
      )}
      <section>
        <h3>{t('briefGroups')}</h3>
        <p className="row wrap">
          {brief.groups.map((group) => (
            <Antenna key={group.id} wear={group.wear} place={group.place} />
          ))}
        </p>
      </section>
      <section>
        <h3>{t('briefCards', { count: brief.cards.length })}</h3>
        <ul className="li-brief-cards">
          {brief.cards.map((card) => (
            <li key={card.id}>
              <b lang={language}>{card.title}</b>
              <p className="sm" lang={language}>
                {firstSentence(card.text)}
              </p>
              <CardLine card={card} />
            </li>
          ))}
        </ul>
      </section>
      <Earlier brief={brief} />
      <Open brief={brief} language={language} />
      <button type="button" className="btn sm li-print" onClick={() => print()}>
        <Printer className="i" aria-hidden="true" />
        {t('print')}
      </button>
    </article>
  )
}

/** One page holds a sentence of each card: the whole of it is one tap away. */
const firstSentence = (text: string): string => /^.{20,}?[.!?…](?=\s|$)/u.exec(text)?.[0] ?? text

function Earlier({ brief }: { brief: BriefAnswer }) {
  const { t } = useTranslation('library')
  return (
    <section>
      <h3>{t('briefEarlier')}</h3>
      {brief.earlier.length === 0 ? (
        <p className="soft">{t('briefNoEarlier')}</p>
      ) : (
        <ul>
          {brief.earlier.map(({ id, year, place, title, outcome, reason }) => (
            <li key={id}>
              {[`${title} (${[place, year].filter(Boolean).join(', ')})`, t(`outcome.${outcome}`), reason]
                .filter(Boolean)
                .join('. ')}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Open({ brief, language }: { brief: BriefAnswer; language: string }) {
  const { t } = useTranslation('library')
  return (
    <section>
      <h3>{t('briefQuestions')}</h3>
      {brief.questions.length === 0 ? (
        <p className="soft">{t('briefNoQuestions')}</p>
      ) : (
        <ul>
          {brief.questions.map((question) => (
            <li key={question.id}>
              <span lang={language}>{question.text}</span> <DueChip question={question} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
