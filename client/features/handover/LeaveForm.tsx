// Leaving a text behind: with a reason, which goes with the list.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#client/live/useCommand.ts'
import { Field } from '#client/ui/Field.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { reasonLimit } from '#shared/handover/handoverState.ts'

export interface LeaveFormProps {
  readonly textKey: string
  readonly title: string
  readonly onClose: () => void
}

export function LeaveForm({ textKey, title, onClose }: LeaveFormProps) {
  const { t } = useTranslation('handover')
  const leave = useCommand('handover.leave')
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState(false)
  const send = async (): Promise<void> => {
    if (reason.trim() === '') return setProblem(true)
    if (sayRefusal(await leave({ key: textKey, reason }))) onClose()
  }
  return (
    <form
      noValidate
      aria-label={t('leave.of', { title })}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Field
        label={t('leave.reason')}
        value={reason}
        maxLength={reasonLimit}
        error={problem && reason.trim() === '' ? t('leave.wanted') : undefined}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="acts">
        <button type="button" className="btn" onClick={onClose}>
          {t('cancel')}
        </button>
        <button type="submit" className="btn primary">
          {t('leave.act')}
        </button>
      </div>
    </form>
  )
}
