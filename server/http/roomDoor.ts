// The ways into a room, as whoever leads it holds them: its door, and the long link that stands in messages and QR codes.
import express, { type Request, type Router } from 'express'
import {
  hasPublicCode,
  linkOf,
  openWays,
  type RoomLinkDeps,
  replaceLink,
} from '#server/features/account/roomCodes.ts'
import { audit, facilitator } from '#server/http/people.ts'
import { insiderOf } from '#server/http/roomAccess.ts'
import type { Room } from '#server/ports/rooms.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { doorInput, linkInput, type RoomDoor } from '#shared/room/door.ts'

export type LinkDeps = RoomLinkDeps & { readonly deps: Deps }

export function roomDoorRoutes(links: LinkDeps): Router {
  const router = express.Router()
  const { deps } = links

  router.put('/api/rooms/:code/door', async (request, response) => {
    const { open } = doorInput.parse(request.body ?? {})
    const by = await facilitator(deps, request)
    if (open && !hasPublicCode(deps.demo, by.room)) await openWays(links, by.room.id)
    await deps.store.rooms.saveRoom({ ...by.room, doorOpen: open })
    audit(deps, by, 'door', { open })
    await deps.recheck()
    deps.live.tell(by.room.id)
    response.json({ open })
  })

  router.post('/api/rooms/:code/link', async (request, response) => {
    const { days } = linkInput.parse(request.body ?? {})
    const by = await facilitator(deps, request)
    if (hasPublicCode(deps.demo, by.room)) throw new HttpProblem('conflict')
    await replaceLink(links, by.room.id, days)
    const { accountId, id } = by.participant
    await deps.store.acts.note({
      ...{ by: accountId ?? `participant:${id}`, act: 'room.link', about: by.room.id },
      ...{ details: { days }, at: deps.now() },
    })
    audit(deps, by, 'link replaced', { days })
    response.json(await shareOf(links, by.room, request))
  })

  return router
}

type Share = Pick<RoomDoor['share'], 'host' | 'url' | 'linkUntil' | 'codeUntil'>

/**
 * What somebody may hand on. The long link is for the room's own people: whoever typed a code that ends tonight, and has not
 * entered, gets no link that opens for a month.
 */
export async function shareOf(links: LinkDeps, room: Room, request: Request): Promise<Share> {
  const { deps } = links
  const { publicUrl } = deps.config
  const at = (word: string): string => new URL(`/r/${encodeURIComponent(word)}`, publicUrl).href
  const { host } = publicUrl
  if (hasPublicCode(deps.demo, room)) return { host, url: at(room.code), linkUntil: null, codeUntil: null }
  if (!(await insiderOf(deps, request, room))) return { host, url: null, linkUntil: null, codeUntil: null }
  const { codeUntil, linkUntil, word } = await linkOf(links, room.id)
  const over = linkUntil !== null && linkUntil <= deps.now()
  return { host, url: over ? null : at(word), linkUntil, codeUntil }
}
