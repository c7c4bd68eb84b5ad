// Notes read before they are shown: words without authors, in an order drawn by lot; each kept, or set aside with a reason.
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#client/live/useCommand.ts'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { longestReason } from '#shared/notes/notesState.ts'
import type { QueuedNote } from '#shared/notes/notesView.ts'

export function NoteQueue({ stepId, queue }: { stepId: string; queue: readonly QueuedNote[] }) {
  const { t } = useTranslation('notes')
  const approve = useCommand('notes.approve')
  const [aside, setAside] = useState<QueuedNote | null>(null)
  const waiting = queue.filter(({ verdict }) => verdict === 'waiting').map(({ key }) => key)
  const keep = (keys: string[]): void => void approve({ stepId, keys }).then(sayRefusal)
  return (
    <div className="notes-queue">
      <h4>{t('queue.title')}</h4>
      <p className="sm soft" role="status">
        {waiting.length > 0 ? t('queue.left', { count: waiting.length }) : t('queue.none')}
      </p>
      <ul>
        {queue.map((note) => (
          <li key={note.key}>
            <p className="notes-words">{note.text}</p>
            {note.verdict === 'approved' && <span className="chip ok">{t('queue.kept')}</span>}
            {note.verdict === 'aside' && (
              <p className="notes-aside sm">{t('queue.wasAside', { reason: note.reason })}</p>
            )}
            <div className="notes-acts">
              {note.verdict !== 'approved' && (
                <button
                  type="button"
                  className="btn"
                  aria-label={t('queue.keepLabel', { text: note.text })}
                  onClick={() => keep([note.key])}
                >
                  {t('queue.keep')}
                </button>
              )}
              {note.verdict !== 'aside' && (
                <button
                  type="button"
                  className="btn quiet"
                  aria-haspopup="dialog"
                  aria-label={t('queue.asideLabel', { text: note.text })}
                  onClick={() => setAside(note)}
                >
                  {t('queue.aside')}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {waiting.length > 1 && (
        <button type="button" className="btn" onClick={() => keep(waiting)}>
          {t('queue.keepAll')}
        </button>
      )}
      {aside && <AsideDialog stepId={stepId} note={aside} onClose={() => setAside(null)} />}
    </div>
  )
}

interface AsideDialogProps {
  readonly stepId: string
  readonly note: QueuedNote
  readonly onClose: () => void
}

function AsideDialog({ stepId, note, onClose }: AsideDialogProps) {
  const { t } = useTranslation('notes')
  const setAside = useCommand('notes.setAside')
  const [reason, setReason] = useState(note.reason)
  const [missing, setMissing] = useState(false)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (reason.trim() === '') return setMissing(true)
    if (sayRefusal(await setAside({ stepId, key: note.key, reason: reason.trim() }))) onClose()
  }
  return (
    <ModalDialog title={t('queue.asideTitle')} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void save(event)} noValidate>
        <p className="notes-words">{note.text}</p>
        <Field
          label={t('queue.reason')}
          hint={t('queue.asideText')}
          maxLength={longestReason}
          value={reason}
          error={missing ? t('queue.reasonMissing') : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="acts">
          <button type="submit" className="btn primary">
            {t('queue.aside')}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}
