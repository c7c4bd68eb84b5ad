// The page's head: how many recommendations there are, and how each board ruled, as bars with their figures in words.
import { useTranslation } from 'react-i18next'
import { monthDay } from '#client/features/followUp/days.ts'
import type { BoardLine, FollowUpAnswer } from '#shared/followUp/followUpAnswers.ts'

const order = [
  'accept',
  'reformulate',
  'postpone',
  'refuse',
] as const satisfies readonly BoardLine['decision'][]

export function FollowUpHead({ page }: { page: FollowUpAnswer }) {
  const { t, i18n } = useTranslation('followUp')
  const ruled = page.lines.some(({ boards }) => boards.some(({ decision }) => decision !== null))
  return (
    <header className="fu-top">
      <div>
        <h1>{t('head', { count: page.lines.length })}</h1>
        <p className="soft">
          {t(page.boards.length === 1 ? 'leadOne' : 'lead', {
            count: page.boards.length,
            day: monthDay(i18n.language, page.today, page.today),
          })}
        </p>
      </div>
      {ruled && <BoardBars page={page} />}
    </header>
  )
}

function BoardBars({ page }: { page: FollowUpAnswer }) {
  const { t } = useTranslation('followUp')
  return (
    <div className="fu-boards">
      {page.boards.map((board) => {
        const theirs = page.lines.flatMap(({ boards }) =>
          boards.filter(({ boardId }) => boardId === board.id),
        )
        const counted = order.flatMap((decision) => {
          const count = theirs.filter((one) => one.decision === decision).length
          return count > 0 ? [{ decision, count }] : []
        })
        const words = counted.map(({ count, decision }) => t(`counted.${decision}`, { count })).join(', ')
        return (
          <div className="fu-bar" key={board.id}>
            <b>{board.entity}</b>
            {counted.length === 0 ? (
              <span className="soft sm">{t('notRuled')}</span>
            ) : (
              <span className="fu-stack" role="img" aria-label={`${board.name}. ${words}`}>
                {counted.map(({ count, decision }) => (
                  <i key={decision} className={`k-${decision}`} style={{ flexGrow: count }}>
                    <span>{count}</span>
                  </i>
                ))}
              </span>
            )}
          </div>
        )
      })}
      <div className="fu-legend" aria-hidden="true">
        {order.map((decision) => (
          <span key={decision}>
            <i className={`k-${decision}`} />
            {t(`verdict.${decision}`)}
          </span>
        ))}
      </div>
    </div>
  )
}
