// One vote on a person's own screen: what is asked, how it is counted, their voice and those of their proxies.
import { Check, Lock, Users } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { castVote } from '#client/features/assembly/assemblyApi.ts'
import { useActing } from '#client/features/assembly/useAssembly.ts'
import { VoteResult } from '#client/features/assembly/VoteResult.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import type { OwnAssembly, ShownBallot } from '#shared/assembly/assemblyAnswers.ts'
import { type Answer, answers, isRanking, type Paper } from '#shared/assembly/ballot.ts'

type Voice = OwnAssembly['votes'][number]['voices'][number]

export interface VoteCardProps {
  readonly ballot: ShownBallot
  readonly own: OwnAssembly | undefined
  readonly language: string
  /** Asks for an order where the vote is a ranking; shows a ranking's result. */
  readonly ranking: (parts: {
    readonly ballot: ShownBallot
    readonly cast?: (paper: Paper) => Promise<boolean>
  }) => ReactNode
}

export function VoteCard({ ballot, language, own, ranking }: VoteCardProps) {
  const { t } = useTranslation('assembly')
  const voices = own?.votes.find(({ ballotId }) => ballotId === ballot.id)?.voices ?? []
  return (
    <section
      className="card pad as-vote"
      aria-labelledby={`vote-${ballot.id}`}
      data-vote={ballot.id}
      data-state={ballot.state}
    >
      <VoteHead ballot={ballot} language={language} />
      {ballot.state === 'open' ? (
        voices.length > 0 ? (
          voices.map((voice) => (
            <VoiceForm key={voice.accountId} {...{ ballot, voice, ranking }} several={voices.length > 1} />
          ))
        ) : (
          <p className="soft">{t(own?.name ? 'vote.noVoice' : 'vote.signIn')}</p>
        )
      ) : (
        <>
          <VoteResult ballot={ballot} names={own?.voter === true || own?.presides === true} />
          {isRanking(ballot) && ranking({ ballot })}
        </>
      )}
    </section>
  )
}

export function VoteHead({ ballot, language }: Pick<VoteCardProps, 'ballot' | 'language'>) {
  const { t } = useTranslation('assembly')
  const { eligible, majority, proxies, quorum, voted, weights } = ballot
  return (
    <>
      <p className="row wrap">
        <span className={`chip ${ballot.state === 'open' ? 'now' : 'line'}`}>
          {t(`vote.state.${ballot.state}`)}
        </span>
        <span className="chip line">
          {ballot.secret ? (
            <Lock className="i" aria-hidden="true" />
          ) : (
            <Users className="i" aria-hidden="true" />
          )}
          {t(ballot.secret ? 'vote.secret' : 'vote.open')}
        </span>
      </p>
      <h3 id={`vote-${ballot.id}`} lang={language}>
        {ballot.title}
      </h3>
      {ballot.text !== '' && <p lang={language}>{ballot.text}</p>}
      <p className="sm soft">
        {!isRanking(ballot) && `${t(`vote.majority.${majority}`)} `}
        {quorum ? t('vote.quorum', { percent: quorum.percent, statute: quorum.statute }) : t('vote.noQuorum')}{' '}
        {weights ? t('vote.weights', { statute: weights.statute }) : t('vote.oneVote')}{' '}
        {proxies && t('vote.proxies', { count: proxies.most, statute: proxies.statute })}
      </p>
      <p className="sm" role="status">
        {t('vote.voted', { count: voted.account + voted.room })}
        {eligible !== null && ` ${t('vote.ofEligible', { count: eligible })}`}
      </p>
    </>
  )
}

interface VoiceProps extends Pick<VoteCardProps, 'ballot' | 'ranking'> {
  readonly voice: Voice
  readonly several: boolean
}

function VoiceForm({ ballot, ranking, several, voice }: VoiceProps) {
  const { t } = useTranslation('assembly')
  const acting = useActing()
  const cast = (paper: Paper): Promise<boolean> =>
    acting.run(() => castVote(ballot.id, paper, voice.accountId), t('vote.taken'))
  const whose = voice.name === null ? t('vote.yours') : t('vote.proxyOf', { name: voice.name })
  return (
    <div className="as-voice">
      {several && <h4>{whose}</h4>}
      {voice.weight > 1 && <p className="sm soft">{t('vote.weighs', { count: voice.weight })}</p>}
      {voice.voted ? (
        <p className="row as-taken">
          <Check className="i" aria-hidden="true" />
          <b>{t(ballot.secret ? 'vote.doneSecret' : 'vote.done')}</b>
        </p>
      ) : isRanking(ballot) ? (
        ranking({ ballot, cast })
      ) : (
        <AnswerForm busy={acting.busy} label={several ? whose : t('vote.yourAnswer')} onCast={cast} />
      )}
      {acting.problem && (
        <Banner tone="danger" alert>
          {acting.problem}
        </Banner>
      )}
    </div>
  )
}

function AnswerForm({
  busy,
  label,
  onCast,
}: {
  busy: boolean
  label: string
  onCast: (paper: Answer) => void
}) {
  const { t } = useTranslation('assembly')
  const [answer, setAnswer] = useState<Answer | null>(null)
  return (
    <form
      className="as-answer"
      onSubmit={(event) => {
        event.preventDefault()
        if (answer && !busy) onCast(answer)
      }}
    >
      <Choice
        look="cards"
        label={label}
        value={answer}
        onChange={setAnswer}
        options={answers.map((value) => ({ value, label: t(`vote.answer.${value}`) }))}
      />
      <button type="submit" className="btn primary lg" data-act="cast" aria-disabled={!answer || busy}>
        {busy ? t('sending') : t('vote.cast')}
      </button>
      <p className="xs soft">{t('vote.once')}</p>
    </form>
  )
}
