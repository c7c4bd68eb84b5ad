// Notes whose step ended before they were shown: each author decides, on their own device.
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { WaitingNote } from '#client/features/notes/outbox.ts'
import { useOutbox, useOwnSeats } from '#client/features/notes/useNotes.ts'
import { useLiveRoom, useLiveRoomChanges, useSlice } from '#client/live/useLiveRoom.tsx'
import { copyText } from '#client/ui/copyText.ts'
import { showToast } from '#client/ui/toasts.tsx'
import { addNote } from '#shared/whiteboard/commands.ts'
import '#client/features/notes/notes.css'

/** Null where nothing is left. */
export function LeftNotes() {
  const outbox = useOutbox()
  const seats = new Map(useOwnSeats().map(({ id, name }) => [id, name]))
  const left = outbox.all().filter(({ kind, seatId }) => kind === 'left' && seats.has(seatId))
  if (left.length === 0) return null
  return (
    <div className="notes-left">
      {left.map((note) => (
        <LeftNote key={note.noteId} note={note} name={seats.get(note.seatId) ?? ''} />
      ))}
    </div>
  )
}

function LeftNote({ note, name }: { note: WaitingNote; name: string }) {
  const { t } = useTranslation('notes')
  const outbox = useOutbox()
  const { whiteboard } = useLiveRoomChanges(useLiveRoom())
  const last = useSlice('notes')?.last
  const field = useRef<HTMLTextAreaElement>(null)
  const text = note.text ?? ''
  const put = (): void => {
    const frameId = last?.stepId === note.stepId ? last.frameId : null
    addNote(whiteboard.doc, { frameId, author: name, text })
    outbox.forget(note)
    showToast({ text: t('left.done') })
  }
  const copy = async (): Promise<void> =>
    showToast({ text: t(`left.${await copyText(text, field.current)}`) })
  return (
    <section className="notes-leftover card" role="status">
      <h3>{t(note.reason === undefined ? 'left.title' : 'left.asideTitle')}</h3>
      <p className="sm soft">{t('left.question', { question: note.question })}</p>
      <textarea
        ref={field}
        className="notes-words"
        readOnly
        rows={2}
        aria-label={t('left.fieldLabel')}
        value={text}
      />
      {note.reason && <p className="notes-aside sm">{t('left.reason', { reason: note.reason })}</p>}
      {whiteboard.access === 'write' && note.reason === undefined && (
        <p className="sm">{t(note.anonymous ? 'left.namedAfterAll' : 'left.named', { name })}</p>
      )}
      <div className="notes-acts">
        {whiteboard.access === 'write' && note.reason === undefined && (
          <button type="button" className="btn primary" onClick={put}>
            {t('left.put')}
          </button>
        )}
        <button type="button" className="btn" onClick={() => void copy()}>
          {t('left.copy')}
        </button>
        <button type="button" className="btn quiet" onClick={() => outbox.forget(note)}>
          {t('left.forget')}
        </button>
      </div>
    </section>
  )
}
