// A note's words while they are written in the list: the same shared text as on the board.
import { Check } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useList } from '#client/features/list/listContext.ts'
import { bindField } from '#client/features/list/sharedField.ts'
import { spokenWords } from '#client/features/list/spokenWords.ts'
import { writingField } from '#client/features/list/writers.ts'
import { noteText } from '#shared/whiteboard/boardModel.ts'
import { longestNote } from '#shared/whiteboard/noteWords.ts'

export interface NoteFieldProps {
  readonly noteId: string
  readonly words: string
  readonly onDone: () => void
}

export function NoteField({ noteId, words, onDone }: NoteFieldProps) {
  const { t, board, room } = useList()
  const field = useRef<HTMLTextAreaElement>(null)
  const [name] = useState(() => spokenWords(words)) // a name that changed at each letter would be read at each letter
  useEffect(() => {
    const text = noteText(board, noteId)
    const element = field.current
    if (!text || !element) return
    const release = bindField(element, text)
    element.focus()
    element.setSelectionRange(element.value.length, element.value.length)
    return release
  }, [board, noteId])
  useEffect(() => {
    const { awareness } = room.whiteboard
    awareness.setLocalStateField(writingField, noteId)
    return () => awareness.setLocalStateField(writingField, null)
  }, [room, noteId])
  return (
    <div className="list-note-edit">
      <textarea
        ref={field}
        rows={2}
        maxLength={longestNote}
        aria-label={t('note.editLabel', { words: name || t('note.empty') })}
        data-control="field"
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
          event.preventDefault()
          event.stopPropagation()
          onDone()
        }}
      />
      <button type="button" className="btn sm primary" data-control="done" onClick={onDone}>
        <Check className="i" aria-hidden="true" />
        {t('act.done')}
      </button>
    </div>
  )
}
