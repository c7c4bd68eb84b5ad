// Above the steps: how far the session is, and what moves it on. Yellow marks what is now.
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { clockTime } from '#client/features/agenda/clockTime.ts'
import { NextStepButton } from '#client/features/agenda/NextStepButton.tsx'
import { useAgendaActs } from '#client/features/agenda/useAgenda.ts'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { type AgendaState, neighbourStep, plannedMinutes, stepPlace } from '#shared/agenda/agendaState.ts'

/** Minutes that a facilitator may give the present step at once. */
const moreMinutes = [1, 2, 5] as const

export function AgendaHead({ agenda }: { agenda: AgendaState }) {
  const { t, i18n } = useTranslation('agenda')
  const leads = useMayLead()
  const place = stepPlace(agenda)
  const total = t('total', { count: plannedMinutes(agenda) })
  const time = (at: number | null): string => (at === null ? '' : clockTime(i18n.language, at))
  return (
    <header className="agenda-head">
      <p className="agenda-where">
        {agenda.status === 'preparing' && (agenda.steps.length > 0 ? total : t('notBegun'))}
        {agenda.status === 'running' && place && (
          <>
            <b>{t('place', place)}</b> <span>{t('began', { time: time(agenda.startedAt) })}</span>{' '}
            <span>{total}</span>
          </>
        )}
        {agenda.status === 'ended' && (
          <>
            <b>{t('ended')}</b>{' '}
            <span>{t('fromTo', { from: time(agenda.startedAt), to: time(agenda.endedAt) })}</span>
          </>
        )}
      </p>
      {leads && agenda.status === 'running' && <RunningActs agenda={agenda} />}
      {leads && (
        <div className="agenda-acts">
          <NextStepButton />
        </div>
      )}
    </header>
  )
}

function RunningActs({ agenda }: { agenda: AgendaState }) {
  const { t } = useTranslation('agenda')
  const acts = useAgendaActs()
  const previous = neighbourStep(agenda, -1)
  return (
    <div className="agenda-running">
      {previous && (
        <button
          type="button"
          className="btn"
          aria-label={t('backLabel', { title: previous.title })}
          onClick={() => void acts.back()}
        >
          <ArrowLeft className="i" aria-hidden="true" />
          {t('back')}
        </button>
      )}
      <div className="agenda-more-time" role="group" aria-label={t('extendGroupLabel')}>
        {moreMinutes.map((count) => (
          <button
            key={count}
            type="button"
            className="btn"
            aria-label={t('extendLabel', { count })}
            onClick={() => void acts.extend(count)}
          >
            {t('extend', { count })}
          </button>
        ))}
      </div>
    </div>
  )
}
