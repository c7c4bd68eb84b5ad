// The facilitators' tool for private writing: begins a step, or opens what decides the running one.
import { EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LeadNotes } from '#client/features/notes/LeadNotes.tsx'
import { NotesCount } from '#client/features/notes/NotesCount.tsx'
import { OpenNotesDialog } from '#client/features/notes/OpenNotesDialog.tsx'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import '#client/features/notes/notes.css'

export function NotesDockButton() {
  const { t } = useTranslation('notes')
  const view = useSlice('notes')
  const [open, setOpen] = useState(false)
  const step = view?.step ?? null
  const close = (): void => setOpen(false)
  return (
    <>
      <button
        type="button"
        className={`tool ${step ? 'on' : ''}`}
        aria-haspopup="dialog"
        aria-pressed={step !== null}
        disabled={!view}
        onClick={() => setOpen(true)}
      >
        <EyeOff className="i" aria-hidden="true" />
        {t(step ? 'toolRunning' : 'tool')}
      </button>
      {open && !step && <OpenNotesDialog onClose={close} />}
      {open && step && (
        <ModalDialog title={step.question} onClose={close}>
          <div className="stack notes-dialog">
            <NotesCount step={step} />
            <LeadNotes step={step} onEnded={close} />
          </div>
        </ModalDialog>
      )}
    </>
  )
}
