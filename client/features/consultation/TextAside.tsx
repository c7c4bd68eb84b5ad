// Beside a text: who wrote it, and what is known around it.
import { Landmark } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Antenna } from '#client/ui/Antenna.tsx'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type { TextAnswer } from '#shared/consultation/consultationAnswers.ts'

export function WrittenBy({ page }: { page: TextAnswer }) {
  const { t } = useTranslation('consultation')
  return (
    <section className="card pad" aria-labelledby="co-by">
      <h2 className="co-h3" id="co-by">
        {t('writtenBy')}
      </h2>
      <ul className="co-by">
        {page.writtenBy.map((one) => {
          const group = page.groups.find(({ id }) => id === one.id)
          const led = one.facilitators.length > 0 ? t('ledBy', { names: one.facilitators.join(', ') }) : ''
          return (
            <li key={one.id}>
              {group && <Antenna wear={group.wear} place={group.place} />}
              <span className="sm soft">
                {[t('members', { count: one.members }), led].filter(Boolean).join(', ')}
              </span>
            </li>
          )
        })}
      </ul>
      <p className="sm co-origins">
        <Link to={`/follow-up/${encodeURIComponent(page.text.id)}`}>{t('origins')}</Link>
      </p>
    </section>
  )
}

export function Context({ page }: { page: TextAnswer }) {
  const { t } = useTranslation('consultation')
  if (page.context.length === 0) return null
  return (
    <section className="card pad" aria-labelledby="co-context">
      <h2 className="co-h3" id="co-context">
        {t('context')}
      </h2>
      <ul className="co-context" lang={page.language}>
        {page.context.map(({ id, title }) => (
          <li key={id}>
            <Landmark className="i" aria-hidden="true" />
            <span>
              <Unbroken text={title} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
