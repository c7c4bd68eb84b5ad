// How many of the handed-over texts are accounted for, and how.
import { useTranslation } from 'react-i18next'
import { type Coverage, fates } from '#shared/convergence/coverage.ts'

export function CoverageCard({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation('convergence')
  const { byFate, placed, total } = coverage
  const shown = fates.filter((fate) => byFate[fate] > 0)
  return (
    <section className="card cv-coverage" aria-labelledby="cv-coverage">
      <h2 id="cv-coverage">{t('coverage')}</h2>
      <p className="cv-count" data-act="coverage" aria-live="polite">
        <b>{t('placedOf', { placed, total })}</b>
      </p>
      <div className="cv-bar" aria-hidden="true">
        {shown.map((fate) => (
          <i key={fate} className={fate} style={{ flexGrow: byFate[fate] }} />
        ))}
        {placed < total && <i className="missing" style={{ flexGrow: total - placed }} />}
      </div>
      <ul>
        {shown.map((fate) => (
          <li key={fate}>
            <b className="num">{byFate[fate]}</b>
            <i className={`sw ${fate}`} aria-hidden="true" />
            {t(`fates.${fate}`, { count: byFate[fate] })}
          </li>
        ))}
        {placed < total && (
          <li className="cv-missing">
            <b className="num">{total - placed}</b>
            <i className="sw missing" aria-hidden="true" />
            {t('missing')}
          </li>
        )}
      </ul>
    </section>
  )
}
