// One seat's own notes, to be changed or deleted until they are revealed.
import { Pencil, Send, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type ShownNote, shownNotes } from '#client/features/notes/ownNotes.ts'
import { placeOf, useOutbox } from '#client/features/notes/useNotes.ts'
import { useCommand } from '#client/live/useCommand.ts'
import { useSave, useSlice } from '#client/live/useLiveRoom.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { NotesView } from '#shared/notes/notesView.ts'

interface OwnNotesProps {
  readonly step: NonNullable<NotesView['step']>
  readonly seatId: string
}

export function OwnNotes({ step, seatId }: OwnNotesProps) {
  const { t } = useTranslation('notes')
  const outbox = useOutbox()
  const kept = useSlice('notes')?.mine[seatId] ?? []
  const revealMine = useCommand('notes.revealMine')
  const waiting = outbox.all().filter((note) => note.stepId === step.id && note.seatId === seatId)
  const notes = shownNotes(kept, waiting)
  const place = placeOf(step, seatId)

  const change = (note: ShownNote): void => {
    // A note that is half written is added first: nothing is lost by looking at another.
    for (const { kind, noteId, text } of waiting)
      if (kind === 'draft' && noteId !== note.id && text?.trim())
        outbox.write(place, { noteId, text: text.trim(), kind: 'send' })
    const before = note.waits ? { before: note.text } : {}
    outbox.write(place, { noteId: note.id, text: note.text, kind: 'draft', ...before })
  }
  const remove = (note: ShownNote): void => {
    outbox.write(place, { noteId: note.id, text: null, kind: 'send' })
    showToast({
      text: t('now.removed'),
      action: {
        label: t('now.putBack'),
        run: () => outbox.write(place, { noteId: note.id, text: note.text, kind: 'send' }),
      },
    })
  }
  const show = async (): Promise<void> => {
    if (sayRefusal(await revealMine({ stepId: step.id, seatId }))) showToast({ text: t('now.shownMine') })
  }
  if (notes.length === 0) return null
  return (
    <section className="notes-own card">
      <h3>
        {t('now.mine')} <span className="chip num">{notes.length}</span>
      </h3>
      <ul>
        {notes.map((note) => (
          <OwnNoteRow
            key={note.id}
            note={note}
            onChange={step.stage === 'writing' ? () => change(note) : undefined}
            onRemove={() => remove(note)}
          />
        ))}
      </ul>
      {step.authorsMayReveal && kept.length > 0 && (
        <button type="button" className="btn" onClick={() => void show()}>
          <Send className="i" aria-hidden="true" />
          {t('now.showMine')}
        </button>
      )}
    </section>
  )
}

interface OwnNoteRowProps {
  readonly note: ShownNote
  readonly onChange: (() => void) | undefined
  readonly onRemove: () => void
}

function OwnNoteRow({ note, onChange, onRemove }: OwnNoteRowProps) {
  const { t } = useTranslation('notes')
  const offline = useSave().state === 'offline'
  return (
    <li>
      <div className="grow">
        <p className="notes-words">{note.text}</p>
        {note.waits && <p className="sm soft">{t(offline ? 'now.offline' : 'now.sending')}</p>}
        {note.asideBecause !== null && (
          <p className="notes-aside sm">{t('now.asideMine', { reason: note.asideBecause })}</p>
        )}
      </div>
      {onChange && (
        <button
          type="button"
          className="btn quiet icon"
          aria-label={t('now.changeLabel', { text: note.text })}
          onClick={onChange}
        >
          <Pencil className="i" aria-hidden="true" />
        </button>
      )}
      <button
        type="button"
        className="btn quiet icon"
        aria-label={t('now.removeLabel', { text: note.text })}
        onClick={onRemove}
      >
        <Trash2 className="i" aria-hidden="true" />
      </button>
    </li>
  )
}
