// A room's past over HTTP: what can be seen again, and the documents at any instant, for whoever may read them now.
import express, { type Request, type Router } from 'express'
import { z } from 'zod'
import { ReplayDesk } from '#server/features/replay/replayDesk.ts'
import { RoomPasts } from '#server/features/replay/roomPasts.ts'
import { limitUnderWay } from '#server/http/pictures.ts'
import { insider } from '#server/http/roomAccess.ts'
import { openTo } from '#server/live/gate.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { documentName } from '#shared/contract/documentName.ts'
import type { ReplayAnswer, ReplayDocument } from '#shared/replay/replayAnswer.ts'
import { replaySessions } from '#shared/replay/replaySessions.ts'

/** Questions under way, in all and a participant: a page asks for two instants at once, that which is shown and that with which it is compared. */
const underWay = { inAll: 32, each: 6 }
/** Milliseconds since 1970. */
const instant = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)

export type ReplayDeps = Pick<Deps, 'store' | 'participantOf' | 'gate' | 'now'>

export function replayRoutes(deps: ReplayDeps): Router {
  const router = express.Router()
  const desk = new ReplayDesk(deps.store.documentLog)
  const pasts = new RoomPasts(deps.store.rooms)
  const atMost = limitUnderWay(underWay)

  router.get('/api/rooms/:code/replay', async (request, response) => {
    const { participantId, roomId, documents } = await readable(deps, request)
    response.json(await atMost(participantId, () => past(roomId, documents)))
  })

  /** Rights are asked for each time; the tag only saves sending again what the asker has. */
  router.get('/api/rooms/:code/replay/state', async (request, response) => {
    const { participantId, documents } = await readable(deps, request)
    const at = instant.safeParse(request.query['at'])
    if (!at.success) throw new HttpProblem('bad-input', { fields: ['at'] })
    const known = request.headers['if-none-match']?.replaceAll('"', '')
    const names = documents.map(({ name }) => name)
    const { tag, body } = await atMost(participantId, () => desk.state(names, at.data, known))
    response.setHeader('ETag', `"${tag}"`)
    if (!body) return void response.status(304).end()
    response.setHeader('Content-Type', 'application/octet-stream').setHeader('Content-Encoding', 'gzip')
    response.end(body)
  })

  async function past(roomId: string, documents: readonly ReplayDocument[]): Promise<ReplayAnswer> {
    const [times, { sessions, marks }] = await Promise.all([
      desk.times(documents.map(({ name }) => name)),
      pasts.of(roomId),
    ])
    const spaces = new Set(documents.map(({ spaceId }) => spaceId))
    const told = marks.flatMap(({ spaceId, ...mark }) =>
      spaceId === undefined || spaces.has(spaceId) ? mark : [],
    )
    const changes = merged(times.map((one) => one.times))
    const begun = times.flatMap((one) => one.begun.map((drafts) => ({ kind: 'begun' as const, ...drafts })))
    return {
      documents,
      sessions: replaySessions({ sessions, marks: told }, { changes, begun, now: deps.now() }),
    }
  }

  return router
}

async function readable(deps: ReplayDeps, request: Request) {
  const { room, participant } = await insider(deps, request)
  const documents = openTo(participant, room).map(({ document }): ReplayDocument => {
    const spaceId = document.kind === 'drafts' ? document.id : null
    const groupId = room.spaces.find((space) => space.spaceId === spaceId)?.groupId ?? null
    return { name: documentName(document), kind: document.kind, spaceId, groupId }
  })
  return { participantId: participant.id, roomId: room.id, documents }
}

function merged(times: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(times.reduce((sum, one) => sum + one.length, 0))
  let from = 0
  for (const one of times) {
    all.set(one, from)
    from += one.length
  }
  return all.sort()
}
