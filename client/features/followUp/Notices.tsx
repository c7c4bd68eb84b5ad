// On the home page: what happened to the texts that one follows.
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { monthDay } from '#client/features/followUp/days.ts'
import { readNotices, sawNotices } from '#client/features/followUp/followUpApi.ts'
import { followUpKey } from '#client/features/followUp/useFollowUp.ts'
import '#client/features/followUp/followUp.css'

export function Notices({ today }: { today: string }) {
  const { t, i18n } = useTranslation('followUp')
  const { data } = useQuery({
    queryKey: [...followUpKey, 'notices', i18n.language],
    queryFn: ({ signal }) => readNotices(i18n.language, signal),
  })
  const fresh = data?.news.some((one) => one.fresh) ?? false
  useEffect(() => {
    // Seen once it stood on the screen; what this page shows stays marked until it is read again.
    if (fresh) void sawNotices(Date.now()).catch(() => undefined)
  }, [fresh])
  if (!data || data.news.length === 0) return null
  return (
    <section className="fu-notices" aria-labelledby="fu-notices">
      <div className="row between">
        <h2 id="fu-notices">{t('notices')}</h2>
        <Link className="link sm" to="/notices">
          {t('byMail')}
        </Link>
      </div>
      <ul className="card">
        {data.news.map((one) => (
          <li key={one.id}>
            <span className="sm soft num">{monthDay(i18n.language, one.date, today)}</span>
            <Link
              to={`/follow-up/${encodeURIComponent(one.code)}`}
              lang={data.language}
            >{`${one.code} ${one.title}`}</Link>
            {one.fresh && <span className="chip info">{t('fresh')}</span>}
            <span className="sm" lang={data.language}>
              {one.text}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
