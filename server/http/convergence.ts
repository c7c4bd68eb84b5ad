// The convergence over HTTP: its page, acts on it one at a time, and the publication of the document.
import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import { convergencePage } from '#server/features/convergence/convergencePage.ts'
import { publishConvergence, takeConvergenceAct } from '#server/features/convergence/takeConvergenceAct.ts'
import { writeTogether } from '#server/features/convergence/writtenTogether.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { convergenceAct, publishInput } from '#shared/convergence/convergenceActs.ts'
import type { ConvergenceActAnswer } from '#shared/convergence/convergenceAnswers.ts'
import { mayWriteConvergence, reviewsFor } from '#shared/convergence/mayConverge.ts'

const itemKey = z.string().min(1).max(200)

export function convergenceRoutes(deps: Deps): Router {
  const router = express.Router()

  const answer = async (
    response: Response,
    account: Account | undefined,
    refused: string | null,
  ): Promise<void> => {
    const page = await convergencePage(deps, account)
    response.set('Cache-Control', 'no-store').json({ refused, page } satisfies ConvergenceActAnswer)
  }
  const audit = (account: Account | undefined, act: string, refused: string | null): void =>
    deps.logger.info({ audit: true, by: account?.id, act, refused }, 'convergence act')

  router.get('/api/convergence', async (request: Request, response: Response) => {
    const { account } = await deps.identify(request)
    // The same address answers differently for each person.
    response.set('Cache-Control', 'no-store').json(await convergencePage(deps, account))
  })

  router.post('/api/convergence/acts', async (request, response) => {
    const { account } = await deps.identify(request)
    mayAct(account, mayWriteConvergence(account) || reviewsFor(account).length > 0)
    const act = convergenceAct.parse(request.body ?? {})
    const refused = await takeConvergenceAct(deps, account, act)
    audit(account, act.act, refused)
    await answer(response, account, refused)
  })

  router.post('/api/convergence/items/:id/together', async (request, response) => {
    const { account } = await deps.identify(request)
    mayAct(account, mayWriteConvergence(account))
    const place = await writeTogether(deps, itemKey.parse(request.params['id']))
    if (!place) throw new HttpProblem('not-found')
    audit(account, 'write-together', null)
    response.set('Cache-Control', 'no-store').json(place)
  })

  router.post('/api/convergence/publish', async (request, response) => {
    const { account } = await deps.identify(request)
    mayAct(account, mayWriteConvergence(account))
    const refused = await publishConvergence(deps, account, publishInput.parse(request.body ?? {}))
    audit(account, 'publish', refused)
    await answer(response, account, refused)
  })

  return router
}

/** Before anything of what was sent is judged. @throws HttpProblem 401, 403 */
function mayAct(account: Account | undefined, allowed: boolean): void {
  if (!account) throw new HttpProblem('not-signed-in')
  if (!allowed) throw new HttpProblem('not-allowed')
}
