// « Notre présence »: one sign a person, square in the room, round at a distance; the same figures as a table for screen readers.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { shortDay } from '#client/features/group/sessionTime.ts'
import { wholeDay } from '#client/ui/dates.ts'
import { wearStyle } from '#client/ui/wear.ts'
import type { GroupPageAnswer, PresenceOfSession } from '#shared/group/groupPage.ts'

/** Columns that fit a phone. */
const sessionsShown = 10
/** The tallest column, in signs. */
const tallest = 28

export function PresenceChart({ page, action }: { page: GroupPageAnswer; action?: ReactNode }) {
  const { t } = useTranslation('group')
  const shown = page.presence.slice(-sessionsShown)
  const most = Math.max(0, ...shown.map(({ room, remote }) => room + remote))
  const each = Math.max(1, Math.ceil(most / tallest))
  return (
    <section className="card gp-presence" aria-labelledby="gp-presence">
      <div className="row between wrap">
        <h2 id="gp-presence">{t('presence')}</h2>
        {shown.length > 0 && (
          <span className="gp-key a xs soft" style={wearStyle(page.group.wear)} aria-hidden="true">
            <span>
              <i className="s" />
              {t('inRoom')}
            </span>
            <span>
              <i className="r" />
              {t('remote')}
            </span>
          </span>
        )}
      </div>
      {shown.length === 0 ? (
        <p className="soft gp-none">{t('presenceNone')}</p>
      ) : (
        <>
          <div className="gp-columns a num" style={wearStyle(page.group.wear)} aria-hidden="true">
            {shown.map((session) => (
              <Column key={session.id} session={session} each={each} />
            ))}
          </div>
          {each > 1 && <p className="xs soft">{t('oneSign', { count: each })}</p>}
          <FigureTable sessions={shown} />
        </>
      )}
      {action}
    </section>
  )
}

function Column({ session, each }: { session: PresenceOfSession; each: number }) {
  const signs = [
    ...Array.from({ length: Math.ceil(session.room / each) }, () => (session.held ? 's' : 'f s')),
    ...Array.from({ length: Math.ceil(session.remote / each) }, () => (session.held ? 'r' : 'f r')),
  ]
  return (
    <div className={session.held ? '' : 'to-come'}>
      <div className="u">
        {signs.map((sign, at) => (
          <i key={`${sign}-${at}`} className={sign} />
        ))}
      </div>
      <em>{shortDay(session.date)}</em>
    </div>
  )
}

function FigureTable({ sessions }: { sessions: readonly PresenceOfSession[] }) {
  const { t, i18n } = useTranslation('group')
  return (
    // A table never becomes narrower than its words: what hides it is around it.
    <div className="sr">
      <table>
        <caption>{t('presenceTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('session')}</th>
            <th scope="col">{t('inRoom')}</th>
            <th scope="col">{t('remote')}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <th scope="row">
                {wholeDay(i18n.language, session.date)}
                {!session.held && `, ${t('toCome')}`}
              </th>
              <td>{session.room}</td>
              <td>{session.remote}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
