// What went wrong at a door, as a word that has its sentence in the texts.
import { RefusedRequest, refusedStatus, UnreachableServer } from '#client/live/api.ts'

export type DoorProblem =
  | 'notFound'
  | 'linkOver'
  | 'forbidden'
  | 'closed'
  | 'tooMany'
  | 'unreachable'
  | 'unknown'

export function doorProblem(error: unknown): DoorProblem {
  if (error instanceof UnreachableServer) return 'unreachable'
  const status = refusedStatus(error)
  if (status === 404) return 'notFound'
  if (status === 410) return 'linkOver'
  if (status === 403)
    return error instanceof RefusedRequest && /door-closed/.test(error.code) ? 'closed' : 'forbidden'
  if (status === 429) return 'tooMany'
  return 'unknown'
}

export type FormProblem = 'invalid' | 'forbidden' | 'closed' | 'tooMany' | 'unreachable' | 'unknown'

export function formProblem(error: unknown): FormProblem {
  const status = refusedStatus(error)
  if (status === 422 || status === 400) return 'invalid'
  const problem = doorProblem(error)
  return problem === 'notFound' || problem === 'linkOver' ? 'closed' : problem
}
