// A question before something that cannot be taken back; focus starts on the safe answer.
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'

export interface ConfirmDialogProps {
  readonly title: string
  readonly children: ReactNode
  readonly confirm: string
  readonly busy?: boolean
  readonly danger?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

export function ConfirmDialog({
  title,
  children,
  confirm,
  busy,
  danger,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const { t } = useTranslation('ui')
  const safe = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // After the dialog has taken the focus for itself.
    const next = requestAnimationFrame(() => safe.current?.focus())
    return () => cancelAnimationFrame(next)
  }, [])
  return (
    <ModalDialog title={title} onClose={onClose} alert>
      <div className="dialog-text">{children}</div>
      <div className="acts">
        <button type="button" className="btn" ref={safe} onClick={onClose}>
          {t('dialog.notNow')}
        </button>
        <button
          type="button"
          className={`btn ${danger ? 'danger' : 'primary'}`}
          aria-disabled={busy ? 'true' : undefined}
          onClick={() => !busy && onConfirm()}
        >
          {busy ? t('dialog.busy') : confirm}
        </button>
      </div>
    </ModalDialog>
  )
}
