// Texts close to a draft over HTTP, for whoever may read that draft: in a room, and on a group's page.
import express, { type Request, type Response, type Router } from 'express'
import { namedGroup } from '#server/features/group/namedGroup.ts'
import { readableSpaces } from '#server/features/similar/readableSpaces.ts'
import { SimilarDesk } from '#server/features/similar/similarDesk.ts'
import { insider } from '#server/http/roomAccess.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import type { GroupSimilarAnswer, SimilarAnswer } from '#shared/similar/similarAnswer.ts'

const nothingClose: SimilarAnswer = { drafts: [], recommendations: [] }

export function similarRoutes(deps: Deps): Router {
  const router = express.Router()
  const desk = new SimilarDesk(deps)

  router.get(
    '/api/rooms/:code/drafts/:spaceId/:draftId/similar',
    async (request: Request, response: Response) => {
      const here = await insider(deps, request)
      const { spaceId, draftId } = request.params
      const readable = await readableSpaces(deps, request, here)
      const shownHere = here.room.spaces.some((space) => space.spaceId === spaceId)
      if (typeof spaceId !== 'string' || typeof draftId !== 'string') throw new HttpProblem('not-found')
      if (!shownHere || !readable.has(spaceId)) throw new HttpProblem('not-found')
      // A draft begun a moment ago is not on disk yet, and one without words is close to nothing: no error of anybody's.
      const answer = (await desk.closeTo(readable, spaceId, draftId)) ?? nothingClose
      // The same address answers differently for each person.
      response.set('Cache-Control', 'no-store').json(answer satisfies SimilarAnswer)
    },
  )

  router.get('/api/groups/:group/similar', async (request: Request, response: Response) => {
    const { spaceId } = await namedGroup(deps, request.params['group'])
    const readable = await readableSpaces(deps, request)
    // A stranger is told what a group without drafts tells: nothing is close.
    const found =
      spaceId !== undefined && readable.has(spaceId) ? await desk.closeToSpace(readable, spaceId) : []
    const answer: GroupSimilarAnswer = {
      drafts: found.map(({ asked: { spaceId: space, draft }, close }) => ({
        ...{ spaceId: space, draftId: draft.id, code: draft.code, title: draft.title },
        ...close,
      })),
    }
    response.set('Cache-Control', 'no-store').json(answer)
  })

  return router
}
