// Figures drawn: verdicts of each board, and what was felt. Every length stands beside its number and its word.
import { useTranslation } from 'react-i18next'
import { Shape } from '#client/features/assembly/VerdictSign.tsx'
import { type Deck, type Feeling, feelings, verdicts } from '#shared/assembly/deck.ts'

export function VerdictChart({ deck }: { deck: Deck }) {
  const { t } = useTranslation('assembly')
  const boards = deck.figures.verdicts.filter(({ total }) => total > 0)
  if (boards.length === 0) return <p className="as-lead">{t('noVerdictYet')}</p>
  return (
    <table className="as-boards">
      <caption className="sr">{t('verdictsLabel')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('board')}</th>
          {verdicts.map((verdict) => (
            <th key={verdict} scope="col">
              <span className={`as-verdict v-${verdict}`}>
                <Shape verdict={verdict} /> {t(`verdicts.${verdict}`)}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {boards.map((line) => {
          const board = deck.boards.find(({ id }) => id === line.boardId)
          return (
            <tr key={line.boardId}>
              <th scope="row">
                {board?.code && <i className="as-code">{board.code}</i>} <span>{board?.place}</span>
              </th>
              {verdicts.map((verdict) => (
                <td key={verdict}>
                  <b className="num">{line[verdict]}</b>
                  <i
                    className={`as-length v-${verdict}`}
                    style={{ width: `${(line[verdict] / line.total) * 100}%` }}
                    aria-hidden="true"
                  />
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

export function FeltChart({ felt }: { felt: Readonly<Record<Feeling, number>> }) {
  const { t } = useTranslation('assembly')
  const most = Math.max(1, ...feelings.map((feeling) => felt[feeling]))
  return (
    <dl className="as-felt">
      {feelings.map((feeling) => (
        <div key={feeling}>
          <dt>{t(`feeling.${feeling}`)}</dt>
          <dd>
            <i
              style={{ width: `${(felt[feeling] / most) * 100}%` }}
              className={`f-${feeling}`}
              aria-hidden="true"
            />
            <b className="num">{felt[feeling]}</b>
          </dd>
        </div>
      ))}
    </dl>
  )
}
