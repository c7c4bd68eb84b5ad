// The queue of a desk: what waits for the board, how far the reading is, and which text lies open.
import { BookOpenCheck, FileDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pdfAddress } from '#client/features/instruction/instructionApi.ts'
import { VerdictChip } from '#client/features/instruction/VerdictChip.tsx'
import { wholeDay } from '#client/ui/dates.ts'
import type { DeskAnswer, DeskItem } from '#shared/instruction/instructionAnswers.ts'

export interface DeskQueueProps {
  readonly desk: DeskAnswer
  readonly open: string | null
  readonly onOpen: (id: string) => void
}

const isRead = ({ mine, version }: DeskItem): boolean => (mine?.readVersion ?? 0) >= version

export function DeskQueue({ desk, open, onOpen }: DeskQueueProps) {
  const { t, i18n } = useTranslation('instruction')
  const [all, setAll] = useState(false)
  const [words, setWords] = useState('')
  const toRule = desk.items.filter(({ state }) => state !== 'ruled')
  const unread = toRule.filter((item) => !isRead(item))
  const sought = words.trim().toLocaleLowerCase()
  const listed = (all || toRule.length === 0 ? desk.items : toRule).filter(
    ({ code, title }) => sought === '' || `${code} ${title}`.toLocaleLowerCase().includes(sought),
  )
  const ruled = desk.items.length - toRule.length
  return (
    <section className="in-queue" aria-labelledby="in-queue-title">
      <header>
        <h1 id="in-queue-title">{t('title')}</h1>
        <p className="sm soft">
          {t('progress', { board: desk.board.name, ruled, total: desk.items.length })}
        </p>
        <div
          className="bar"
          role="progressbar"
          aria-label={t('ruledLabel')}
          aria-valuenow={ruled}
          aria-valuemin={0}
          aria-valuemax={desk.items.length}
        >
          <i style={{ width: `${desk.items.length > 0 ? (100 * ruled) / desk.items.length : 0}%` }} />
        </div>
        {desk.you.seated && toRule.length > 0 && (
          <p className="sm soft" data-act="reading">
            {t('reading', {
              read: toRule.length - unread.length,
              total: toRule.length,
              count: unread.reduce((sum, { minutes }) => sum + minutes, 0),
            })}
            {desk.readBy && ` ${t('readBy', { day: wholeDay(i18n.language, desk.readBy) })}`}
          </p>
        )}
        <div className="row in-tools">
          <button
            type="button"
            className="btn sm"
            aria-pressed={!all && toRule.length > 0}
            disabled={toRule.length === 0}
            onClick={() => setAll(false)}
          >
            {t('toRule', { count: toRule.length })}
          </button>
          <button
            type="button"
            className="btn sm"
            aria-pressed={all || toRule.length === 0}
            onClick={() => setAll(true)}
          >
            {t('all')}
          </button>
          {desk.pdf && toRule.length > 0 && (
            <a className="btn sm" href={pdfAddress(desk.board.id, i18n.language)} download="instruction.pdf">
              <FileDown className="i" aria-hidden="true" />
              {t('pdf')}
            </a>
          )}
        </div>
        <input
          className="input"
          type="search"
          value={words}
          aria-label={t('seekLabel')}
          placeholder={t('seek')}
          onChange={({ target }) => setWords(target.value)}
        />
      </header>
      <ol>
        {listed.map((item) => (
          <li key={item.id}>
            <QueueLine {...{ item, desk, onOpen }} on={item.id === open} />
          </li>
        ))}
      </ol>
      {listed.length === 0 && <p className="soft in-none">{t('nothingFound')}</p>}
    </section>
  )
}

interface LineProps {
  readonly item: DeskItem
  readonly desk: DeskAnswer
  readonly on: boolean
  readonly onOpen: (id: string) => void
}

function QueueLine({ item, desk, on, onOpen }: LineProps) {
  const { t } = useTranslation('instruction')
  return (
    <button
      type="button"
      className="in-line"
      aria-current={on ? 'true' : undefined}
      onClick={() => onOpen(item.id)}
    >
      <span className="t">
        <b className="disp">{item.code}</b> <span lang={desk.language}>{item.title}</span>
      </span>
      <span className="row in-bds">
        {item.rulings.boards.map(({ boardId, verdicts }) => {
          const board = desk.boards.find(({ id }) => id === boardId)
          return (
            <span key={boardId} className="in-bd">
              <b aria-hidden="true">{board?.code}</b>
              <span className="sr">{board?.name}</span>
              <VerdictChip verdict={verdicts.at(-1)?.decision} />
            </span>
          )
        })}
      </span>
      <span className="xs soft row">
        {t('minutes', { count: item.minutes })}
        {item.state === 'changed' && <span className="chip warn">{t('changed')}</span>}
        {item.mine && isRead(item) && (
          <span className="row in-read">
            <BookOpenCheck className="i" aria-hidden="true" />
            {t('read')}
          </span>
        )}
      </span>
    </button>
  )
}
