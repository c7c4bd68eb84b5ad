// Giving a merge up without adopting: nothing is lost, and the reason is kept.
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMergeHands } from '#client/features/merge/mergeContext.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'

/** Letters of a reason. */
const reasonLimit = 400

export function CloseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['merge', 'ui'])
  const { acts } = useMergeHands()
  const [reason, setReason] = useState('')
  const [sending, setSending] = useState(false)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (sending) return
    setSending(true)
    const isDone = await acts.close(reason.trim())
    setSending(false)
    // Refused: the words that were written stay on the screen.
    if (isDone) onClose()
  }
  return (
    <ModalDialog title={t('merge:close.title')} onClose={onClose}>
      <form className="mg-form" onSubmit={(event) => void submit(event)}>
        <p className="soft">{t('merge:close.text')}</p>
        <label className="field">
          <span className="lab">{t('merge:close.reason')}</span>
          <textarea
            className="input"
            rows={3}
            maxLength={reasonLimit}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <div className="acts">
          <button type="button" className="btn" onClick={onClose}>
            {t('ui:dialog.cancel')}
          </button>
          <button type="submit" className="btn danger">
            {t('merge:close.go')}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}
