// Searching over HTTP: anybody may ask, and is answered from what they may read and from nothing else.
import express, { type Router } from 'express'
import { z } from 'zod'
import { roomGroups } from '#server/features/home/roomGroups.ts'
import { SearchDesk } from '#server/features/search/searchDesk.ts'
import { readableSpaces } from '#server/features/similar/readableSpaces.ts'
import type { Deps } from '#server/transport/deps.ts'
import { longestQuery, type SearchAnswer, searchKinds } from '#shared/search/searchEntry.ts'

/** Hits that one answer holds. */
const mostHits = 60

const asked = z.object({
  q: z
    .string()
    .default('')
    .transform((text) => text.slice(0, longestQuery)),
  kind: z.enum(searchKinds).optional(),
  limit: z.coerce.number().int().min(1).max(mostHits).default(30),
})

export function searchRoutes(deps: Deps): Router {
  const router = express.Router()
  const desk = new SearchDesk(deps)

  router.get('/api/search', async (request, response) => {
    const { kind, limit, q } = asked.parse(request.query)
    const { account } = await deps.identify(request)
    const readable = await readableSpaces(deps, request)
    const found = await desk.search(
      { account, readable },
      { text: q, kinds: kind === undefined ? [] : [kind], limit },
    )
    const named = new Set(found.hits.flatMap(({ groupIds }) => groupIds))
    const groups = [...(await roomGroups(deps.store)).values()].filter(({ id }) => named.has(id))
    // The same address answers differently for each person.
    response.set('Cache-Control', 'no-store').json({ ...found, groups } satisfies SearchAnswer)
  })
  return router
}
