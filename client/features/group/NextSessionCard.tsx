// The next session first: when, about what, whether one comes, and the way in.
import { CalendarDays, DoorOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ComingChoice } from '#client/features/group/ComingChoice.tsx'
import { roomAddress } from '#client/features/group/draftPlace.ts'
import { dayWords, endOf, weekday } from '#client/features/group/sessionTime.ts'
import type { GroupActs } from '#client/features/group/useGroupPage.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { dayNumber, hour, monthName } from '#client/ui/dates.ts'
import { Empty } from '#client/ui/Empty.tsx'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import { wearStyle } from '#client/ui/wear.ts'
import type { GroupPageAnswer, NextSession } from '#shared/group/groupPage.ts'

export function NextSessionCard({ page, acts }: { page: GroupPageAnswer; acts: GroupActs }) {
  const { t } = useTranslation('group')
  const { next } = page
  if (!next) {
    return (
      <section className="card gp-next none" aria-label={t('next')}>
        <Empty icon={CalendarDays} title={t('noNext')}>
          {t('noNextText')}
        </Empty>
        {page.roomCode && <WayIn code={page.roomCode} live={false} />}
      </section>
    )
  }
  const door = next.roomCode ?? page.roomCode
  const mayAnswer = page.you.standing === 'member' || page.you.standing === 'facilitator'
  return (
    <section
      className={`card gp-next ${page.you.standing === 'stranger' ? 'alone' : ''}`}
      aria-label={t('next')}
    >
      <div className="gp-tapes" aria-hidden="true">
        {next.groups.map((group) => (
          <div key={group.id} className="tape a" style={wearStyle(group.wear)} />
        ))}
      </div>
      <div className="gp-next-body">
        <When session={next} today={page.today} />
        <About session={next} page={page} />
        <div className="gp-ways">
          {next.live && door && <WayIn code={door} live />}
          {/* Whoever only reads is not expected, and would be refused. */}
          {mayAnswer && <ComingChoice next={next} acts={acts} />}
          {!next.live && door && <WayIn code={door} live={false} />}
        </div>
      </div>
    </section>
  )
}

function When({ session, today }: { session: NextSession; today: string }) {
  const { t, i18n } = useTranslation('group')
  const { date, startTime, durationMin } = session
  const from = hour(i18n.language, startTime)
  return (
    <time className="num" dateTime={startTime === '' ? date : `${date}T${startTime}`}>
      {dayNumber(date)}
      <small>
        {t(`day.${dayWords(date, today)}`, {
          month: monthName(i18n.language, date),
          weekday: weekday(i18n.language, date),
        })}
        <br />
        {startTime !== '' &&
          (durationMin > 0 ? t('fromTo', { from, to: hour(i18n.language, endOf(session)) }) : from)}
      </small>
    </time>
  )
}

function About({ session, page }: { session: NextSession; page: GroupPageAnswer }) {
  const { t } = useTranslation('group')
  const { room, remote } = session.coming
  const { present } = session
  const which = session.joint
    ? t('sessionJoint')
    : session.number === null
      ? t('session')
      : t('sessionNumber', { number: session.number })
  return (
    <div>
      <span className="row wrap">
        {session.live && <span className="chip now">{t('live')}</span>}
        {session.groups.map((group) => (
          <Antenna key={group.id} wear={group.wear} place={group.place} size="mini" />
        ))}
        <span className="sm soft">{[which, t(`mode.${session.mode}`)].join(', ')}</span>
      </span>
      <h2 lang={contentLanguage()}>
        <Unbroken text={session.subject} />
      </h2>
      {session.live && present.room + present.remote > 0 && (
        <p>{t('present', { room: present.room, remote: present.remote })}</p>
      )}
      {page.you.standing !== 'stranger' && (
        <p>{room + remote > 0 ? t('coming', { room, remote }) : t('comingNone')}</p>
      )}
    </div>
  )
}

function WayIn({ code, live }: { code: string; live: boolean }) {
  const { t } = useTranslation('group')
  return (
    <Link className={`btn ${live ? 'now lg' : 'quiet'} gp-door`} to={roomAddress(code)}>
      <DoorOpen className="i" aria-hidden="true" />
      {t('enter')}
    </Link>
  )
}
