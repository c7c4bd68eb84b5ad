// What went wrong with signing in, as a key of our words.
import { RefusedRequest, UnreachableServer } from '#client/live/api.ts'

const known = [
  'link-over',
  'other-browser',
  'email-taken',
  'last-administrator',
  'sign-on-away',
  'too-many',
  'not-allowed',
  'bad-input',
  'conflict',
] as const
export type AccountProblem = (typeof known)[number] | 'unknown' | 'failed' | 'offline'

export function accountProblem(error: unknown): AccountProblem {
  if (error instanceof UnreachableServer) return 'offline'
  if (!(error instanceof RefusedRequest)) return 'failed'
  return known.find((code) => error.code.endsWith(code)) ?? 'failed'
}
