// Says why something that was asked of the server was not done.
import i18next from 'i18next'
import { showToast } from '#client/ui/toasts.tsx'

/** Returns whether it was done. The server's own sentence where there is one; without a line, that nothing was changed. */
export function sayRefusal(
  answer:
    | { readonly ok: true }
    | { readonly ok: false; readonly error: { readonly code: string; readonly message?: string } },
): boolean {
  if (answer.ok) return true
  const { code, message } = answer.error
  const text = message ?? i18next.t(code === 'unavailable' ? 'ui:command.offline' : 'ui:command.failed')
  showToast({ text, tone: 'problem' })
  return false
}
