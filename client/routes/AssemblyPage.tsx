// `/assembly`: for everybody in the room and at a distance, first of all on a phone.
import { MonitorUp, NotebookPen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { dayOf } from '#client/features/assembly/assemblyDays.ts'
import { FollowCard } from '#client/features/assembly/FollowCard.tsx'
import { QuestionsCard } from '#client/features/assembly/QuestionsCard.tsx'
import { useDeck, useLive, useOwn } from '#client/features/assembly/useAssembly.ts'
import { VoteCard } from '#client/features/assembly/VoteCard.tsx'
import { RankResult } from '#client/features/themes/RankResult.tsx'
import { RankVote } from '#client/features/themes/RankVote.tsx'
import { addAssemblyTexts } from '#client/i18n/assemblyTexts.ts'
import { AssemblyFrame } from '#client/routes/AssemblyFrame.tsx'
import { useTitle } from '#client/routes/useTitle.ts'
import type { LiveAnswer, OwnAssembly } from '#shared/assembly/assemblyAnswers.ts'
import type { Deck } from '#shared/assembly/deck.ts'
import '#client/features/assembly/assembly.css'
import '#client/features/themes/themes.css'

addAssemblyTexts()

export function AssemblyPage() {
  const { t } = useTranslation('assembly')
  const [deck, live] = [useDeck(), useLive()]
  const own = useOwn(live.data)
  useTitle(t('title'))
  return (
    <AssemblyFrame
      loading={!deck.data || !live.data}
      away={deck.isError || live.isError}
      onRetry={() => void Promise.all([deck.refetch(), live.refetch()])}
    >
      {deck.data && live.data && <Opened deck={deck.data} live={live.data} own={own.data} />}
    </AssemblyFrame>
  )
}

interface OpenedProps {
  readonly deck: Deck
  readonly live: LiveAnswer
  readonly own: OwnAssembly | undefined
}

function Opened({ deck, live, own }: OpenedProps) {
  const { t, i18n } = useTranslation('assembly')
  const date = deck.assembly?.date
  const open = live.ballots.filter(({ state }) => state === 'open')
  const closed = live.ballots.filter(({ state }) => state === 'closed').reverse()
  return (
    <>
      <header className="as-top">
        <h1>{date ? t('titleDated', { day: dayOf(i18n.language, date) }) : t('title')}</h1>
        <p className="soft">{t('lead')}</p>
        <div className="row wrap">
          <Link className="btn" to="/assembly/themes">
            {t('toThemes')}
          </Link>
          {own?.presides && (
            <>
              <Link className="btn primary" to="/assembly/desk">
                <NotebookPen className="i" aria-hidden="true" />
                {t('toDesk')}
              </Link>
              <Link className="btn" to="/assembly/screen">
                <MonitorUp className="i" aria-hidden="true" />
                {t('toScreen')}
              </Link>
            </>
          )}
        </div>
      </header>
      <div className="as-grid">
        <div className="as-col">
          <Votes ballots={open} own={own} language={deck.language} name={t('openVotes')} />
          <FollowCard deck={deck} screen={live.screen} />
          <Votes ballots={closed} own={own} language={deck.language} name={t('results')} />
        </div>
        <div className="as-col">
          <QuestionsCard live={live} own={own} />
        </div>
      </div>
    </>
  )
}

interface VotesProps {
  readonly ballots: LiveAnswer['ballots']
  readonly own: OwnAssembly | undefined
  readonly language: string
  readonly name: string
}

function Votes({ ballots, language, name, own }: VotesProps) {
  if (ballots.length === 0) return null
  return (
    <>
      <h2>{name}</h2>
      {ballots.map((ballot) => (
        <VoteCard
          key={ballot.id}
          {...{ ballot, own, language }}
          ranking={({ ballot: ranked, cast }) =>
            cast ? (
              <RankVote ballot={ranked} language={language} onCast={cast} />
            ) : (
              ranked.ranking && <RankResult ballot={ranked} ranking={ranked.ranking} language={language} />
            )
          }
        />
      ))}
    </>
  )
}
