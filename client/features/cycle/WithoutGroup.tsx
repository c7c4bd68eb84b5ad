// *Rencontres sans groupe*: where there were too few people for a group, people met all the same.
import { useTranslation } from 'react-i18next'
import { dayAndMonth } from '#client/ui/dates.ts'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type { MeetingsWithoutGroup } from '#shared/cyclePage/cycleAnswers.ts'

export function WithoutGroup({ all }: { all: readonly MeetingsWithoutGroup[] }) {
  const { t, i18n } = useTranslation('cycle')
  if (all.length === 0) return null
  return (
    <section className="card pad cy-without" aria-labelledby="cy-without">
      <h2 id="cy-without">{t('withoutGroup')}</h2>
      <p className="soft">{t('withoutGroupText')}</p>
      <div className="cy-places-met">
        {all.map(({ id, meetings, note, place, theme }) => (
          <article key={id}>
            <h3>{place || t('elsewhere')}</h3>
            {theme !== '' && (
              <p className="xs muted">
                <Unbroken text={theme} />
              </p>
            )}
            <ul>
              {meetings.map(({ date, mode, remote, room, subject }) => (
                <li key={`${date}-${subject}`}>
                  <time dateTime={date}>{dayAndMonth(i18n.language, date)}</time>
                  <span>
                    {subject !== '' && <b>{subject}</b>}
                    <small>
                      {[mode ? t(`mode.${mode}`) : '', t('attendance', { room, remote })]
                        .filter(Boolean)
                        .join(', ')}
                    </small>
                  </span>
                </li>
              ))}
            </ul>
            {note !== '' && <p className="sm">{note}</p>}
          </article>
        ))}
      </div>
    </section>
  )
}
