// The bars of a closed decision, and the same as a table for those who listen.
import { useTranslation } from 'react-i18next'
import { type ResultBar, type ResultLine, resultLines } from '#client/features/decision/resultLines.ts'
import type { PastDecision } from '#shared/decision/pastDecision.ts'

export function ResultBars({ past }: { past: PastDecision }) {
  const { t } = useTranslation('decision')
  const lines = resultLines(past)
  return (
    <>
      <ul className="decision-bars" aria-hidden="true">
        {lines.map((line) => (
          <li key={line.itemId}>
            {/* What was asked about itself stands above already. */}
            <p hidden={line.rank === null && line.text === past.question}>
              {line.rank !== null && <b className="num">{line.rank}. </b>}
              {line.text}
              {line.isShared && <span className="soft"> · {t('ranking.shared')}</span>}
            </p>
            {line.bars.map((bar) => (
              <Bar key={bar.shape} bar={bar} />
            ))}
          </li>
        ))}
      </ul>
      <ResultTable lines={lines} caption={past.question} />
    </>
  )
}

function Bar({ bar: { shape, share, count } }: { bar: ResultBar }) {
  const { t } = useTranslation('decision')
  return (
    <div className={`decision-bar ${shape}`}>
      <span className="decision-shape" />
      <span className="decision-track">
        <i style={{ inlineSize: `${share * 100}%` }} />
      </span>
      <span className="decision-number">
        <b className="num">{count}</b> {t(`bar.${shape}`, { count })}
      </span>
    </div>
  )
}

function ResultTable({ lines, caption }: { lines: readonly ResultLine[]; caption: string }) {
  const { t } = useTranslation('decision')
  const shapes = lines[0]?.bars.map(({ shape }) => shape) ?? []
  const ranked = lines.some(({ rank }) => rank !== null)
  return (
    // A table keeps its width whatever it is told: the box around it does not.
    <div className="sr">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('result.item')}</th>
            {ranked && <th scope="col">{t('ranking.rank')}</th>}
            {shapes.map((shape) => (
              <th key={shape} scope="col">
                {t(`bar.${shape}`, { count: 2 })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ itemId, text, rank, isShared, bars }) => (
            <tr key={itemId}>
              <th scope="row">{text}</th>
              {ranked && <td>{isShared ? `${rank}, ${t('ranking.shared')}` : rank}</td>}
              {bars.map(({ shape, count }) => (
                <td key={shape}>{count}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
