// The convergence over HTTP. Every act answers with the page as it stands after it.
import { request } from '#client/live/api.ts'
import type { ConvergenceAct } from '#shared/convergence/convergenceActs.ts'
import type { ConvergenceActAnswer, ConvergenceAnswer } from '#shared/convergence/convergenceAnswers.ts'
import type { TogetherPlace } from '#shared/convergence/writtenTogether.ts'

export const readConvergence = (signal?: AbortSignal): Promise<ConvergenceAnswer> =>
  request('GET', '/api/convergence', undefined, { signal })

export const sendAct = (act: ConvergenceAct): Promise<ConvergenceActAnswer> =>
  request('POST', '/api/convergence/acts', act)

/** Opens an item to be written by several people. */
export const openTogether = (itemId: string): Promise<TogetherPlace> =>
  request('POST', `/api/convergence/items/${encodeURIComponent(itemId)}/together`, {})

export const sendPublish = (knowing: readonly string[]): Promise<ConvergenceActAnswer> =>
  request('POST', '/api/convergence/publish', { knowing })
