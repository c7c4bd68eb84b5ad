// The paper on which a note is written alone; what is typed is on the device at once, and with the server when it is added.
import { Check, CheckCheck, Plus } from 'lucide-react'
import { type KeyboardEvent, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { placeOf, useOutbox } from '#client/features/notes/useNotes.ts'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'
import { longestPrivateNote } from '#shared/notes/notesState.ts'
import type { NotesView } from '#shared/notes/notesView.ts'

interface WriteNoteProps {
  readonly step: NonNullable<NotesView['step']>
  readonly seatId: string
}

export function WriteNote({ step, seatId }: WriteNoteProps) {
  const { t } = useTranslation('notes')
  const outbox = useOutbox()
  const view = useSlice('notes')
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const place = placeOf(step, seatId)
  const draft = outbox
    .all()
    .find((note) => note.kind === 'draft' && note.stepId === step.id && note.seatId === seatId)
  const text = draft?.text ?? ''
  const changesAnother =
    draft?.before !== undefined || (view?.mine[seatId] ?? []).some((note) => note.id === draft?.noteId)

  const type = (value: string): void => {
    if (value === '' && draft && !changesAnother) return outbox.forget(draft)
    const noteId = draft ? { noteId: draft.noteId } : {}
    const before = draft?.before === undefined ? {} : { before: draft.before }
    outbox.write(place, { ...noteId, text: value, kind: 'draft', ...before })
  }
  const add = (): void => {
    field.current?.focus()
    if (!draft || text.trim() === '') return
    outbox.write(place, { noteId: draft.noteId, text: text.trim(), kind: 'send' })
    announce(t('now.added'))
  }
  const leave = (): void => {
    if (!draft) return
    if (draft.before === undefined) outbox.forget(draft)
    else outbox.write(place, { noteId: draft.noteId, text: draft.before, kind: 'send' })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    add()
  }
  return (
    <div className="notes-write">
      <label className="sr" htmlFor={id}>
        {t('now.fieldLabel')}
      </label>
      <textarea
        ref={field}
        id={id}
        className={`notes-paper notes-${step.colour}`}
        rows={4}
        maxLength={longestPrivateNote}
        placeholder={t('now.none')}
        aria-describedby={`${id}-signs`}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="notes-under sm soft">
        <span id={`${id}-signs`} className="num">
          {t('now.signs', { written: text.length, most: longestPrivateNote })}
        </span>
        {text !== '' && (
          <span>
            <CheckCheck className="i" aria-hidden="true" /> {t('now.keptHere')}
          </span>
        )}
      </div>
      <button
        type="button"
        className="btn primary lg notes-add"
        aria-disabled={text.trim() === '' ? 'true' : undefined}
        onClick={add}
      >
        {changesAnother ? (
          <Check className="i" aria-hidden="true" />
        ) : (
          <Plus className="i" aria-hidden="true" />
        )}
        {t(changesAnother ? 'now.save' : 'now.add')}
      </button>
      {changesAnother && (
        <button type="button" className="btn quiet" onClick={leave}>
          {t('now.cancel')}
        </button>
      )}
    </div>
  )
}
