// Groups as cards: where they stand, what is being written, and the way in.
import { CalendarDays, FileText, MessageCircle } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Antenna, Tape } from '#client/ui/Antenna.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { dayAndMonth } from '#client/ui/dates.ts'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import { wearStyle } from '#client/ui/wear.ts'
import type { HomeAnswer, HomeGroup } from '#shared/home/home.ts'

/** Cards shown before « Voir les 17 groupes ». */
const shownFirst = 4

const heading = { mine: 'myGroups', invited: 'invitedBy', all: 'groups' } as const

export function GroupCards({ home }: { home: HomeAnswer }) {
  const { t } = useTranslation('home')
  const [all, setAll] = useState(false)
  const sorted = [...home.groups].sort((a, b) => Number(b.roomCode !== null) - Number(a.roomCode !== null))
  const shown = all ? sorted : sorted.slice(0, shownFirst)
  if (sorted.length === 0) return null
  return (
    <section className="home-groups" id="groups" aria-labelledby="groups-title">
      <div className="row between home-head">
        <h2 id="groups-title">{t(heading[home.groupsAre])}</h2>
        {sorted.length > shownFirst && (
          <button type="button" className="link sm" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('seeFewer') : t('seeAll', { count: sorted.length })}
          </button>
        )}
      </div>
      <div className="group-cards">
        {shown.map((group) => (
          <GroupCard key={group.id} group={group} />
        ))}
      </div>
    </section>
  )
}

function GroupCard({ group }: { group: HomeGroup }) {
  const { t, i18n } = useTranslation('home')
  const { writing, toReview, ready } = group.drafts
  const drafts = [
    writing > 0 ? t('writing', { count: writing }) : '',
    toReview > 0 ? t('toReview', { count: toReview }) : '',
    ready > 0 ? t('ready', { count: ready }) : '',
  ].filter(Boolean)
  return (
    <article className="card gc a" style={wearStyle(group.wear)}>
      <Tape wear={group.wear} />
      <div className="gc-body">
        <div className="row between">
          <Antenna wear={group.wear} place={group.place} />
          <SessionWords group={group} />
        </div>
        <h3 lang={contentLanguage()}>
          <Link to={`/g/${encodeURIComponent(group.code)}`}>
            <Unbroken text={group.theme} />
          </Link>
        </h3>
        <SessionSegments group={group} />
        <div className="ln">
          <FileText className="i" aria-hidden="true" />
          <span>{drafts.length > 0 ? drafts.join(', ') : t('noDraft')}</span>
        </div>
        {group.nuances > 0 && (
          <div className="ln">
            <MessageCircle className="i" aria-hidden="true" />
            <span>{t('nuances', { count: group.nuances })}</span>
          </div>
        )}
        {group.next && (
          <div className="ln">
            <CalendarDays className="i" aria-hidden="true" />
            <span>
              {t('nextOn', {
                day: dayAndMonth(i18n.language, group.next.date),
                mode: t(`mode.${group.next.mode}`),
              })}
            </span>
          </div>
        )}
        {group.roomCode && <GroupDoors code={group.roomCode} place={group.place} />}
      </div>
    </article>
  )
}

function GroupDoors({ code, place }: { code: string; place: string }) {
  const { t } = useTranslation('home')
  const to = `/r/${encodeURIComponent(code)}`
  return (
    <div className="row gc-acts">
      <Link className="btn sm" to={to} aria-label={t('openRoomLabel', { place })}>
        {t('openRoom')}
      </Link>
      <Link className="btn sm quiet" to={`${to}#liste`} aria-label={t('textsLabel', { place })}>
        {t('texts')}
      </Link>
    </div>
  )
}

/** Drawn only where the plan is known; the words beside the badge say the same. */
function SessionSegments({ group }: { group: HomeGroup }) {
  const { sessionsHeld: held, sessionsPlanned: planned, live } = group
  if (planned < 2 || planned > 24) return null
  return (
    <div className="segs" aria-hidden="true">
      {Array.from({ length: planned }, (_, at) => (
        <i
          key={`${at}-${planned}`}
          className={live && at === Math.min(held, planned - 1) ? 'c' : at < held ? 'd' : ''}
        />
      ))}
    </div>
  )
}

function SessionWords({ group: { sessionsHeld: held, sessionsPlanned: planned } }: { group: HomeGroup }) {
  const { t } = useTranslation('home')
  const words =
    held === 0
      ? t('noSession')
      : planned > held
        ? t('sessions', { held, planned })
        : t('sessionsPlain', { count: held })
  return <span className="sm soft num">{words}</span>
}
