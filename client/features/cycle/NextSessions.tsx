// When to come: the sessions of today and after it, each with a way to say that one comes, or to enter while it is live.
import { CalendarDays } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { dayLong, dayShort, listed } from '#client/features/cycle/cycleWords.ts'
import { FeedsDialog } from '#client/features/cycle/FeedsDialog.tsx'
import { SessionDialog } from '#client/features/cycle/SessionDialog.tsx'
import { Antenna } from '#client/ui/Antenna.tsx'
import { hour } from '#client/ui/dates.ts'
import type { CycleAnswer, CycleSession } from '#shared/cyclePage/cycleAnswers.ts'

const shownFirst = 4

export function NextSessions({ page }: { page: CycleAnswer }) {
  const { t } = useTranslation('cycle')
  const [all, setAll] = useState(false)
  const [opened, setOpened] = useState<string | null>(null)
  const [feeds, setFeeds] = useState(false)
  const { sessions } = page
  const shown = all ? sessions : sessions.slice(0, shownFirst)
  const open = sessions.find(({ id }) => id === opened)
  return (
    <section className="card cy-side-card cy-next" aria-labelledby="cy-next">
      <div className="row between wrap">
        <h2 id="cy-next">{t('next')}</h2>
        {page.you.signedIn && (
          <button
            type="button"
            className="btn sm quiet"
            aria-haspopup="dialog"
            onClick={() => setFeeds(true)}
          >
            <CalendarDays className="i" aria-hidden="true" />
            {t('calendars')}
          </button>
        )}
      </div>
      {sessions.length === 0 ? (
        <p className="soft">{t('nextNone')}</p>
      ) : (
        <ul>
          {shown.map((session) => (
            <SessionRow key={session.id} session={session} onOpen={() => setOpened(session.id)} />
          ))}
        </ul>
      )}
      {sessions.length > shownFirst && (
        <button type="button" className="link sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('nextFewer') : t('nextAll', { count: sessions.length })}
        </button>
      )}
      {open && <SessionDialog session={open} page={page} onClose={() => setOpened(null)} />}
      {feeds && <FeedsDialog page={page} onClose={() => setFeeds(false)} />}
    </section>
  )
}

function SessionRow({ session, onOpen }: { session: CycleSession; onOpen: () => void }) {
  const { t, i18n } = useTranslation('cycle')
  const { answer, cancelledSince, coming, date, groups, joint, live, mayAnswer, roomCode, startTime } =
    session
  const names = listed(
    i18n.language,
    groups.map(({ place }) => place),
  )
  const said = { day: dayLong(i18n.language, date), groups: names }
  const mayCome = mayAnswer && answer === null
  return (
    <li className={cancelledSince ? 'gone' : ''}>
      <time dateTime={startTime ? `${date}T${startTime}` : date}>{dayShort(i18n.language, date)}</time>
      <span className="grow">
        <span className="row wrap cy-who">
          {groups.map((group) => (
            <Antenna
              key={group.id}
              wear={group.wear}
              place={group.place}
              {...(groups.length > 1 ? { size: 'mini' as const } : {})}
            />
          ))}
          {joint && <b>{t('joint')}</b>}
          {live && <span className="chip now">{t('live')}</span>}
          {cancelledSince && <span className="chip warn">{t('cancelled')}</span>}
        </span>
        <small>
          {[startTime ? hour(i18n.language, startTime) : '', t(`mode.${session.mode}`)]
            .filter(Boolean)
            .join(', ')}
          {coming.room + coming.remote > 0 && `. ${t('coming', coming)}`}
        </small>
        {answer && <small className="cy-mine">{t(`mine.${answer}`)}</small>}
      </span>
      <span className="cy-acts">
        {live && roomCode !== null && (
          <Link
            className="btn sm now"
            to={`/r/${encodeURIComponent(roomCode)}`}
            aria-label={t('enterLabel', said)}
          >
            {t('enter')}
          </Link>
        )}
        <button
          type="button"
          className="btn sm"
          aria-haspopup="dialog"
          data-act="session"
          data-session={session.id}
          aria-label={t(mayCome ? 'comeLabel' : 'seeLabel', said)}
          onClick={onOpen}
        >
          {t(mayCome ? 'come' : 'see')}
        </button>
      </span>
    </li>
  )
}
