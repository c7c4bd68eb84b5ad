// The projector's yellow block: step, its place, the clock handed in. No control, nothing private. Before the session a clock alone, if any.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StepSegments } from '#client/features/agenda/StepSegments.tsx'
import { useAgenda } from '#client/features/agenda/useAgenda.ts'
import '#client/features/agenda/agenda.css'
import { currentStep, stepPlace } from '#shared/agenda/agendaState.ts'

export function AgendaDisplay({ clock }: { clock?: ReactNode }) {
  const { t } = useTranslation('agenda')
  const agenda = useAgenda()
  // A timer may run before the session: the clock stands alone, and without one nothing is drawn (see the style sheet).
  if (!agenda || agenda.status === 'preparing')
    return <section className="agenda-display alone">{clock}</section>
  const [step, place] = [currentStep(agenda), stepPlace(agenda)]
  if (!step || !place) {
    return (
      <section className="agenda-display ended">
        <h2>{t('ended')}</h2>
        {clock}
      </section>
    )
  }
  return (
    <section className="agenda-display">
      <div className="agenda-display-words">
        <small>{t('place', place)}</small>
        <h2>{step.title}</h2>
        <StepSegments agenda={agenda} />
      </div>
      {clock}
    </section>
  )
}
