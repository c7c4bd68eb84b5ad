// Where a consent round stands: its phase, the proposal as amended, the voices once they are shown, the rounds before.
import { Sprout } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ConsentVoices } from '#client/features/decision/ConsentVoices.tsx'
import type { ConsentCourse } from '#shared/decision/consent.ts'
import type { OpenView } from '#shared/decision/decision.ts'

const steps = ['presentation', 'clarifications', 'reactions', 'round'] as const

export function ConsentPart({ open, course }: { open: OpenView; course: ConsentCourse }) {
  const { t } = useTranslation('decision')
  const { phase, proposal, rounds } = course
  const at = phase === 'adopted' ? steps.length : phase === 'amendment' ? 3 : steps.indexOf(phase)
  const [item] = open.items
  return (
    <div className="decision-consent">
      <div className="segs" aria-hidden="true">
        {steps.map((step, place) => (
          <i key={step} className={place < at ? 'd' : place === at ? 'c' : ''} />
        ))}
      </div>
      <p className="decision-phase" role="status">
        {phase === 'adopted' && <Sprout className="i" aria-hidden="true" />}
        <b>{t(`phase.${phase}`)}</b>
        {rounds.length > 0 && ` · ${t('consent.round', { round: open.round })}`}
      </p>
      <p className="soft">{t(`phaseHint.${phase}`)}</p>
      {item && (
        <article className="card decision-proposal">
          {item.text !== open.question && <h3>{item.text}</h3>}
          {proposal && (
            <p>
              <span className="eyebrow">{t('consent.amended')}</span>
              <span className="decision-words">{proposal}</span>
            </p>
          )}
          {!proposal && item.text === open.question && <p className="decision-words">{item.text}</p>}
        </article>
      )}
      {open.voices && <ConsentVoices voices={open.voices} />}
      {rounds.map((round, place) => (
        // Rounds are only ever added at the end.
        <details key={`${open.id}-${place}`} className="decision-earlier">
          <summary>{t('consent.earlier', { round: place + 1 })}</summary>
          {round.proposal && <p className="decision-words">{round.proposal}</p>}
          <ConsentVoices voices={round.voices} />
        </details>
      ))}
    </div>
  )
}
