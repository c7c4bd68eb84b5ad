// The context library: cards, questions, glossary, briefs, founding texts, what was learnt, and a beginning for newcomers.

import { CircleHelp, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { AnswerDialog } from '#client/features/library/AnswerDialog.tsx'
import { AskDialog } from '#client/features/library/AskDialog.tsx'
import { CardDialog } from '#client/features/library/CardDialog.tsx'
import { DocumentList } from '#client/features/library/DocumentList.tsx'
import { GlossaryList } from '#client/features/library/GlossaryList.tsx'
import { LearnedReport } from '#client/features/library/LearnedReport.tsx'
import { Primer } from '#client/features/library/Primer.tsx'
import { QuestionList } from '#client/features/library/QuestionList.tsx'
import { ThemeBrief } from '#client/features/library/ThemeBrief.tsx'
import { useLibrary } from '#client/features/library/useLibrary.ts'
import { addLibraryTexts } from '#client/i18n/libraryTexts.ts'
import { LibraryCards } from '#client/routes/LibraryCards.tsx'
import { LibraryFrame } from '#client/routes/LibraryFrame.tsx'
import { useTitle } from '#client/routes/useTitle.ts'
import { OneOf } from '#client/ui/OneOf.tsx'
import type { LibraryAnswer, LibraryCard, LibraryQuestion } from '#shared/library/libraryAnswers.ts'
import '#client/features/library/library.css'

addLibraryTexts()

const tabs = ['cards', 'questions', 'glossary', 'briefs', 'documents', 'learned', 'primer'] as const
type Tab = (typeof tabs)[number]

export function LibraryPage() {
  const { t } = useTranslation('library')
  const query = useLibrary()
  useTitle(t('title'))
  return <LibraryFrame query={query}>{query.data && <Opened page={query.data} />}</LibraryFrame>
}

type Open =
  | { readonly kind: 'ask'; readonly card?: LibraryCard | undefined }
  | { readonly kind: 'answer'; readonly question: LibraryQuestion }
  | { readonly kind: 'card'; readonly card?: LibraryCard | undefined }

function Opened({ page }: { page: LibraryAnswer }) {
  const [query, setQuery] = useSearchParams()
  const [open, setOpen] = useState<Open>()
  const tab = tabs.find((one) => one === query.get('tab')) ?? 'cards'
  const theme = query.get('theme') ?? ''
  const close = (): void => setOpen(undefined)
  const change = (key: string, value: string): void =>
    setQuery(
      (was) => {
        const next = new URLSearchParams(was)
        if (value === '') next.delete(key)
        else next.set(key, value)
        return next
      },
      { replace: true },
    )
  const answer = (question: LibraryQuestion): void => setOpen({ kind: 'answer', question })
  return (
    <>
      <Head page={page} tab={tab} onOpen={setOpen} />
      {tab === 'cards' && (
        <LibraryCards
          {...{ page, query, change }}
          onAsk={(card) => setOpen({ kind: 'ask', card })}
          onCorrect={(card) => setOpen({ kind: 'card', card })}
        />
      )}
      {tab === 'questions' && <QuestionList page={page} questions={page.questions} onAnswer={answer} />}
      {tab === 'glossary' && <GlossaryList />}
      {tab === 'briefs' && <Briefs page={page} theme={theme} onTheme={(id) => change('theme', id)} />}
      {tab === 'documents' && <DocumentList page={page} />}
      {tab === 'learned' && <LearnedReport page={page} />}
      {tab === 'primer' && <Primer />}
      {open?.kind === 'ask' && (
        <AskDialog
          groups={page.you.groups}
          themes={page.themes}
          themeId={open.card?.themeIds[0] ?? ownTheme(page)?.id ?? null}
          card={open.card}
          today={page.today}
          onClose={close}
        />
      )}
      {open?.kind === 'answer' && <AnswerDialog question={open.question} onClose={close} />}
      {open?.kind === 'card' && <CardDialog page={page} card={open.card} onClose={close} />}
    </>
  )
}

function Head({ page, tab, onOpen }: { page: LibraryAnswer; tab: Tab; onOpen: (open: Open) => void }) {
  const { t } = useTranslation('library')
  const counts: Readonly<Record<Tab, number | null>> = {
    ...{ cards: page.cards.length, questions: page.questions.length, glossary: page.terms },
    ...{ briefs: page.themes.length, documents: page.documents.length, learned: page.learned.length },
    primer: null,
  }
  return (
    <header className="li-head">
      <h1>{t('title')}</h1>
      <nav className="tabs li-tabs" aria-label={t('tabsLabel')}>
        {tabs.map((one) => (
          <Link
            key={one}
            to={one === 'cards' ? '/library' : `/library?tab=${one}`}
            aria-current={one === tab ? 'page' : undefined}
            data-tab={one}
          >
            {t(`tab.${one}`)} {counts[one] !== null && <span className="n">{counts[one]}</span>}
          </Link>
        ))}
      </nav>
      <div className="row wrap">
        {page.you.keepsCards && (
          <button
            type="button"
            className="btn sm"
            data-act="add-card"
            onClick={() => onOpen({ kind: 'card' })}
          >
            <Plus className="i" aria-hidden="true" />
            {t('addCard')}
          </button>
        )}
        {page.you.groups.length > 0 && (
          <button type="button" className="btn sm" data-act="ask" onClick={() => onOpen({ kind: 'ask' })}>
            <CircleHelp className="i" aria-hidden="true" />
            {t('askTheTeam')}
          </button>
        )}
      </div>
    </header>
  )
}

function Briefs({
  page,
  theme,
  onTheme,
}: {
  page: LibraryAnswer
  theme: string
  onTheme: (id: string) => void
}) {
  const { t } = useTranslation('library')
  const chosen = page.themes.find(({ id }) => id === theme) ?? ownTheme(page) ?? page.themes[0]
  if (!chosen) return <p className="soft">{t('briefNoTheme')}</p>
  return (
    <>
      <div className="li-filters li-brief-pick">
        <OneOf
          label={t('theme')}
          value={chosen.id}
          options={page.themes.map(({ id, title }) => [id, title])}
          onChange={onTheme}
        />
      </div>
      <ThemeBrief key={chosen.id} theme={chosen.id} language={page.language} />
    </>
  )
}

/** The theme of the reader's own group; of whoever runs them all, of none in particular. */
const ownTheme = (page: LibraryAnswer) => {
  const [own, another] = page.you.groups
  return another ? undefined : page.themes.find(({ title }) => title === own?.theme)
}
