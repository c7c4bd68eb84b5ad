// The dock's primary button: it begins the session, goes to the next step, and ends after the last.
import { ArrowRight, Flag, Play, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgenda, useAgendaActs, useNextStep } from '#client/features/agenda/useAgenda.ts'
import '#client/features/agenda/agenda.css'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'

/** Null for whoever does not facilitate. */
export function NextStepButton() {
  const { t } = useTranslation('agenda')
  const agenda = useAgenda()
  const next = useNextStep()
  const leads = useMayLead()
  const acts = useAgendaActs()
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  if (!agenda || !leads) return null
  // Not by disabling: the button has the focus. A second press while the first is under way would be told that somebody moved on.
  const run = async (act: () => Promise<boolean>): Promise<void> => {
    if (busy) return
    setBusy(true)
    await act()
    setBusy(false)
  }
  if (agenda.status === 'preparing') {
    return (
      <button type="button" className="btn primary agenda-next" onClick={() => void run(acts.begin)}>
        <span>{t('begin')}</span>
        <Play className="i" aria-hidden="true" />
      </button>
    )
  }
  if (agenda.status === 'ended') {
    return (
      <button type="button" className="btn agenda-next" onClick={() => void run(acts.reopen)}>
        <RotateCcw className="i" aria-hidden="true" />
        <span>{t('reopen')}</span>
      </button>
    )
  }
  if (next) {
    return (
      <button type="button" className="btn primary agenda-next" onClick={() => void run(acts.next)}>
        <span>
          <small>{t('next')}</small>
          <span className="agenda-next-title">{next.title}</span>
        </span>
        <ArrowRight className="i" aria-hidden="true" />
      </button>
    )
  }
  return (
    <>
      <button type="button" className="btn primary agenda-next" onClick={() => setAsking(true)}>
        <span>{t('end')}</span>
        <Flag className="i" aria-hidden="true" />
      </button>
      {asking && (
        <ConfirmDialog
          title={t('endTitle')}
          confirm={t('end')}
          busy={busy}
          onClose={() => setAsking(false)}
          onConfirm={() => void run(acts.end).then(() => setAsking(false))}
        >
          {t('endText')}
        </ConfirmDialog>
      )}
    </>
  )
}
