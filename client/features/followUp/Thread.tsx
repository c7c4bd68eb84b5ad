// The thread: one row for each thing that happened, a rail for each group, and what is missing said as missing.
import { useTranslation } from 'react-i18next'
import { monthDay, shortDay } from '#client/features/followUp/days.ts'
import { RailCell } from '#client/features/followUp/RailCell.tsx'
import { ThreadRowBody } from '#client/features/followUp/ThreadRowBody.tsx'
import type { FollowUpItem, ThreadAnswer, ThreadRow } from '#shared/followUp/followUpAnswers.ts'
import { threadRails } from '#shared/followUp/threadRails.ts'

export interface ThreadProps {
  readonly thread: ThreadAnswer
  readonly look: 'frise' | 'list'
  readonly onTend: (item: FollowUpItem) => void
}

export function Thread({ thread, look, onTend }: ThreadProps) {
  const { t, i18n } = useTranslation('followUp')
  const { rows, today } = thread
  const authors = thread.line?.groupIds ?? rows.flatMap(({ groupIds }) => groupIds)
  const rails = threadRails(rows, authors)
  // The last thing that is not announced only: where the text is now.
  const now = rows.findLast((row) => row.kind !== 'to-come')?.id
  return (
    <div className="card fu-thread" data-look={look}>
      <ol aria-label={t('threadLabel')}>
        {rows.map((row, at) => (
          <li key={`${row.kind}-${row.id}`} data-kind={row.kind}>
            {look === 'frise' && rails[at] && (
              <RailCell
                rails={rails[at]}
                groups={thread.groups}
                mark={row.id === now ? 'now' : row.kind === 'to-come' ? 'to-come' : markOf(row)}
                last={at === rows.length - 1}
              />
            )}
            <time dateTime={row.date} title={monthDay(i18n.language, row.date, '')}>
              {shortDay(i18n.language, row.date)}
              <small>{row.date.slice(0, 4)}</small>
            </time>
            <div className="fu-row">
              <ThreadRowBody row={row} thread={thread} onTend={onTend} />
            </div>
          </li>
        ))}
      </ol>
      {thread.missing.length > 0 && (
        <div className="fu-missing">
          <h2>{t('missing')}</h2>
          <ul>
            {thread.missing.map(({ boardId, stage, why }) => (
              <li key={`${stage}-${boardId ?? ''}`}>
                {t(`missing_.${stage}.${why}`, {
                  board: thread.boards.find(({ id }) => id === boardId)?.name ?? '',
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="sr">{t('threadUntil', { day: monthDay(i18n.language, today, '') })}</p>
    </div>
  )
}

const markOf = (row: ThreadRow): 'check' | 'dot' =>
  row.kind === 'merge' || row.kind === 'adopted' || row.kind === 'published' ? 'check' : 'dot'
