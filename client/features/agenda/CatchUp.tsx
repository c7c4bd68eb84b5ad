// « En une minute »: for whoever comes late, where everyone is, what was decided, what is being written and by whom.
import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockTime } from '#client/features/agenda/clockTime.ts'
import { cameLate, caughtUp } from '#client/features/agenda/sessionsSeen.ts'
import { useAgenda } from '#client/features/agenda/useAgenda.ts'
import '#client/features/agenda/agenda.css'
import { useServerNow } from '#client/live/useServerNow.ts'
import { currentStep, neighbourStep, type Outcome, stepPlace } from '#shared/agenda/agendaState.ts'

/** Something that people write at this moment. */
export interface Writing {
  readonly id: string
  /** The title of the draft or the note. */
  readonly what: string
  readonly who: readonly string[]
}

export interface CatchUpProps {
  /** Decisions that other tools made in this session. */
  readonly outcomes?: readonly Outcome[]
  readonly writing?: readonly Writing[]
  /** Shown because somebody asked for it; else only to whoever came late, once. */
  readonly asked?: boolean
  readonly onClose?: () => void
}

/** Null for whoever was there from the beginning. */
export function CatchUp({ outcomes = [], writing = [], asked = false, onClose }: CatchUpProps) {
  const { t, i18n } = useTranslation('agenda')
  const agenda = useAgenda()
  const now = useServerNow(null)
  const [closed, setClosed] = useState<string | null>(null)
  if (agenda?.status !== 'running' || agenda.sessionId === null || agenda.startedAt === null) return null
  const { sessionId, startedAt } = agenda
  const late = cameLate({ sessionId, startedAt }, now)
  if (!asked && (!late || closed === sessionId)) return null
  const [step, place, next] = [currentStep(agenda), stepPlace(agenda), neighbourStep(agenda, 1)]
  const decided = [...agenda.outcomes, ...outcomes].sort((a, b) => a.at - b.at)
  const close = (): void => {
    setClosed(sessionId)
    caughtUp(sessionId)
    onClose?.()
  }
  return (
    <section className="agenda-catch-up card" aria-label={t('catchUp.title')}>
      <header>
        <h2>{t('catchUp.title')}</h2>
        <button type="button" className="btn quiet icon" aria-label={t('catchUp.closeLabel')} onClick={close}>
          <X className="i" aria-hidden="true" />
        </button>
      </header>
      <p>
        {t('catchUp.began', { time: clockTime(i18n.language, startedAt) })}{' '}
        {step && place && (
          <b>
            {t('place', place)}
            {t('colon')}
            {step.title}.
          </b>
        )}{' '}
        {step?.purpose}
      </p>
      <h3>{t('catchUp.decided')}</h3>
      {decided.length === 0 ? (
        <p className="soft">{t('catchUp.nothingDecided')}</p>
      ) : (
        <ul>
          {decided.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
      <h3>{t('catchUp.writing')}</h3>
      {writing.length === 0 ? (
        <p className="soft">{t('catchUp.nobodyWrites')}</p>
      ) : (
        <ul>
          {writing.map(({ id, what, who }) => (
            <li key={id}>
              <b>{what}</b>
              {t('colon')}
              {new Intl.ListFormat(i18n.language).format(who)}
            </li>
          ))}
        </ul>
      )}
      {next && (
        <p className="soft">
          {t('catchUp.then')} {next.title}.
        </p>
      )}
      <button type="button" className="btn" onClick={close}>
        {t('catchUp.done')}
      </button>
    </section>
  )
}
