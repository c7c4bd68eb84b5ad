// One closed decision: its question, its bars with shape, word and number (a table for those who listen), its words.
import { useTranslation } from 'react-i18next'
import { ConsentVoices } from '#client/features/decision/ConsentVoices.tsx'
import { ResultBars } from '#client/features/decision/ResultBars.tsx'
import type { PastDecision } from '#shared/decision/pastDecision.ts'
import '#client/features/decision/decision.css'

export function ResultCard({ past }: { past: PastDecision }) {
  const { t, i18n } = useTranslation('decision')
  const { outcome, comments, carried, voices, present } = past
  const at = new Intl.DateTimeFormat(i18n.language, {
    ...{ day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
  }).format(past.at)
  return (
    <article className="decision-result">
      <p className="eyebrow">
        {t(`kind.${outcome.kind}`)} · {at}
      </p>
      <h3>{past.question}</h3>
      <p className="soft">
        {t('result.voices', { count: voices })} {t('result.present', { count: present })}
        {carried > 0 && ` ${t('result.carried', { count: carried })}`}
      </p>
      {outcome.kind !== 'consent' && <ResultBars past={past} />}
      {outcome.kind === 'dots' && <p className="sm soft">{t('result.dots', { count: outcome.points })}</p>}
      {outcome.kind === 'ranking' && (
        <p className="sm soft">{t('result.borda', { count: past.items.length })}</p>
      )}
      {outcome.kind === 'consent' && <ConsentOutcome past={past} outcome={outcome} />}
      {comments.length > 0 && (
        <details open={comments.length <= 5}>
          <summary>{t('result.comments', { count: comments.length })}</summary>
          <ul className="decision-comments">
            {comments.map((comment, place) => (
              // The list never changes once the decision is closed.
              <li key={`${past.id}-${place}`}>{comment}</li>
            ))}
          </ul>
        </details>
      )}
    </article>
  )
}

function ConsentOutcome({
  past,
  outcome,
}: {
  past: PastDecision
  outcome: Extract<PastDecision['outcome'], { kind: 'consent' }>
}) {
  const { t } = useTranslation('decision')
  const last = outcome.rounds.at(-1)
  const text = last?.proposal || past.items[0]?.text
  return (
    <>
      <p className={`chip ${outcome.adopted ? 'ok' : 'warn'}`}>
        {t(outcome.adopted ? 'result.adopted' : 'result.notAdopted')}
      </p>
      {text && text !== past.question && <p className="decision-words">{text}</p>}
      {last && <ConsentVoices voices={last.voices} />}
      {outcome.rounds.slice(0, -1).map((round, place) => (
        // Rounds keep their order for ever.
        <details key={`${past.id}-${place}`} className="decision-earlier">
          <summary>{t('consent.earlier', { round: place + 1 })}</summary>
          {round.proposal && <p className="decision-words">{round.proposal}</p>}
          <ConsentVoices voices={round.voices} />
        </details>
      ))}
    </>
  )
}
