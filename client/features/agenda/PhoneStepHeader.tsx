// The phone's yellow header: which step is now, and the clock handed in; the clock alone while no session runs.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgenda } from '#client/features/agenda/useAgenda.ts'
import '#client/features/agenda/agenda.css'
import { currentStep, stepPlace } from '#shared/agenda/agendaState.ts'

export function PhoneStepHeader({ clock, onOpen }: { clock?: ReactNode; onOpen?: () => void }) {
  const { t } = useTranslation('agenda')
  const agenda = useAgenda()
  const step = agenda && currentStep(agenda)
  const place = agenda && stepPlace(agenda)
  // A timer may run without a session: the clock stands alone, and without one nothing is drawn (see the style sheet).
  if (!step || !place) return <div className="agenda-phone alone">{clock}</div>
  const words = (
    <>
      <small>{t('place', place)}</small>
      <b>{step.title}</b>
    </>
  )
  return (
    <div className="agenda-phone">
      {onOpen ? (
        <button type="button" className="agenda-phone-words" onClick={onOpen}>
          {words}
          <span className="sr">{t('openAgenda')}</span>
        </button>
      ) : (
        <div className="agenda-phone-words">{words}</div>
      )}
      {clock}
    </div>
  )
}
