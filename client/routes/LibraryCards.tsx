// The cards of the library, with the frame beside one's own group's texts, the brief of the theme, and what is asked.
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { CardList } from '#client/features/library/CardList.tsx'
import { CardsFilters } from '#client/features/library/CardsFilters.tsx'
import { filteredCards, filterOf } from '#client/features/library/cardFilter.ts'
import { FramePanel } from '#client/features/library/FramePanel.tsx'
import { DueChip } from '#client/features/library/QuestionList.tsx'
import { useBrief } from '#client/features/library/useLibrary.ts'
import { GlossedText } from '#client/ui/GlossedText.tsx'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type { LibraryAnswer, LibraryCard } from '#shared/library/libraryAnswers.ts'

export interface LibraryCardsProps {
  readonly page: LibraryAnswer
  readonly query: URLSearchParams
  readonly change: (key: string, value: string) => void
  readonly onAsk: (card: LibraryCard) => void
  readonly onCorrect: (card: LibraryCard) => void
}

/** Whoever belongs to more groups than this runs the cycle rather than a group. */
const ownGroupsAtMost = 3

export function LibraryCards({ page, query, change, onAsk, onCorrect }: LibraryCardsProps) {
  const { groups } = page.you
  const [own] = groups.length <= ownGroupsAtMost ? groups : []
  const ownTheme = page.themes.find(({ title }) => title === own?.theme)
  const filter = filterOf(query, ownTheme?.id ?? '')
  const cards = filteredCards(page.cards, filter)
  const theme = page.themes.find(({ id }) => id === filter.theme) ?? ownTheme
  const asked = query.get('card')
  const open = asked === 'none' ? null : (asked ?? cards[0]?.id ?? null)
  return (
    <>
      <CardsFilters page={page} filter={filter} shown={cards.length} onChange={change} />
      <div className={`li-grid ${own ? '' : 'two'}`}>
        <CardList
          {...{ page, cards, onAsk, onCorrect, open }}
          onOpen={(id) => change('card', id ?? 'none')}
        />
        {own && <FramePanel group={own} />}
        <div className="li-aside">
          {theme && <ShortBrief theme={theme.id} language={page.language} />}
          <ShortQuestions page={page} />
        </div>
      </div>
    </>
  )
}

function ShortBrief({ theme, language }: { theme: string; language: string }) {
  const { t } = useTranslation('library')
  const { data } = useBrief(theme)
  if (!data) return null
  return (
    <section className="li-sheet" aria-labelledby="li-short-brief">
      <p className="eyebrow">{t('briefEyebrow')}</p>
      <h2 id="li-short-brief" lang={language}>
        <Unbroken text={data.theme.title} />
      </h2>
      <p lang={language}>
        <GlossedText text={data.theme.question} lang={language} />
      </p>
      <p className="sm soft">{t('briefCards', { count: data.cards.length })}</p>
      <Link className="btn sm" to={`/library?tab=briefs&theme=${encodeURIComponent(theme)}`}>
        {t('briefRead')}
        <ArrowRight className="i" aria-hidden="true" />
      </Link>
    </section>
  )
}

/** Questions shown beside the cards; the others are on their own page. */
const shortly = 3

function ShortQuestions({ page }: { page: LibraryAnswer }) {
  const { t } = useTranslation('library')
  return (
    <section className="card li-short" aria-labelledby="li-short-questions">
      <h2 id="li-short-questions">{t('askedTitle')}</h2>
      {page.questions.length === 0 && <p className="sm soft">{t('noQuestionsText')}</p>}
      <ul>
        {page.questions.slice(0, shortly).map((question) => (
          <li key={question.id}>
            <span lang={page.language}>{question.text}</span>
            <div>
              <span>{question.asked.byName || question.group.place}</span>
              <DueChip question={question} />
            </div>
          </li>
        ))}
      </ul>
      {page.questions.length > shortly && (
        <Link className="btn quiet sm" to="/library?tab=questions">
          {t('allQuestions')}
        </Link>
      )}
    </section>
  )
}
