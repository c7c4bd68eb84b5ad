// What else stands on the whiteboard and has words: cards, images with their alternative text, texts.
import { FileText, Image, Type } from 'lucide-react'
import { memo, useId } from 'react'
import type { BoardLine } from '#client/features/list/boardLines.ts'
import { useList } from '#client/features/list/listContext.ts'
import type { NoteRowRuns } from '#client/features/list/NoteRow.tsx'
import { RowMenuButton } from '#client/features/list/RowMenuButton.tsx'
import { relationWords } from '#client/features/list/relationWords.ts'
import { spokenWords } from '#client/features/list/spokenWords.ts'

export interface ThingRowProps {
  readonly line: BoardLine
  readonly current: boolean
  readonly runs: Pick<NoteRowRuns, 'menu'>
  readonly describe: (id: string) => void
}

const icons = { card: FileText, image: Image, text: Type, note: Type, drawing: Type } as const

export const ThingRow = memo(function ThingRow({ line, current, runs, describe }: ThingRowProps) {
  const { t, recordBlocked, openDraft, focusOnBoard } = useList()
  const id = useId()
  const kind = line.kind === 'card' || line.kind === 'image' ? line.kind : 'text'
  const Icon = icons[kind]
  const draft = line.drafts[0]
  const words = line.words.trim() || t(`thing.nameless.${kind}`)
  const name = spokenWords(words)
  const blocked = kind === 'image' ? recordBlocked(line.id) : undefined
  const open = (): void => {
    if (kind === 'card' && draft) openDraft(draft)
    else if (kind === 'image' && !blocked) describe(line.id)
    else if (kind === 'text') focusOnBoard?.(line.id)
  }
  const about = [t(`thing.${kind}`), ...relationWords(t, line.relations)].join(', ')
  const hasMain = kind !== 'text' || focusOnBoard !== undefined
  return (
    <li className="list-thing" data-row={line.id}>
      <Icon className="i" aria-hidden="true" />
      <div className="list-note-body">
        <div className="list-note-words">
          <p className={line.words.trim() ? '' : 'nothing'}>{words}</p>
          {hasMain && (
            <button
              type="button"
              className="list-open"
              data-control="main"
              aria-label={t(`thing.${kind}OpenLabel`, { words: name })}
              aria-describedby={`${id}-about`}
              aria-disabled={blocked ? 'true' : undefined}
              tabIndex={current ? 0 : -1}
              onClick={open}
            />
          )}
        </div>
        <p className="xs list-about" id={`${id}-about`}>
          {about}
          {blocked && <span className="sr">. {blocked}</span>}
        </p>
      </div>
      <RowMenuButton
        label={t('thing.menuLabel', { words: name })}
        tabIndex={current ? 0 : -1}
        onOpen={(anchor) => runs.menu(line, anchor)}
      />
    </li>
  )
})
