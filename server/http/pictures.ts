// Pictures on the whiteboard: taken from people who may write on it, shown to people of their room only.
import express, { type Request, type Router } from 'express'
import { checkedPicture } from '#server/http/pictureCheck.ts'
import { pictureSource } from '#server/http/pictureSource.ts'
import { insider, insiderOf } from '#server/http/roomAccess.ts'
import { shapeOf } from '#server/live/gate.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { sandboxed } from '#server/transport/httpSecurity.ts'
import { randomId } from '#shared/contract/ids.ts'
import { documentAccess } from '#shared/people/access.ts'
import type { PictureAnswer } from '#shared/room/door.ts'

/** Uploads that wait for the one being decoded; more are asked to come back. */
const waitingLimit = 20
/** Uploads under way, in all and a participant: one whose line trickles keeps nobody else waiting. */
const underWay = { inAll: 16, each: 4 }

export function pictureRoutes(deps: Deps): Router {
  const router = express.Router()
  const inTurn = oneAtATime(waitingLimit)
  const atMost = limitUnderWay(underWay)

  router.post('/api/rooms/:code/assets', async (request, response) => {
    const { participant, room } = await insider(deps, request)
    const access = documentAccess(participant, shapeOf(room), { kind: 'whiteboard', id: room.id })
    if (access !== 'write') throw new HttpProblem('not-allowed')
    const { picture: limit, picturesPerRoom } = deps.config.limits
    const source = await atMost(participant.id, () => pictureSource(request, limit))
    const saved = await inTurn(async () => {
      const { content, mime, width, height } = await checkedPicture(source)
      if ((await deps.store.files.usage(room.id)) + content.length > picturesPerRoom)
        throw new HttpProblem('room-pictures-full')
      const file = {
        id: randomId(),
        roomId: room.id,
        mime,
        bytes: content.length,
        width,
        height,
        uploadedBy: participant.id,
      }
      await deps.store.files.save(file, content)
      return file
    })
    const { id, mime, width, height, bytes } = saved
    const answer: PictureAnswer = { id, url: `/assets/${id}`, mime, width, height, bytes }
    response.status(201).json(answer)
  })

  router.get('/assets/:id', async (request, response) => {
    const file = await visiblePicture(deps, request)
    // Asked again each time, because rights change; the bytes of an id never do.
    sandboxed(response).setHeader('Cache-Control', 'private, no-cache').setHeader('ETag', `"${file.id}"`)
    if (request.headers['if-none-match'] === `"${file.id}"`) return void response.status(304).end()
    const content = await deps.store.files.read(file.id)
    if (!content) throw new HttpProblem('not-found')
    response.setHeader('Content-Type', file.mime).setHeader('Content-Disposition', 'inline').end(content)
  })

  return router
}

/** The same 404 for an id that does not exist and for a picture of a room where whoever asks is not. */
async function visiblePicture(deps: Deps, request: Request) {
  const id = request.params['id']
  const file =
    typeof id === 'string' && /^[0-9a-z-]{1,64}$/.test(id) ? await deps.store.files.find(id) : undefined
  const room = file && (await deps.store.rooms.room(file.roomId))
  const visible = room && (await insiderOf(deps, request, room))
  if (!file || !visible) throw new HttpProblem('not-found')
  return file
}

/** Runs one at a time, in order; refuses beyond so many that wait. */
export function oneAtATime(waiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  let count = 0
  return (work) => {
    if (count > waiting) throw new HttpProblem('too-many', { retryAfter: 5 })
    count++
    const turn = last.then(work).finally(() => count--)
    last = turn.catch(() => undefined)
    return turn
  }
}

export function limitUnderWay(limits: {
  readonly inAll: number
  readonly each: number
}): <T>(who: string, work: () => Promise<T>) => Promise<T> {
  const counts = new Map<string, number>()
  let total = 0
  return async (who, work) => {
    const theirs = counts.get(who) ?? 0
    if (total >= limits.inAll || theirs >= limits.each) throw new HttpProblem('too-many', { retryAfter: 5 })
    total++
    counts.set(who, theirs + 1)
    try {
      return await work()
    } finally {
      total--
      const left = (counts.get(who) ?? 1) - 1
      if (left > 0) counts.set(who, left)
      else counts.delete(who)
    }
  }
}
