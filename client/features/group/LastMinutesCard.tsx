// « Dernier compte rendu »: its first words, and the way to the whole of it.
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { roomAddress } from '#client/features/group/draftPlace.ts'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { dayAndMonth } from '#client/ui/dates.ts'
import type { GroupPageAnswer } from '#shared/group/groupPage.ts'

export function LastMinutesCard({ page }: { page: GroupPageAnswer }) {
  const { t, i18n } = useTranslation('group')
  const minutes = page.lastMinutes
  return (
    <section className="card gp-minutes" aria-labelledby="gp-minutes">
      <div className="row between wrap">
        <h2 id="gp-minutes">{t('minutes')}</h2>
        {minutes && <span className="xs soft">{dayAndMonth(i18n.language, minutes.date)}</span>}
      </div>
      {minutes ? (
        <p lang={contentLanguage()}>
          <b>{minutes.title}</b> {minutes.opening}
        </p>
      ) : (
        <p className="soft">{t('minutesNone')}</p>
      )}
      {minutes?.roomCode && (
        <Link className="sm" to={roomAddress(minutes.roomCode)}>
          {t('readMinutes')}
        </Link>
      )}
    </section>
  )
}
