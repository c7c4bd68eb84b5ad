// A new note: words, frame, colour. It stays open, since ideas come in numbers.
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { useList } from '#client/features/list/listContext.ts'
import { type NoteColour, noteColours } from '#shared/whiteboard/boardModel.ts'
import { act, ownAct } from '#shared/whiteboard/boardUndo.ts'
import { addNote } from '#shared/whiteboard/commands.ts'
import type { ListFrame } from '#shared/whiteboard/listView.ts'
import { longestNote } from '#shared/whiteboard/noteWords.ts'

export interface NewNoteFormProps {
  readonly frames: readonly ListFrame[]
  /** The frame chosen at first. */
  readonly frameId: string | null
  readonly onClose: () => void
}

export function NewNoteForm({ frames, frameId: first, onClose }: NewNoteFormProps) {
  const { t, board, room, say } = useList()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [words, setWords] = useState('')
  const [frameId, setFrameId] = useState(first ?? frames[0]?.id ?? '')
  const [colour, setColour] = useState<NoteColour>('yellow')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (words.trim() === '') return
    const author = room.join.you.seats[0]?.name ?? room.join.you.name
    act(board, () => addNote(board, { frameId: frameId || null, colour, author, text: words.trim() }, ownAct))
    setWords('')
    say(t('said.noteAdded'))
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key === 'Escape') onClose()
    const inWords = event.target === field.current
    if (event.key !== 'Enter' || event.shiftKey || !inWords || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.currentTarget.requestSubmit()
  }
  return (
    <form className="list-form" onSubmit={submit} onKeyDown={onKeyDown}>
      <div className="field">
        <label htmlFor={id}>{t('note.wordsLabel')}</label>
        <textarea
          ref={field}
          id={id}
          className={`input list-note-input c-${colour}`}
          rows={2}
          value={words}
          maxLength={longestNote}
          autoFocus
          aria-describedby={`${id}-hint`}
          onChange={(event) => setWords(event.target.value)}
        />
        <p className="sm soft" id={`${id}-hint`}>
          {t('note.enterHint')}
        </p>
      </div>
      <div className="list-form-row">
        <div className="field grow">
          <label htmlFor={`${id}-frame`}>{t('note.frameLabel')}</label>
          <select
            id={`${id}-frame`}
            className="input"
            value={frameId}
            onChange={(event) => setFrameId(event.target.value)}
          >
            {frames.map((frame) => (
              <option key={frame.id} value={frame.id}>
                {frame.name || t('frame.nameless')}
              </option>
            ))}
            <option value="">{t('frame.none')}</option>
          </select>
        </div>
        <Colours name={`${id}-colour`} chosen={colour} onChoose={setColour} />
      </div>
      <div className="acts">
        <button type="button" className="btn" onClick={onClose}>
          {t('act.done')}
        </button>
        <button
          type="submit"
          className="btn primary"
          aria-disabled={words.trim() === '' ? 'true' : undefined}
        >
          {t('act.addNote')}
        </button>
      </div>
    </form>
  )
}

interface ColoursProps {
  readonly name: string
  readonly chosen: NoteColour
  readonly onChoose: (colour: NoteColour) => void
}

function Colours({ name, chosen, onChoose }: ColoursProps) {
  const { t } = useList()
  return (
    <fieldset className="list-colours">
      <legend>{t('act.colour')}</legend>
      {noteColours.map((colour) => (
        <label key={colour} title={t(`colour.${colour}`)}>
          <input
            type="radio"
            name={name}
            value={colour}
            checked={chosen === colour}
            onChange={() => onChoose(colour)}
          />
          <span className={`list-swatch c-${colour}`} aria-hidden="true" />
          <span className="sr">{t(`colour.${colour}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
