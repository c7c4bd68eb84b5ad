// Shares by theme and by cycle: bars, and the same as a table of figures.
import { useTranslation } from 'react-i18next'
import { fates } from '#shared/followUp/fate.ts'
import { type Share, sharesByCycle, sharesByTheme } from '#shared/followUp/filterLines.ts'
import type { FollowUpAnswer } from '#shared/followUp/followUpAnswers.ts'

export function FollowUpShares({ page }: { page: FollowUpAnswer }) {
  const { t } = useTranslation('followUp')
  return (
    <section className="card fu-shares" aria-labelledby="fu-shares">
      <h2 id="fu-shares">{t('shares')}</h2>
      <div className="fu-legend" aria-hidden="true">
        {fates.map((fate) => (
          <span key={fate}>
            <i className={`f-${fate}`} />
            {t(`fate.${fate}`)}
          </span>
        ))}
      </div>
      <div className="fu-two">
        <Shares title={t('byTheme')} shares={sharesByTheme(page)} language={page.language} />
        <Shares title={t('byCycle')} shares={sharesByCycle(page)} language={page.language} />
      </div>
    </section>
  )
}

function Shares({ title, shares, language }: { title: string; shares: readonly Share[]; language: string }) {
  const { t } = useTranslation('followUp')
  return (
    <div>
      <h3>{title}</h3>
      <div aria-hidden="true">
        {shares.map(({ id, parts, title: name, total }) => (
          <div className="fu-share" key={id}>
            <span className="sm" lang={language}>
              {name}
            </span>
            <span className="fu-stack small">
              {parts.map(({ count, fate }) => (
                <i key={fate} className={`f-${fate}`} style={{ flexGrow: count }}>
                  <span>{count}</span>
                </i>
              ))}
              {parts.length === 0 && <i className="f-none" style={{ flexGrow: 1 }} />}
            </span>
            <b className="num sm">{total}</b>
          </div>
        ))}
      </div>
      <details>
        <summary>{t('asTable')}</summary>
        <div className="fu-scroll" tabIndex={0} role="region" aria-label={title}>
          <table className="fu-figures">
            <thead>
              <tr>
                <th scope="col">{title}</th>
                {fates.map((fate) => (
                  <th scope="col" key={fate}>
                    {t(`fate.${fate}`)}
                  </th>
                ))}
                <th scope="col">{t('total')}</th>
              </tr>
            </thead>
            <tbody>
              {shares.map(({ id, parts, title: name, total }) => (
                <tr key={id}>
                  <th scope="row" lang={language}>
                    {name}
                  </th>
                  {fates.map((fate) => (
                    <td key={fate}>{parts.find((part) => part.fate === fate)?.count ?? 0}</td>
                  ))}
                  <td>{total}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  )
}
