// The decision on the room's screen: the question and how many have answered; after the closing its result. Nothing private.
import { useTranslation } from 'react-i18next'
import { ConsentPart } from '#client/features/decision/ConsentPart.tsx'
import { ResultCard } from '#client/features/decision/ResultCard.tsx'
import { useExpectedVoices } from '#client/features/decision/useDecision.ts'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import type { OpenView } from '#shared/decision/decision.ts'
import '#client/features/decision/decision.css'

export function DecisionDisplay() {
  const view = useSlice('decision')
  if (view?.open)
    return (
      <section className="decision-display">
        <OpenDisplay open={view.open} />
      </section>
    )
  const shown = view?.past.find(({ id }) => id === view.shownId)
  if (!shown) return null
  return (
    <section className="decision-display">
      <ResultCard past={shown} />
    </section>
  )
}

function OpenDisplay({ open }: { open: OpenView }) {
  const { t } = useTranslation('decision')
  const expected = useExpectedVoices(open)
  const { ballot } = open
  const isAnswered = ballot.kind !== 'consent' || ballot.phase === 'round'
  return (
    <>
      <p className="eyebrow">{t(`kind.${ballot.kind}`)}</p>
      <h2>{open.question}</h2>
      {ballot.kind === 'consent' ? (
        <ConsentPart open={open} course={ballot} />
      ) : (
        <ul className="decision-asked">
          {open.items
            .filter(({ text }) => text !== open.question)
            .map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
        </ul>
      )}
      {isAnswered && (
        <p className="decision-count">
          {t('now.answered', { count: open.answered, expected })}
          {open.carried > 0 && ` ${t('now.carried', { count: open.carried })}`}
        </p>
      )}
    </>
  )
}
