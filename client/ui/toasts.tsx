// Short messages above the toolbar: six seconds, waiting while pointed at or focused, also said to screen readers.
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '#client/ui/announcer.tsx'

export interface Toast {
  readonly text: string
  readonly tone?: 'done' | 'problem'
  readonly action?: { readonly label: string; readonly run: () => void }
}

const shownFor = 6_000
let shown: readonly (Toast & { readonly id: number })[] = []
let lastId = 0
const listeners = new Set<() => void>()

function change(next: typeof shown): void {
  shown = next
  for (const listener of listeners) listener()
}

export function showToast(toast: Toast): void {
  lastId += 1
  change([...shown.slice(-2), { ...toast, id: lastId }])
  announce(toast.text)
}

/** That something is kept. */
export const tellDone = (text: string): void => showToast({ text, tone: 'done' })

const dismiss = (id: number): void => change(shown.filter((toast) => toast.id !== id))

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function Toasts() {
  const { t } = useTranslation('ui')
  const toasts = useSyncExternalStore(subscribe, () => shown)
  if (toasts.length === 0) return null
  return (
    <section className="toasts" aria-label={t('toast.label')} data-live-announcer="true">
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} onGone={() => dismiss(toast.id)} />
      ))}
    </section>
  )
}

function ToastLine({ toast, onGone }: { toast: Toast & { id: number }; onGone: () => void }) {
  const { t } = useTranslation('ui')
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(onGone, shownFor)
    return () => clearTimeout(timer)
  }, [held, onGone])
  const Icon = toast.tone === 'problem' ? CircleAlert : CircleCheck
  return (
    <div
      className="toast"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon className="i" aria-hidden="true" />
      <span className="grow">{toast.text}</span>
      {toast.action && (
        <button
          type="button"
          className="toast-act"
          onClick={() => {
            toast.action?.run()
            onGone()
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button type="button" className="toast-act" aria-label={t('toast.close')} onClick={onGone}>
        <X className="i" aria-hidden="true" />
      </button>
    </div>
  )
}
