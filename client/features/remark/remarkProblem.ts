// Why something asked about a remark was not done, as a key of this feature's words.
import { RefusedRequest, UnreachableServer } from '#client/live/api.ts'

const known = [
  'remark-stale',
  'remark-closed',
  'remark-answered',
  'remark-full',
  'remark-adopted',
  'remark-lines',
  'not-allowed',
] as const
export type RemarkProblem = (typeof known)[number] | 'offline' | 'failed'

export function problemOf(error: unknown): RemarkProblem {
  if (error instanceof UnreachableServer) return 'offline'
  if (!(error instanceof RefusedRequest)) return 'failed'
  return known.find((code) => code === error.code) ?? (error.status === 403 ? 'not-allowed' : 'failed')
}
