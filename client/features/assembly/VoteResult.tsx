// What a vote came to, said and drawn: answers, people at a distance and in the room, quorum, outcome, who presided.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readNames } from '#client/features/assembly/assemblyApi.ts'
import { dayOf } from '#client/features/assembly/assemblyDays.ts'
import type { NamesAnswer, ShownBallot } from '#shared/assembly/assemblyAnswers.ts'
import { answers } from '#shared/assembly/ballot.ts'
import type { Tallied } from '#shared/assembly/tally.ts'

type Shown = Pick<ShownBallot, 'id' | 'day' | 'presidedBy' | 'secret' | 'quorum' | 'majority'> & {
  readonly result: Tallied | null
}

export function VoteResult({ ballot, names = false }: { ballot: Shown; names?: boolean }) {
  const { t, i18n } = useTranslation('assembly')
  const { day, presidedBy, result } = ballot
  if (!result) return null
  return (
    <div className="as-result">
      {result.outcome && (
        <p className={`as-outcome o-${result.outcome}`}>
          <b>{t(`vote.outcome.${result.outcome}`)}</b>
        </p>
      )}
      {result.answers && <AnswerBars result={result} />}
      <p className="sm">
        {t('vote.votersApart', { account: result.voters.account, room: result.voters.room })}{' '}
        {result.answers &&
          `${t('vote.expressed', { count: result.answers.for.votes + result.answers.against.votes })} `}
        {result.quorum &&
          t(result.quorum.reached ? 'vote.quorumReached' : 'vote.quorumMissed', {
            count: result.quorum.needed,
          })}
      </p>
      {day && (
        <p className="sm soft">{t('vote.presided', { day: dayOf(i18n.language, day), name: presidedBy })}</p>
      )}
      {names && !ballot.secret && <Names id={ballot.id} />}
    </div>
  )
}

function AnswerBars({ result }: { result: Tallied }) {
  const { t } = useTranslation('assembly')
  const sums = result.answers
  if (!sums) return null
  const most = Math.max(1, ...answers.map((answer) => sums[answer].votes))
  return (
    <dl className="as-bars">
      {answers.map((answer) => (
        <div key={answer} className={`a-${answer}`}>
          <dt>{t(`vote.answer.${answer}`)}</dt>
          <dd>
            <i style={{ width: `${(sums[answer].votes / most) * 100}%` }} aria-hidden="true" />
            <b className="num">{sums[answer].votes}</b>
            {sums[answer].room > 0 && (
              <span className="xs soft">{t('vote.ofRoom', { count: sums[answer].room })}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Asked for when somebody wants them: names beside answers are for members. */
function Names({ id }: { id: string }) {
  const { t } = useTranslation('assembly')
  const [answer, setAnswer] = useState<NamesAnswer>()
  if (!answer)
    return (
      <button
        type="button"
        className="btn sm"
        onClick={() => void readNames(id).then(setAnswer, () => undefined)}
      >
        {t('vote.names')}
      </button>
    )
  return (
    <ul className="as-names sm">
      {answer.names.map(({ name, paper }, at) => (
        <li key={`${name}-${at}`}>
          {name} <b>{answers.some((one) => one === paper) ? t(`vote.answer.${paper}`) : ''}</b>
        </li>
      ))}
    </ul>
  )
}
