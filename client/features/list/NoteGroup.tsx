// A frame of the whiteboard as a section of the list, or what stands outside every frame.
import { Ellipsis } from 'lucide-react'
import { memo } from 'react'
import type { BoardLine } from '#client/features/list/boardLines.ts'
import { useList } from '#client/features/list/listContext.ts'
import { NoteRow, type NoteRowRuns } from '#client/features/list/NoteRow.tsx'
import { spokenWords } from '#client/features/list/spokenWords.ts'
import { ThingRow } from '#client/features/list/ThingRow.tsx'
import type { Writers } from '#client/features/list/writers.ts'
import type { ListFrame } from '#shared/whiteboard/listView.ts'

export interface NoteGroupProps {
  readonly id: string
  readonly frame: ListFrame | null
  /** The names of the frames around it, outermost first. */
  readonly within: string
  readonly rows: readonly BoardLine[]
  readonly drawings: number
  readonly current: string | undefined
  readonly editing: string | null
  readonly chosen: ReadonlySet<string>
  readonly around: string | undefined
  readonly writers: Writers
  readonly runs: NoteRowRuns & {
    readonly describe: (id: string) => void
    readonly frameMenu: (frame: ListFrame, anchor: HTMLElement) => void
  }
}

export const NoteGroup = memo(function NoteGroup(props: NoteGroupProps) {
  const { id, frame, within, rows, drawings, runs } = props
  const { t } = useList()
  const name = frame ? frame.name || t('frame.nameless') : t('frame.none')
  const notes = rows.filter(({ kind }) => kind === 'note').length
  return (
    <section className="list-group" aria-labelledby={`group-${id}`}>
      <div className="list-group-head">
        <h3 id={`group-${id}`}>
          {name} <span className="sr">{within}</span>
        </h3>
        <span className="xs muted">
          {[t('list.notes', { count: notes }), frame?.dots ? t('note.dots', { count: frame.dots }) : '']
            .filter(Boolean)
            .join(', ')}
        </span>
        {frame && (
          <button
            type="button"
            className="btn quiet icon sm list-more"
            aria-haspopup="menu"
            aria-label={t('frame.menuLabel', { name: spokenWords(name) })}
            data-frame={frame.id}
            onClick={(event) => runs.frameMenu(frame, event.currentTarget)}
          >
            <Ellipsis className="i" aria-hidden="true" />
          </button>
        )}
      </div>
      {rows.length > 0 ? (
        <Rows {...props} name={name} />
      ) : (
        <p className="xs muted list-nothing">{t('frame.empty')}</p>
      )}
      {drawings > 0 && <p className="xs muted list-nothing">{t('list.drawings', { count: drawings })}</p>}
    </section>
  )
})

function Rows({
  rows,
  name,
  current,
  editing,
  chosen,
  around,
  writers,
  runs,
}: NoteGroupProps & { name: string }) {
  return (
    <ul className="list-rows" aria-label={spokenWords(name)}>
      {rows.map((line) =>
        line.kind === 'note' ? (
          <NoteRow
            key={line.id}
            line={line}
            editing={editing === line.id}
            chosen={chosen.has(line.id)}
            current={current === line.id}
            around={current === line.id ? around : undefined}
            writers={writers.get(line.id)}
            runs={runs}
          />
        ) : (
          <ThingRow
            key={line.id}
            line={line}
            current={current === line.id}
            runs={runs}
            describe={runs.describe}
          />
        ),
      )}
    </ul>
  )
}
