// Rooms and how one comes into them: a room for a group, its short code and until when it opens, its long link.
import express, { type Request, type Router } from 'express'
import { freeCode, hasPublicCode, linkOf, replaceLink } from '#server/features/account/roomCodes.ts'
import { demoSpaces } from '#server/features/demo/loadDemo.ts'
import { keeper } from '#server/http/adminPeople.ts'
import type { AccountDoors } from '#server/http/signIn.ts'
import type { Room } from '#server/ports/rooms.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { type AdminRoom, codeInput, type RoomsAnswer, roomInput } from '#shared/account/admin.ts'
import { documentName } from '#shared/contract/documentName.ts'
import { randomId } from '#shared/contract/ids.ts'
import { linkInput } from '#shared/room/door.ts'

export function adminRoomRoutes(doors: AccountDoors): Router {
  const router = express.Router()
  const { deps } = doors
  const { acts, cycle, rooms } = deps.store

  router.get('/api/admin/rooms', async (request, response) => {
    await keeper(doors, request)
    const [all, groups] = await Promise.all([rooms.all(), cycle.groups()])
    const having = new Set(all.filter(({ kind }) => kind === 'group').flatMap(({ groupIds }) => groupIds))
    response.json({
      rooms: await Promise.all(all.map((room) => shown(doors, room))),
      without: groups.filter(({ id }) => !having.has(id)).map(({ id, name }) => ({ id, name })),
    } satisfies RoomsAnswer)
  })

  router.post('/api/admin/rooms', async (request, response) => {
    const by = await keeper(doors, request)
    const { groupId, title } = roomInput.parse(request.body ?? {})
    if (!(await cycle.group(groupId))) throw new HttpProblem('bad-input', { fields: ['groupId'] })
    const all = await rooms.all()
    if (all.some((room) => room.kind === 'group' && room.groupIds.includes(groupId)))
      throw new HttpProblem('conflict')
    const room = await newRoom(doors, { groupId, title, all })
    await acts.note({ by: by.id, act: 'room.made', about: room.id, details: { groupId }, at: deps.now() })
    response.status(201).json(await shown(doors, room))
  })

  router.put('/api/admin/rooms/:id/code', async (request, response) => {
    const by = await keeper(doors, request)
    const { hours } = codeInput.parse(request.body ?? {})
    const room = await managed(doors, request)
    const changed = { ...room, code: await freeCode(rooms) }
    await rooms.saveRoom(changed)
    await linkOf(parts(doors), room.id)
    await deps.store.roomLinks.endCode(room.id, deps.now() + hours * 3_600_000)
    await acts.note({ by: by.id, act: 'room.code', about: room.id, details: { hours }, at: deps.now() })
    deps.live.tell(room.id)
    response.json(await shown(doors, changed))
  })

  router.post('/api/admin/rooms/:id/link', async (request, response) => {
    const by = await keeper(doors, request)
    const { days } = linkInput.parse(request.body ?? {})
    const room = await managed(doors, request)
    await replaceLink(parts(doors), room.id, days)
    await acts.note({ by: by.id, act: 'room.link', about: room.id, details: { days }, at: deps.now() })
    response.json(await shown(doors, room))
  })

  return router
}

const parts = ({ deps, office }: AccountDoors) => ({
  ...{ roomLinks: deps.store.roomLinks, office, now: deps.now },
})

/** The demo's codes are a public contract: they stay. */
async function managed({ deps }: AccountDoors, request: Request): Promise<Room> {
  const room = await deps.store.rooms.room(String(request.params['id']))
  if (!room || room.aparte) throw new HttpProblem('not-found')
  if (hasPublicCode(deps.demo, room)) throw new HttpProblem('conflict')
  return room
}

async function shown(doors: AccountDoors, room: Room): Promise<AdminRoom> {
  const link = await linkOf(parts(doors), room.id)
  const { id, code, title, kind, doorOpen } = room
  const url = new URL(`/r/${link.word}`, doors.deps.config.publicUrl)
  return {
    ...{ id, code, title, kind, doorOpen },
    codeUntil: link.codeUntil,
    linkUntil: link.linkUntil,
    link: url.href,
  }
}

/** The group's texts are where they were, if it had any. Newcomers wait outside until a facilitator opens the door. */
async function newRoom(
  { deps }: AccountDoors,
  { groupId, title, all }: { groupId: string; title: string; all: readonly Room[] },
): Promise<Room> {
  const { documentLog, rooms, settings } = deps.store
  const had = all.flatMap(({ spaces }) => spaces).find((space) => space.groupId === groupId)?.spaceId
  const ofDemo = deps.demo ? (await demoSpaces(settings))[groupId] : undefined
  const spaceId = had ?? ofDemo ?? randomId()
  const room: Room = {
    ...{ id: randomId(), code: await freeCode(rooms), title, kind: 'group', groupIds: [groupId] },
    ...{ spaces: [{ spaceId, groupId }], doorOpen: false, sessionId: null },
  }
  for (const name of [
    documentName({ kind: 'whiteboard', id: room.id }),
    documentName({ kind: 'drafts', id: spaceId }),
  ])
    if ((await documentLog.generation(name)) === undefined) await documentLog.create(name)
  await rooms.saveRoom(room)
  return room
}
