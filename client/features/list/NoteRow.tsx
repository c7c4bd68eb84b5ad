// One note in the list: its words, who wrote it, its points, what it is tied to, and the drafts made from it.
import { memo, useId } from 'react'
import type { BoardLine } from '#client/features/list/boardLines.ts'
import { useList } from '#client/features/list/listContext.ts'
import { NoteField } from '#client/features/list/NoteField.tsx'
import { RowMenuButton } from '#client/features/list/RowMenuButton.tsx'
import { relationWords } from '#client/features/list/relationWords.ts'
import { spokenWords } from '#client/features/list/spokenWords.ts'
import type { Writer } from '#client/features/list/writers.ts'

export interface NoteRowProps {
  readonly line: BoardLine
  readonly editing: boolean
  readonly chosen: boolean
  /** Whether the keyboard enters the list at this row. */
  readonly current: boolean
  /** What stands around it on the board, in words; read for the row where the keyboard is. */
  readonly around: string | undefined
  readonly writers: readonly Writer[] | undefined
  readonly runs: NoteRowRuns
}

export interface NoteRowRuns {
  readonly edit: (id: string | null) => void
  readonly choose: (id: string) => void
  readonly menu: (line: BoardLine, anchor: HTMLElement) => void
}

export const NoteRow = memo(function NoteRow({
  line,
  editing,
  chosen,
  current,
  around,
  writers,
  runs,
}: NoteRowProps) {
  const { t, recordBlocked, focusRow } = useList()
  const id = useId()
  const blocked = recordBlocked(line.id) ?? (line.locked ? t('blocked.locked') : undefined)
  const name = spokenWords(line.words) || t('note.empty')
  const tab = current ? 0 : -1
  const done = (): void => {
    runs.edit(null)
    focusRow(line.id)
  }
  return (
    <li className={`list-note c-${line.colour ?? 'yellow'} ${chosen ? 'chosen' : ''}`} data-row={line.id}>
      <label className="list-check">
        <input
          type="checkbox"
          data-control="check"
          data-act="notes.select"
          checked={chosen}
          aria-label={t('note.chooseLabel', { words: name })}
          tabIndex={tab}
          onChange={() => runs.choose(line.id)}
        />
      </label>
      <div className="list-note-body">
        {editing && !blocked ? (
          <NoteField noteId={line.id} words={line.words} onDone={done} />
        ) : (
          <div className="list-note-words">
            <p className={line.words.trim() ? '' : 'nothing'}>
              {line.words.trim() ? line.words : t('note.empty')}
            </p>
            <button
              type="button"
              className="list-open"
              data-control="main"
              data-act="note.write"
              aria-label={t('note.editLabel', { words: name })}
              aria-describedby={`${id}-about${blocked ? ` ${id}-blocked` : ''}`}
              aria-disabled={blocked ? 'true' : undefined}
              tabIndex={tab}
              onClick={() => !blocked && runs.edit(line.id)}
            />
          </div>
        )}
        <p className="xs list-about" id={`${id}-about`}>
          <About line={line} writers={writers} around={around} />
        </p>
        {blocked && (
          <span className="sr" id={`${id}-blocked`}>
            {blocked}
          </span>
        )}
        <DraftsMade line={line} tab={tab} />
      </div>
      <RowMenuButton
        label={t('note.menuLabel', { words: name })}
        tabIndex={tab}
        onOpen={(anchor) => runs.menu(line, anchor)}
      />
    </li>
  )
})

function About({ line, writers, around }: Pick<NoteRowProps, 'line' | 'writers' | 'around'>) {
  const { t } = useList()
  const parts = [
    line.author,
    line.dots > 0 ? t('note.dots', { count: line.dots }) : '',
    line.cluster ? t('note.cluster', { number: line.cluster.number, size: line.cluster.size }) : '',
    ...relationWords(t, line.relations),
    line.locked ? t('note.locked') : '',
    writers
      ? t('note.writers', { names: writers.map((writer) => writer.name).join(', '), count: writers.length })
      : '',
  ].filter(Boolean)
  return (
    <>
      <span className="sr">{t(`note.kind.${line.colour ?? 'yellow'}`)}. </span>
      {parts.join(', ')}
      {around && <span className="sr list-around"> {around}</span>}
    </>
  )
}

/** Opens what became of the note. */
function DraftsMade({ line, tab }: { line: BoardLine; tab: 0 | -1 }) {
  const { t, openDraft } = useList()
  return line.drafts.map((draft, index) => {
    const title = draft.title || t('draft.unreadable')
    return (
      <div className="list-made" key={`${draft.spaceId}/${draft.draftId}`}>
        <p className="xs b">{t('note.madeInto', { title })}</p>
        <button
          type="button"
          className="list-open"
          data-control={`made-${index}`}
          aria-label={t('note.openDraftLabel', { title: spokenWords(title) })}
          tabIndex={tab}
          onClick={() => openDraft(draft)}
        />
      </div>
    )
  })
}
