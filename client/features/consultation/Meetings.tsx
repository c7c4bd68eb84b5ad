// All open videoconferences: to come, with registration; and held, with what was said.
import { useTranslation } from 'react-i18next'
import { KeepMeeting } from '#client/features/consultation/KeeperPanel.tsx'
import { MeetingCard } from '#client/features/consultation/MeetingCard.tsx'
import { HiddenLine, Moderate } from '#client/features/consultation/Moderate.tsx'
import { dayAndMonth } from '#client/ui/dates.ts'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type { ConsultationAnswer } from '#shared/consultation/consultationAnswers.ts'

export function Meetings({ page }: { page: ConsultationAnswer }) {
  const { t, i18n } = useTranslation('consultation')
  const coming = page.presentations.filter(({ when }) => when === 'coming')
  const past = page.presentations.filter(({ when }) => when === 'past')
  const textsOf = (themeIds: readonly string[]): number =>
    page.texts.filter(({ themeId }) => themeIds.length === 0 || themeIds.includes(themeId)).length
  return (
    <section className="co-meetings" id="visioconferences" aria-labelledby="co-meetings">
      <h2 id="co-meetings">{t('meetings.title')}</h2>
      <p className="soft">{coming.length === 0 ? t('meetings.none') : t('meetings.text')}</p>
      {coming.map((one) => (
        <MeetingCard
          key={one.id}
          {...{ one, language: page.language, signedIn: page.you.signedIn }}
          texts={textsOf(one.themeIds)}
        >
          {page.you.keeps && <KeepMeeting one={one} />}
        </MeetingCard>
      ))}
      {past.length > 0 && (
        <details className="card pad co-past">
          <summary>
            {t('meetings.past')} ({past.length})
          </summary>
          <ul>
            {past.map((one) => (
              <li key={one.id}>
                <b lang={page.language}>
                  <Unbroken text={one.title} />
                </b>
                <span className="sm soft">
                  {dayAndMonth(i18n.language, one.date)}
                  {one.attended !== null && `, ${t('meetings.attended', { count: one.attended })}`}
                </span>
                {one.summary !== '' && (
                  <span className="sm" lang={page.language}>
                    <Unbroken text={one.summary} />
                  </span>
                )}
                {one.hidden && <HiddenLine hidden={one.hidden} discarded />}
                {page.you.keeps && one.here && <Moderate target="presentation" one={one} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
