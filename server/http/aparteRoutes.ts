// The way into an aparté: from its parent room, for whoever the parent's plan puts there; for all others there is nothing.
import express, { type Request, type Router } from 'express'
import { type Answering, joinAnswer } from '#server/http/joinAnswer.ts'
import { type Insider, insider } from '#server/http/roomAccess.ts'
import { actorOf, shapeOf } from '#server/live/gate.ts'
import type { NewParticipant, Participant } from '#server/ports/people.ts'
import type { Room } from '#server/ports/rooms.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { randomId } from '#shared/contract/ids.ts'
import { mayBeInside } from '#shared/people/access.ts'
import type { RoomRole } from '#shared/people/actor.ts'
import { aparteRoomId } from '#shared/subgroups/starting.ts'

export function aparteRoutes(deps: Deps, answering: Answering): Router {
  const router = express.Router()

  router.post('/api/rooms/:code/aparte/:groupId/join', async (request, response) => {
    const { participant: parent, room: parentRoom } = await insider(deps, request)
    const own = await deps.participantOf(request, parentRoom.id)
    const room = await aparteOf(deps, parentRoom, request.params['groupId'])
    // A ticket alone does not make somebody a person in another room: the browser's own cookie does, and it must be the same person.
    if (own?.id !== parent.id || !room?.aparte) throw new HttpProblem('room-not-found')
    const entry = entryOf(parent, room)
    if (!mayBeInside({ ...entry, standing: parent.standing }, shapeOf(room)))
      throw new HttpProblem('room-not-found')
    const participant = await enter(deps, request, entry)
    const { sessionHash } = await deps.identify(request)
    const session = participant.accountId === null ? null : (sessionHash ?? null)
    response.json(await joinAnswer(answering, { participant, room, session }))
  })

  return router
}

/** The aparté of a sub-group: while it works, and afterwards for reading. */
async function aparteOf(
  { store }: Pick<Deps, 'store'>,
  parent: Room,
  groupId: unknown,
): Promise<Room | undefined> {
  const room = typeof groupId === 'string' ? await store.rooms.room(aparteRoomId(groupId)) : undefined
  return room?.aparte?.parentId === parent.id ? room : undefined
}

type Entry = Omit<NewParticipant, 'deviceHash'>

/** The same person, as who they are in the parent room; of the seats behind their device those of this sub-group. */
function entryOf(parent: Participant, room: Room): Entry {
  const seats = parent.seats.filter(({ id }) => room.aparte?.seats.includes(id))
  const isWhole = seats.length === parent.seats.length
  return {
    roomId: room.id,
    name: isWhole ? parent.name : (seats[0]?.name ?? parent.name),
    presence: parent.presence,
    standing: parent.standing,
    role: roleIn(parent),
    groupIds: parent.groupIds,
    headcount: isWhole ? parent.headcount : seats.length,
    seats,
    accountId: parent.accountId,
  }
}

/** Among themselves everybody may lead: there is nobody else to do it. */
function roleIn({ role, standing }: Participant): RoomRole {
  if (role === 'observer') return 'observer'
  return standing === 'board' || standing === 'team' ? 'participant' : 'facilitator'
}

async function enter(deps: Deps, request: Request, entry: Entry): Promise<Participant> {
  const { people } = deps.store
  const { device } = await deps.identify(request)
  const deviceHash = entry.accountId === null ? (device?.hash ?? null) : null
  const who =
    entry.accountId === null ? deviceHash !== null && { deviceHash } : { accountId: entry.accountId }
  if (!who) throw new HttpProblem('room-not-found')
  const before = await people.findParticipant(entry.roomId, who)
  if (!before) return people.addParticipant({ ...entry, deviceHash })
  const { roomId: _room, standing: _standing, accountId: _account, ...change } = entry
  const participant = await people.changeParticipant(before.id, { ...change, removed: false })
  if (!participant) throw new HttpProblem('room-not-found')
  deps.presence.changed(participant)
  return participant
}

/** Somebody was put out of a room: out of its apartés as well, the ones at work and the ones that are only read. */
export async function leaveApartes(deps: Deps, by: Insider, target: Participant): Promise<void> {
  const actor = actorOf(by.participant, by.room)
  // Refused where there are no sub-groups: then there is nothing to leave.
  for (const { id: seatId } of target.seats)
    await deps.live.run(actor, 'subgroups.move', { id: randomId(), input: { seatId, to: null } })
  const gone = new Set(target.seats.map(({ id }) => id))
  for (const room of await deps.store.rooms.apartes(by.room.id)) {
    if (!room.aparte?.seats.some((id) => gone.has(id))) continue
    const seats = room.aparte.seats.filter((id) => !gone.has(id))
    await deps.store.rooms.saveRoom({ ...room, aparte: { ...room.aparte, seats } })
  }
  await deps.recheck()
}
