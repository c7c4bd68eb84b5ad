// Says why an act of the administration was not done.
import i18next from 'i18next'
import { RefusedRequest } from '#client/live/api.ts'
import { showToast } from '#client/ui/toasts.tsx'

const known = [
  'email-taken',
  'last-administrator',
  'sign-in-again',
  'too-large',
  'file-changed',
  'not-allowed',
  'bad-input',
  'conflict',
] as const

export function problemWords(error: unknown): string {
  const code = error instanceof RefusedRequest ? known.find((one) => error.code.endsWith(one)) : 'offline'
  return i18next.t(`account:problem.${code ?? 'failed'}`)
}

export const sayProblem = (error: unknown): void => showToast({ text: problemWords(error), tone: 'problem' })
