// The room bar's block: which step is now, out of how many; a click opens the agenda. The clock is handed in beside it.
import { ListOrdered } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StepSegments } from '#client/features/agenda/StepSegments.tsx'
import { useAgenda } from '#client/features/agenda/useAgenda.ts'
import '#client/features/agenda/agenda.css'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { countedSteps, currentStep, stepPlace } from '#shared/agenda/agendaState.ts'

export interface StepStripProps {
  readonly clock?: ReactNode
  readonly onOpen: () => void
}

export function StepStrip({ clock, onOpen }: StepStripProps) {
  return (
    <div className="agenda-strip">
      <StripWords onOpen={onOpen} />
      {clock}
    </div>
  )
}

function StripWords({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation('agenda')
  const agenda = useAgenda()
  const leads = useMayLead()
  if (!agenda) return null
  const [step, place] = [currentStep(agenda), stepPlace(agenda)]
  if (step && place) {
    return (
      <button type="button" className="agenda-strip-words" onClick={onOpen}>
        <span className="l">
          <span className="n">{t('place', place)}</span>
          <b className="trunc">{step.title}</b>
        </span>
        <StepSegments agenda={agenda} />
        <span className="sr">{t('openAgenda')}</span>
      </button>
    )
  }
  const count = countedSteps(agenda).length
  // Before the session a participant has nothing to read here while nothing is prepared.
  if (agenda.status === 'preparing' && count === 0 && !leads) return null
  return (
    <button type="button" className="agenda-strip-words still" onClick={onOpen}>
      <ListOrdered className="i" aria-hidden="true" />
      <span>
        {agenda.status === 'ended'
          ? t('ended')
          : count === 0
            ? t('nothingPrepared')
            : t('preparedSteps', { count })}
      </span>
      <span className="sr">{t('openAgenda')}</span>
    </button>
  )
}
