// What is laid over a slide: a question, a vote while it is open or with its result, or how to take part.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VoteHead } from '#client/features/assembly/VoteCard.tsx'
import { VoteResult } from '#client/features/assembly/VoteResult.tsx'
import type { LiveAnswer } from '#shared/assembly/assemblyAnswers.ts'
import type { Deck } from '#shared/assembly/deck.ts'

export function WallOver({ deck, live }: { deck: Deck; live: LiveAnswer }) {
  const { t } = useTranslation('assembly')
  const over = live.screen.over
  const question = over?.kind === 'question' && live.questions.find(({ id }) => id === over.id)
  if (question)
    return (
      <div className="as-middle as-asked">
        <p className="as-lead">{t('questionNow')}</p>
        <h2>{question.text}</h2>
        <p className="as-lead">
          {question.name || t('nobodyNamed')}, {t('supportedBy', { count: question.support })}
        </p>
      </div>
    )
  const ballot = over?.kind === 'ballot' && live.ballots.find(({ id }) => id === over.id)
  if (ballot)
    return (
      <div className="as-over-vote">
        <VoteHead ballot={ballot} language={deck.language} />
        {ballot.result ? <VoteResult ballot={ballot} /> : <HowTo />}
        {ballot.ranking && (
          <ol className="as-ranked">
            {ballot.ranking.placed.map(({ id, rank }) => (
              <li key={id} lang={deck.language}>
                <b className="num">{rank}</b> {ballot.items.find((item) => item.id === id)?.title}
              </li>
            ))}
          </ol>
        )}
      </div>
    )
  return <HowTo />
}

function HowTo() {
  const { t } = useTranslation('assembly')
  // A server that only this machine reaches has no address to photograph.
  const [drawn, setDrawn] = useState(true)
  return (
    <div className="as-middle as-join">
      <p className="as-lead">{t('takePart')}</p>
      <p className="as-address">{`${location.host}/assembly`}</p>
      {drawn && <img src="/api/assembly/qr.svg" alt={t('qrLabel')} onError={() => setDrawn(false)} />}
    </div>
  )
}
