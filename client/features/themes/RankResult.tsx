// The result of a ranking, explained with its own numbers: places, why each stands before the next, and every duel.
import { useTranslation } from 'react-i18next'
import type { ShownBallot } from '#shared/assembly/assemblyAnswers.ts'
import type { Ranking, Step } from '#shared/themes/schulze.ts'

export interface RankResultProps {
  readonly ballot: Pick<ShownBallot, 'id' | 'items'>
  readonly ranking: Ranking
  readonly language: string
}

export function RankResult({ ballot, language, ranking }: RankResultProps) {
  const { t } = useTranslation('themes')
  const titleOf = (id: string): string => ballot.items.find((one) => one.id === id)?.title ?? ''
  return (
    <div className="th-result" data-ranking={ballot.id}>
      <ol className="th-places">
        {ranking.placed.map(({ id, rank }) => (
          <li key={id} lang={language}>
            <b className="num">{rank}</b> {titleOf(id)}
          </li>
        ))}
      </ol>
      <h4>{t('methodTitle')}</h4>
      <p>{t('method', { count: ranking.papers })}</p>
      <p>{t(ranking.hasCircle ? 'circle' : 'noCircle')}</p>
      <ul className="th-steps">
        {ranking.steps.map((step) => (
          <li key={`${step.before} ${step.after}`}>
            <StepWords step={step} titleOf={titleOf} />
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('duels')}</summary>
        <p className="sm soft">{t('duelsText')}</p>
        <DuelTable ranking={ranking} titleOf={titleOf} language={language} />
      </details>
      <p className="xs soft">{t('methodSource')}</p>
    </div>
  )
}

function StepWords({ step, titleOf }: { step: Step; titleOf: (id: string) => string }) {
  const { t } = useTranslation('themes')
  const names = { before: titleOf(step.before), after: titleOf(step.after) }
  const duel = { forBefore: step.forBefore, forAfter: step.forAfter }
  if (step.kind === 'way')
    return t('step.way', {
      ...{ ...names, ...duel, wayBefore: step.wayBefore, wayAfter: step.wayAfter },
      through: step.through.map(titleOf).join(' > '),
    })
  return t(`step.${step.kind}`, { ...names, ...duel })
}

interface TableProps {
  readonly ranking: Ranking
  readonly titleOf: (id: string) => string
  readonly language: string
}

function DuelTable({ language, ranking, titleOf }: TableProps) {
  const { t } = useTranslation('themes')
  const ids = ranking.placed.map(({ id }) => id)
  const wins = (a: string, b: string): number => {
    const found = ranking.duels.find(
      ({ one, other }) => (one === a && other === b) || (one === b && other === a),
    )
    return found?.one === a ? found.forOne : (found?.forOther ?? 0)
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than a phone is scrolled by keyboard too
    <section className="th-scroll" tabIndex={0} aria-label={t('duels')}>
      <table className="th-duels">
        <thead>
          <tr>
            <td />
            {ids.map((id, at) => (
              <th key={id} scope="col">
                <span aria-hidden="true">{at + 1}</span>
                <span className="sr" lang={language}>
                  {titleOf(id)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ids.map((row, at) => (
            <tr key={row}>
              <th scope="row" lang={language}>
                {at + 1}. {titleOf(row)}
              </th>
              {ids.map((column) => (
                <td
                  key={column}
                  className={row !== column && wins(row, column) > wins(column, row) ? 'won' : ''}
                >
                  {row === column ? '' : wins(row, column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
