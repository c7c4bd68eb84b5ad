// Who asks what of the cycle's page, and which session they mean.
import type { Request } from 'express'
import { z } from 'zod'
import { type CycleSource, type CycleVisitor, cycleSource } from '#server/features/cycle/cycleSource.ts'
import { mayAnswerTo } from '#server/features/cycle/sessionsToCome.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import type { SessionAsOf } from '#shared/cycle/moment.ts'

export interface CycleHttp extends Deps {
  readonly addressOf: (request: Request) => string
}

const idOf = z.string().min(1).max(200)

export async function visitorOf(deps: Deps, request: Request): Promise<CycleVisitor> {
  const { account, device } = await deps.identify(request)
  return { account, author: account ? `account:${account.id}` : device ? `device:${device.hash}` : undefined }
}

/** @throws HttpProblem 404, also for a session that a stranger may not know of */
export async function askedSession(
  deps: CycleHttp,
  request: Request,
  visitor: CycleVisitor,
): Promise<{ source: CycleSource; session: SessionAsOf }> {
  const id = idOf.parse(request.params['id'])
  const source = await cycleSource(deps, visitor)
  const session = source.sessions.find((one) => one.id === id)
  if (!session) throw new HttpProblem('not-found')
  const mayKnow = deps.demo || visitor.account !== undefined || mayAnswerTo(source, session, visitor)
  if (!mayKnow) throw new HttpProblem('not-found')
  return { source, session }
}

/** Who did what, for the incident runbook; no names, no content. */
export function audit({ logger }: Deps, { account }: CycleVisitor, act: string, details: object): void {
  logger.info({ audit: true, by: account?.id ?? 'guest', ...details }, act)
}
