// The sessions that come after the one in the hero.
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Antenna } from '#client/ui/Antenna.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { dayNumber, hour, monthName } from '#client/ui/dates.ts'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type { HomeSession } from '#shared/home/home.ts'

export function NextSessions({ sessions }: { sessions: readonly HomeSession[] }) {
  const { t, i18n } = useTranslation('home')
  return (
    <section className="home-next" aria-labelledby="next-title">
      <h2 id="next-title">{t('upcoming')}</h2>
      <div className="card">
        {sessions.length === 0 && <p className="soft home-none">{t('upcomingNone')}</p>}
        <ul className="ag">
          {sessions.map((session) => (
            <li key={session.id}>
              <time className="num" dateTime={`${session.date}T${session.startTime}`}>
                {dayNumber(session.date)}
                <small>{monthName(i18n.language, session.date)}</small>
              </time>
              <span className="grow">
                <b lang={contentLanguage()}>
                  <Unbroken text={session.subject} />
                </b>
                <span className="row wrap ag-line">
                  {session.groups.map((group) => (
                    <Antenna key={group.id} wear={group.wear} place={group.place} size="mini" />
                  ))}
                  <span className="sm soft">
                    {hour(i18n.language, session.startTime)}, {t(`mode.${session.mode}`)}
                  </span>
                </span>
              </span>
              {session.roomCode && (
                <Link
                  className="btn sm"
                  to={`/r/${encodeURIComponent(session.roomCode)}`}
                  aria-label={t('enterLabel', { subject: session.subject })}
                >
                  {t('enter')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
