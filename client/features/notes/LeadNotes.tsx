// What facilitators decide while people write alone: read first where that was chosen, show, or end without showing.
import { BookOpenCheck, PencilLine, Send } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NoteQueue } from '#client/features/notes/NoteQueue.tsx'
import { useCommand } from '#client/live/useCommand.ts'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { NotesView } from '#shared/notes/notesView.ts'

/** `onEnded`: the step is over, there is nothing left to lead. */
export function LeadNotes({ step, onEnded }: { step: NonNullable<NotesView['step']>; onEnded?: () => void }) {
  const { t } = useTranslation('notes')
  const queue = useSlice('notes')?.queue ?? null
  const review = useCommand('notes.review')
  const resume = useCommand('notes.resume')
  const [asked, setAsked] = useState<'reveal' | 'close' | null>(null)
  const stepId = step.id
  const toRead = queue?.some(({ verdict }) => verdict === 'waiting') ?? true
  const mustRead = step.moderated && toRead
  return (
    <section className="notes-lead card">
      <h3>{t('lead.title')}</h3>
      <p className="notes-promise">
        <span className="chip line">{t(step.anonymous ? 'lead.anonymous' : 'lead.named')}</span>
        {step.moderated && <span className="chip line">{t('lead.moderated')}</span>}
      </p>
      {queue && <NoteQueue stepId={stepId} queue={queue} />}
      <div className="notes-acts">
        {step.moderated && step.stage === 'writing' && (
          <button
            type="button"
            className="btn primary"
            onClick={() => void review({ stepId }).then(sayRefusal)}
          >
            <BookOpenCheck className="i" aria-hidden="true" />
            {t('lead.review')}
          </button>
        )}
        {!mustRead && step.notes > 0 && (
          <button
            type="button"
            className="btn primary"
            aria-haspopup="dialog"
            onClick={() => setAsked('reveal')}
          >
            <Send className="i" aria-hidden="true" />
            {t('lead.reveal')}
          </button>
        )}
        {step.stage === 'reviewing' && (
          <button type="button" className="btn" onClick={() => void resume({ stepId }).then(sayRefusal)}>
            <PencilLine className="i" aria-hidden="true" />
            {t('lead.resume')}
          </button>
        )}
        <button type="button" className="btn quiet" aria-haspopup="dialog" onClick={() => setAsked('close')}>
          {t('lead.close')}
        </button>
      </div>
      {asked && (
        <EndDialog step={step} how={asked} onClose={() => setAsked(null)} {...(onEnded ? { onEnded } : {})} />
      )}
    </section>
  )
}

interface EndDialogProps {
  readonly step: NonNullable<NotesView['step']>
  readonly how: 'reveal' | 'close'
  readonly onClose: () => void
  readonly onEnded?: () => void
}

function EndDialog({ step, how, onClose, onEnded }: EndDialogProps) {
  const { t } = useTranslation('notes')
  const reveal = useCommand('notes.reveal')
  const close = useCommand('notes.close')
  const [busy, setBusy] = useState(false)
  const reveals = how === 'reveal'
  const end = async (): Promise<void> => {
    setBusy(true)
    const done = sayRefusal(await (reveals ? reveal : close)({ stepId: step.id }))
    setBusy(false)
    onClose()
    if (!done) return
    showToast({ text: t(reveals ? 'now.shown' : 'now.ended') })
    onEnded?.()
  }
  return (
    <ConfirmDialog
      title={t(reveals ? 'lead.revealTitle' : 'lead.closeTitle')}
      confirm={t(reveals ? 'lead.reveal' : 'lead.close')}
      danger={!reveals}
      busy={busy}
      onConfirm={() => void end()}
      onClose={onClose}
    >
      <p>{t(reveals ? 'lead.revealText' : 'lead.closeText')}</p>
      {reveals && step.anonymous && step.writers === 1 && <p>{t('lead.revealAlone')}</p>}
    </ConfirmDialog>
  )
}
