// One open videoconference: when, what about, who comes, and how to come.
import { CalendarDays, Radio as Live, Video } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { calendarPath, sayComing } from '#client/features/consultation/consultationApi.ts'
import { HiddenLine } from '#client/features/consultation/Moderate.tsx'
import { useConsultationAct } from '#client/features/consultation/useConsultation.ts'
import { hour, wholeDay } from '#client/ui/dates.ts'
import { Field } from '#client/ui/Field.tsx'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type { ShownPresentation } from '#shared/consultation/consultationAnswers.ts'

export interface MeetingCardProps {
  readonly one: ShownPresentation
  readonly language: string
  readonly signedIn: boolean
  /** How many texts it speaks of; undefined where the page does not know. */
  readonly texts?: number
  readonly children?: React.ReactNode
}

export function MeetingCard({ children, language, one, signedIn, texts }: MeetingCardProps) {
  const { t, i18n } = useTranslation('consultation')
  const when = [
    wholeDay(i18n.language, one.date),
    one.startTime === null ? '' : hour(i18n.language, one.startTime),
  ]
  return (
    <article className="co-meeting stage" data-presentation={one.id}>
      <span className="sm">{t(one.liveCode ? 'meetings.live' : 'meetings.next')}</span>
      <h3>{when.filter(Boolean).join(', ')}</h3>
      <p lang={language}>
        <Unbroken text={one.title} />
      </p>
      <p className="sm">
        {[
          texts === undefined ? '' : t('meetings.about', { count: texts }),
          one.coming === 0 ? '' : t('meetings.registered', { count: one.coming }),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      {one.hidden && <HiddenLine hidden={one.hidden} discarded />}
      {one.cancelled ? (
        <p>
          <b>{t('meetings.cancelled')}</b>
        </p>
      ) : (
        <Coming {...{ one, signedIn }} />
      )}
      {children}
    </article>
  )
}

function Coming({ one, signedIn }: { one: ShownPresentation; signedIn: boolean }) {
  const { t } = useTranslation('consultation')
  const acting = useConsultationAct({ 409: t('meetings.full'), 422: t('meetings.nameNeeded') })
  const [name, setName] = useState(one.you.name)
  const say = (coming: boolean): void =>
    void acting.run(() => sayComing(one.id, coming, name), t(coming ? 'meetings.done' : 'meetings.left'))
  return (
    <>
      {!signedIn && !one.you.coming && (
        <Field
          label={t('nameShort')}
          value={name}
          maxLength={60}
          autoComplete="name"
          error={acting.problem}
          hint={t('meetings.nameNeeded')}
          onChange={({ target }) => setName(target.value)}
        />
      )}
      {one.you.coming && (
        <p className="sm" role="status">
          {t('meetings.registered')}
        </p>
      )}
      <div className="row wrap co-meeting-acts">
        {one.liveCode !== null && (
          <Link className="btn now" to={`/consultation/live/${one.liveCode}`}>
            <Live className="i" aria-hidden="true" />
            {t('meetings.toLive')}
          </Link>
        )}
        <button type="button" className="btn co-main" data-act="coming" onClick={() => say(!one.you.coming)}>
          {t(one.you.coming ? 'meetings.leave' : 'meetings.register')}
        </button>
        <a
          className="btn"
          href={calendarPath(one.id)}
          aria-label={t('meetings.calendarLabel', { title: one.title })}
        >
          <CalendarDays className="i" aria-hidden="true" />
          {t('meetings.calendar')}
        </a>
        {one.callUrl !== '' && (
          <a className="btn" href={one.callUrl} target="_blank" rel="noreferrer">
            <Video className="i" aria-hidden="true" />
            {t('meetings.call')}
          </a>
        )}
      </div>
    </>
  )
}
