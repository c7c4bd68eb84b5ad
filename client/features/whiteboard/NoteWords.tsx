// The words of a note while this person writes them on the canvas.
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { stopEventPropagation, useEditor } from 'tldraw'
import { backToCanvas } from '#client/features/whiteboard/backToCanvas.ts'
import { comeCloser } from '#client/features/whiteboard/boardActs.ts'
import { useBoard } from '#client/features/whiteboard/boardContext.ts'
import type { NoteShape } from '#client/features/whiteboard/boardShapes.ts'
import { bindNoteField } from '#client/features/whiteboard/noteField.ts'
import { showWriting } from '#client/features/whiteboard/presence.ts'
import { noteText } from '#shared/whiteboard/boardModel.ts'

export function NoteWords({ shape, letters }: { shape: NoteShape; letters: number }) {
  const { t } = useTranslation('whiteboard')
  const editor = useEditor()
  const { binding, doc, awareness } = useBoard()
  const field = useRef<HTMLTextAreaElement>(null)
  const { id } = shape
  const size = useRef(letters)
  useEffect(() => {
    binding.flush() // a note that was just made gets its words in the document before they are written
    const words = noteText(doc, id)
    const element = field.current
    if (!words || !element) return
    const release = bindNoteField(element, words)
    const stopShowing = showWriting(awareness, id)
    comeCloser(editor, id, size.current)
    element.focus({ preventScroll: true })
    element.setSelectionRange(element.value.length, element.value.length)
    return () => {
      release()
      stopShowing()
    }
  }, [binding, doc, awareness, editor, id])
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    const done = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
    if (!done || event.nativeEvent.isComposing) return
    event.preventDefault()
    backToCanvas(editor)
  }
  return (
    <textarea
      ref={field}
      className="wb-note-words"
      aria-label={t('note.field')}
      spellCheck
      onKeyDown={onKeyDown}
      onKeyUp={stopEventPropagation}
      onPointerDown={stopEventPropagation}
      onTouchStart={stopEventPropagation}
      onTouchEnd={stopEventPropagation}
    />
  )
}
