// Recommendations of earlier cycles: what cooperative life imports, seen by everybody in the follow-up.
import express, { type Request, type Router } from 'express'
import { z } from 'zod'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { mostPast, readPastRow } from '#shared/pastImport/readPastRow.ts'
import { runsEverything } from '#shared/people/access.ts'

const id = z.string().regex(/^[0-9a-z]{8,40}$/)

/** A part of an import: rows with their places in the file, so that a part that is sent again is kept once. */
const partInput = z.object({
  importId: id,
  name: z.string().trim().min(1).max(200),
  rows: z
    .array(z.object({ place: z.number().int().min(0).max(100_000), past: z.unknown() }))
    .min(1)
    .max(200),
})

/** The browser reads files and shows what it understood; what it sends is looked at again, row by row. */
export function pastRoutes(deps: Deps): Router {
  const router = express.Router()
  const { followUp } = deps.store

  router.get('/api/past-recommendations', async (request, response) => {
    await keeper(deps, request)
    response.set('Cache-Control', 'no-store').json({ imports: await followUp.pastImports() })
  })

  router.post('/api/past-recommendations', async (request, response) => {
    const account = await keeper(deps, request)
    const { importId, name, rows } = partInput.parse(request.body ?? {})
    const read = rows.map(({ past, place }) => ({ place, past: readPastRow(past) }))
    const wrong = read.filter(({ past }) => past === undefined)
    if (wrong.length > 0)
      throw new HttpProblem('bad-input', { fields: wrong.map(({ place }) => `rows.${place}`) })
    if ((await followUp.pastRecommendations()).length + rows.length > mostPast)
      throw new HttpProblem('too-many')
    await followUp.addPast(
      { id: importId, name, byName: account.displayName, at: deps.now() },
      read.flatMap(({ past, place }) =>
        past ? [{ place, past: { ...past, id: `past-${importId}-${place}` } }] : [],
      ),
    )
    deps.logger.info(
      { audit: true, by: account.id, importId, rows: rows.length },
      'past recommendations imported',
    )
    response.status(204).end()
  })

  router.delete('/api/past-recommendations/:id', async (request, response) => {
    const account = await keeper(deps, request)
    await followUp.withdrawPast(id.parse(request.params['id']), deps.now(), account.displayName)
    deps.logger.info({ audit: true, by: account.id, importId: request.params['id'] }, 'past import withdrawn')
    response.status(204).end()
  })

  return router
}

/** @throws HttpProblem 401, 403 */
async function keeper(deps: Deps, request: Request): Promise<Account> {
  const { account } = await deps.identify(request)
  if (!account) throw new HttpProblem('not-signed-in')
  if (!runsEverything(account)) throw new HttpProblem('not-allowed')
  return account
}
