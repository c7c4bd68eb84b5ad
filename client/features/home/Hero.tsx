// What is live for this person, or comes next, with its two doors: at a distance, in the room.
import { Armchair, CalendarDays, Laptop } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Overprint } from '#client/features/home/Overprint.tsx'
import { Antenna } from '#client/ui/Antenna.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { hour, wholeDay } from '#client/ui/dates.ts'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type { HomeSession } from '#shared/home/home.ts'

export function Hero({ session }: { session: HomeSession | null }) {
  const { t, i18n } = useTranslation('home')
  if (!session) {
    return (
      <section className="hero-live stage nothing">
        <CalendarDays className="i" aria-hidden="true" />
        <h2>{t('nothing')}</h2>
        <p>{t('nothingText')}</p>
      </section>
    )
  }
  const { room, remote } = session.present
  const when = t('when', {
    day: wholeDay(i18n.language, session.date),
    hour: hour(i18n.language, session.startTime),
  })
  const people = room + remote > 0 ? t('someone', { room, remote }) : t(session.live ? 'noOne' : 'later')
  return (
    <section className="hero-live stage" aria-labelledby="hero-title">
      <div>
        <div className="row wrap hero-tags">
          {session.live ? (
            <span className="chip now">{t('live')}</span>
          ) : (
            <span className="chip line">{t('next')}</span>
          )}
          {session.groups.map((group) => (
            <Antenna key={group.id} wear={group.wear} place={group.place} />
          ))}
        </div>
        <h2 id="hero-title" lang={contentLanguage()}>
          <Unbroken text={session.subject} />
        </h2>
        <p>
          {[
            session.joint
              ? t('joint')
              : session.number !== null
                ? t('number', { number: session.number })
                : '',
            when,
            t(`mode.${session.mode}`),
          ]
            .filter(Boolean)
            .join(', ')}
          .<br />
          {session.roomCode ? people : t('noRoom')}
        </p>
        {session.roomCode && <Doors code={session.roomCode} live={session.live} />}
      </div>
      <Overprint session={session} />
    </section>
  )
}

function Doors({ code, live }: { code: string; live: boolean }) {
  const { t } = useTranslation('home')
  const to = `/r/${encodeURIComponent(code)}`
  return (
    <div className="row wrap hero-doors">
      <Link className={`btn lg ${live ? 'now' : 'light'}`} to={`${to}?place=remote`}>
        <Laptop className="i" aria-hidden="true" />
        {t('enterRemote')}
      </Link>
      <Link className="btn lg alt" to={`${to}?place=in-person`}>
        <Armchair className="i" aria-hidden="true" />
        {t('enterRoom')}
      </Link>
    </div>
  )
}
