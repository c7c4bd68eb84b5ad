// Every recommendation on a line of its own, refused ones too: what each board said, and what is being done.
import { SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { monthDay, monthYear } from '#client/features/followUp/days.ts'
import { LookChip } from '#client/features/followUp/LookChip.tsx'
import { fateLooks, itemLooks, verdictLooks } from '#client/features/followUp/looks.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { Empty } from '#client/ui/Empty.tsx'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type {
  BoardLine,
  FollowUpAnswer,
  FollowUpItem,
  FollowUpLine,
} from '#shared/followUp/followUpAnswers.ts'

/** With more boards than this, their verdicts stand in one column, each with its entity's name. */
const columnsAtMost = 3
/** Lines shown at once; the rest come with one more press. */
const shownAtFirst = 60

export interface TableProps {
  readonly page: FollowUpAnswer
  readonly lines: readonly FollowUpLine[]
  readonly onTend: (item: FollowUpItem) => void
}

export function FollowUpTable({ page, lines, onTend }: TableProps) {
  const { t } = useTranslation('followUp')
  const [most, setMost] = useState(shownAtFirst)
  const apart = page.boards.length <= columnsAtMost
  if (lines.length === 0)
    return (
      <Empty icon={SearchX} title={t('nothing')}>
        {t('nothingText')}
      </Empty>
    )
  return (
    <>
      <table className="fu-table">
        <thead>
          <tr>
            <th scope="col">{t('col.code')}</th>
            <th scope="col">{t('col.title')}</th>
            {apart ? (
              page.boards.map(({ entity, id }) => (
                <th scope="col" key={id}>
                  {entity}
                </th>
              ))
            ) : (
              <th scope="col">{t('col.boards')}</th>
            )}
            <th scope="col">{t('col.plan')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, most).map((line) => (
            <Line key={line.id} page={page} line={line} apart={apart} onTend={onTend} />
          ))}
        </tbody>
      </table>
      {lines.length > most && (
        <button type="button" className="btn fu-more" onClick={() => setMost(most + shownAtFirst)}>
          {t('more', { count: lines.length - most })}
        </button>
      )}
    </>
  )
}

interface LineProps extends Pick<TableProps, 'page' | 'onTend'> {
  readonly line: FollowUpLine
  readonly apart: boolean
}

function Line({ page, line, apart, onTend }: LineProps) {
  return (
    <tr data-code={line.code}>
      <td>
        <b className="disp">{line.code}</b>
      </td>
      <th scope="row">
        <Link className="fu-title" to={`/follow-up/${encodeURIComponent(line.code)}`} lang={page.language}>
          <Unbroken text={line.title} />
        </Link>
        <span className="row wrap fu-ants">
          {line.groupIds.map((id) => {
            const group = page.groups.find((one) => one.id === id)
            return group && <Antenna key={id} wear={group.wear} place={group.place} size="mini" />
          })}
        </span>
      </th>
      {apart ? (
        page.boards.map(({ entity, id }) => (
          <td key={id} className="fu-verdict" data-board={entity}>
            <Verdict line={line.boards.find(({ boardId }) => boardId === id)} />
          </td>
        ))
      ) : (
        <td>
          {line.boards.map((board) => (
            <span key={board.boardId} className="row wrap">
              <span className="sm soft">{page.boards.find(({ id }) => id === board.boardId)?.entity}</span>
              <Verdict line={board} />
            </span>
          ))}
        </td>
      )}
      <td className="fu-plan">
        <Plan page={page} line={line} onTend={onTend} />
      </td>
    </tr>
  )
}

export function Verdict({ line }: { line: BoardLine | undefined }) {
  const { t } = useTranslation('followUp')
  if (!line) return <span className="xs muted">{t('notTheirs')}</span>
  if (line.decision === null) return <LookChip look={fateLooks.waiting}>{t('fate.waiting')}</LookChip>
  return <LookChip look={verdictLooks[line.decision]}>{t(`verdict.${line.decision}`)}</LookChip>
}

/** What is done; without a plan item, why there is none and when it is looked at again. */
function Plan({ page, line, onTend }: Pick<LineProps, 'page' | 'line' | 'onTend'>) {
  const { t, i18n } = useTranslation('followUp')
  const { items, boards } = line
  const postponed = boards.filter(({ fate }) => fate === 'postponed')
  const refused = boards.some(({ fate }) => fate === 'refused')
  const unplanned = boards.some(({ fate }) => fate === 'not-done') && items.length === 0
  const nameOf = (boardId: string): string => page.boards.find(({ id }) => id === boardId)?.entity ?? ''
  return (
    <>
      {items.map((item) => (
        <Item key={item.id} page={page} item={item} onTend={onTend} />
      ))}
      {postponed.map(({ boardId, late, postponedUntil }) => (
        <span key={boardId} className={`sm fu-line ${late ? 'fu-late' : 'soft'}`}>
          {postponedUntil
            ? t(late ? 'reviewLate' : 'review', {
                board: nameOf(boardId),
                day: monthYear(i18n.language, postponedUntil),
              })
            : t('reviewNone', { board: nameOf(boardId) })}
        </span>
      ))}
      {unplanned && <span className="sm soft fu-line">{t('noPlan')}</span>}
      {(refused || postponed.length > 0) && (
        <Link
          className="sm fu-line"
          to={`/follow-up/${encodeURIComponent(line.code)}`}
          aria-label={t('reasonsLabel', { code: line.code })}
        >
          {t('reasons')}
        </Link>
      )}
    </>
  )
}

function Item({
  page,
  item,
  onTend,
}: {
  page: FollowUpAnswer
  item: FollowUpItem
  onTend: TableProps['onTend']
}) {
  const { t, i18n } = useTranslation('followUp')
  const { late, owners, progress, state, title } = item
  const since = monthDay(i18n.language, item.end, page.today)
  return (
    <span className="fu-item">
      <span className="row between sm">
        <span lang={page.language}>{title}</span>
        <b className="num">{t('percent', { progress })}</b>
      </span>
      <span className="bar" aria-hidden="true">
        <i style={{ width: `${progress}%` }} />
      </span>
      {state !== 'in_progress' && state !== 'done' && (
        <LookChip look={itemLooks[state]}>{t(`item.${state}`)}</LookChip>
      )}
      {late && (
        <span className="sm fu-late">
          {owners.length > 0
            ? t('lateOwned', { day: since, owners: owners.join(', ') })
            : t('late', { day: since })}
        </span>
      )}
      {item.mine && (
        <button
          type="button"
          className="btn quiet sm fu-tend"
          aria-label={t('tendLabel', { title })}
          onClick={() => onTend(item)}
        >
          {t('tend')}
        </button>
      )}
    </span>
  )
}
