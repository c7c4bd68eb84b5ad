// Votes as whoever holds the assembly runs them: prepared, opened, counted in the room, closed and said.
import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openBallot, withdrawBallot, withdrawHands } from '#client/features/assembly/assemblyApi.ts'
import { CloseVoteDialog } from '#client/features/assembly/CloseVoteDialog.tsx'
import { LayButton } from '#client/features/assembly/DeskQuestions.tsx'
import { HandDialog } from '#client/features/assembly/HandDialog.tsx'
import { NewVoteDialog } from '#client/features/assembly/NewVoteDialog.tsx'
import { useActing } from '#client/features/assembly/useAssembly.ts'
import { VoteResult } from '#client/features/assembly/VoteResult.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import type { DeskAnswer, LiveAnswer, ScreenState } from '#shared/assembly/assemblyAnswers.ts'
import { answers, type Ballot, isRanking, orderOf } from '#shared/assembly/ballot.ts'

export interface DeskVotesProps {
  readonly desk: DeskAnswer
  readonly live: LiveAnswer
  readonly language: string
  readonly maySettleStatutes: boolean
  readonly onLay: (over: ScreenState['over']) => void
  /** An order that is entered from a paper of the room. */
  readonly rankForm: (parts: {
    readonly ballot: Ballot
    readonly onOrder: (order: readonly string[]) => void
  }) => ReactNode
}

type Open = { readonly kind: 'new' } | { readonly kind: 'close' | 'hand'; readonly ballot: Ballot }

export function DeskVotes(props: DeskVotesProps) {
  const { desk, maySettleStatutes } = props
  const { t } = useTranslation('assembly')
  const [open, setOpen] = useState<Open>()
  const close = (): void => setOpen(undefined)
  return (
    <section className="card pad as-desk-votes" aria-labelledby="as-desk-votes">
      <div className="row between wrap">
        <h2 id="as-desk-votes">{t('votes')}</h2>
        <button type="button" className="btn" data-act="new-vote" onClick={() => setOpen({ kind: 'new' })}>
          <Plus className="i" aria-hidden="true" />
          {t('newVote')}
        </button>
      </div>
      {desk.ballots.length === 0 && <p className="soft">{t('noVote')}</p>}
      {desk.ballots.toReversed().map((ballot) => (
        <DeskVote key={ballot.id} {...props} ballot={ballot} onOpen={setOpen} />
      ))}
      {open?.kind === 'new' && (
        <NewVoteDialog desk={desk} maySettleStatutes={maySettleStatutes} onClose={close} />
      )}
      {open?.kind === 'close' && <CloseVoteDialog ballot={open.ballot} onClose={close} />}
      {open?.kind === 'hand' && (
        <HandDialog
          ballot={open.ballot}
          voted={votedOn(props.live, open.ballot.id)}
          rankForm={props.rankForm}
          onClose={close}
        />
      )}
    </section>
  )
}

function votedOn(live: LiveAnswer, id: string): number {
  const voted = live.ballots.find((one) => one.id === id)?.voted
  return voted ? voted.account + voted.room : 0
}

interface DeskVoteProps extends DeskVotesProps {
  readonly ballot: Ballot
  readonly onOpen: (open: Open) => void
}

function DeskVote({ ballot, language, live, onLay, onOpen }: DeskVoteProps) {
  const { t } = useTranslation('assembly')
  const acting = useActing()
  const { id, state } = ballot
  const shown = live.ballots.find((one) => one.id === id)
  const { over } = live.screen
  return (
    <article className="as-desk-vote" data-vote={id} data-state={state} aria-label={ballot.title}>
      <p className="row wrap">
        <span className={`chip ${state === 'open' ? 'now' : 'line'}`}>{t(`vote.state.${state}`)}</span>
        <b lang={language}>{ballot.title}</b>
      </p>
      <p className="sm soft">
        {t(`purpose.${ballot.purpose}`)}, {t(ballot.secret ? 'vote.secret' : 'vote.open')}
        {shown && `, ${t('vote.voted', { count: shown.voted.account + shown.voted.room })}`}
      </p>
      <Hands ballot={ballot} onWithdraw={(hand) => void acting.run(() => withdrawHands(id, hand))} />
      {shown?.result && <VoteResult ballot={shown} names />}
      {acting.problem && <Banner tone="danger">{acting.problem}</Banner>}
      <div className="row wrap">
        {state === 'prepared' && (
          <>
            <button
              type="button"
              className="btn sm primary"
              data-act="open-vote"
              onClick={() => void acting.run(() => openBallot(id))}
            >
              {t('openVote')}
            </button>
            <button
              type="button"
              className="btn sm quiet"
              onClick={() => void acting.run(() => withdrawBallot(id))}
            >
              {t('withdrawVote')}
            </button>
          </>
        )}
        {state === 'open' && (
          <>
            <button
              type="button"
              className="btn sm"
              data-act="hand"
              onClick={() => onOpen({ kind: 'hand', ballot })}
            >
              {t('enterHands')}
            </button>
            <button
              type="button"
              className="btn sm primary"
              data-act="close-vote"
              onClick={() => onOpen({ kind: 'close', ballot })}
            >
              {t('closeVote')}
            </button>
          </>
        )}
        {shown && (
          <LayButton
            isLaid={over?.kind === 'ballot' && over.id === id}
            onLay={(on) => onLay(on ? { kind: 'ballot', id } : null)}
          />
        )}
      </div>
    </article>
  )
}

/** A paper in words: an answer, or titles in their order. */
function usePaperWords(ballot: Ballot): (paper: string) => string {
  const { t } = useTranslation('assembly')
  return (paper) => {
    const answer = answers.find((one) => one === paper)
    if (answer) return t(`vote.answer.${answer}`)
    return orderOf(paper)
      .map((one) => ballot.items.find(({ id }) => id === one)?.title ?? '')
      .join(' > ')
  }
}

function Hands({ ballot, onWithdraw }: { ballot: Ballot; onWithdraw: (id: string) => void }) {
  const { t } = useTranslation('assembly')
  const wordsOf = usePaperWords(ballot)
  if (ballot.hand.length === 0) return null
  return (
    <ul className="as-hands sm">
      {ballot.hand.map(({ byName, count, id, paper, withdrawn }) => (
        <li key={id} data-withdrawn={withdrawn !== null}>
          <span>
            {t(isRanking(ballot) ? 'paperLine' : 'handLine', { count, words: wordsOf(paper), name: byName })}
          </span>
          {withdrawn ? (
            <i>{t('handWithdrawn', { name: withdrawn.byName })}</i>
          ) : (
            ballot.state === 'open' && (
              <button type="button" className="btn sm quiet" onClick={() => onWithdraw(id)}>
                {t('withdrawHand')}
              </button>
            )
          )}
        </li>
      ))}
    </ul>
  )
}
