// Which drafts documents the asker may read now, and in which room: by the room's own rules, asked afresh each time.
import type { Request } from 'express'
import { demoSpaces } from '#server/features/demo/loadDemo.ts'
import { codeFor } from '#server/features/home/homeSessions.ts'
import { personOf, shapeOf } from '#server/live/gate.ts'
import type { Account, Participant } from '#server/ports/people.ts'
import type { Room } from '#server/ports/rooms.ts'
import type { Deps } from '#server/transport/deps.ts'
import { documentsFor, type Person } from '#shared/people/access.ts'

export type ReadableDeps = Pick<Deps, 'store' | 'demo' | 'identify' | 'participantOf' | 'now'>

export interface ReadableSpace {
  readonly spaceId: string
  readonly groupId: string | null
  /** Null where the group has no room: its page shows the drafts. */
  readonly roomCode: string | null
}

/** Whom the asker is in one room for certain: by a ticket, which no cookie tells. */
export interface Here {
  readonly room: Room
  readonly participant: Participant
}

/**
 * [S1] A space is read from where the asker is: as participant of a room, by that room's own rules. A closed door, an ended joint
 *      session and a group that keeps its drafts to itself hold here as they do there.
 * [S2] An account also reads where it may walk in: in a group's own room whose code it is told. A joint room is entered first.
 * [S3] Whoever was removed from a room reads nothing through it, account or not.
 * [S4] Apartés are searched from within only. A group without a room has no door: accounts of the cooperative read its drafts.
 */
export async function readableSpaces(
  deps: ReadableDeps,
  request: Request,
  here?: Here,
): Promise<ReadonlyMap<string, ReadableSpace>> {
  const { account } = await deps.identify(request)
  const known = await deps.store.rooms.all()
  const rooms = here && !known.some(({ id }) => id === here.room.id) ? [...known, here.room] : known
  const found = new Map<string, ReadableSpace>()
  // The room that the asker is in comes first, for that is where a draft is opened; then the groups' own rooms.
  const rank = (room: Room): number => (room.id === here?.room.id ? 0 : room.kind === 'group' ? 1 : 2)
  for (const room of [...rooms].sort((a, b) => rank(a) - rank(b))) {
    const person =
      room.id === here?.room.id ? here.participant : await personIn(deps, { request, account, room })
    if (!person) continue
    for (const { document } of documentsFor(person, shapeOf(room, deps.now()))) {
      if (document.kind !== 'drafts' || found.has(document.id)) continue
      const groupId = room.spaces.find(({ spaceId }) => spaceId === document.id)?.groupId ?? null
      found.set(document.id, { spaceId: document.id, groupId, roomCode: room.code })
    }
  }
  if (account) for (const space of await spacesWithoutRoom(deps, rooms)) found.set(space.spaceId, space)
  return found
}

interface Asking {
  readonly request: Request
  readonly account: Account | undefined
  readonly room: Room
}

async function personIn(
  { store, demo, participantOf }: ReadableDeps,
  { request, account, room }: Asking,
): Promise<Person | undefined> {
  const participant = await participantOf(request, room.id)
  if (participant) return participant.removed ? undefined : participant
  if (!account || room.kind !== 'group' || codeFor(room, demo, account) === null) return undefined
  const before = await store.people.findParticipant(room.id, { accountId: account.id })
  return before?.removed ? undefined : personOf(account, room, { observer: false })
}

async function spacesWithoutRoom(
  { store, demo }: ReadableDeps,
  rooms: readonly Room[],
): Promise<ReadableSpace[]> {
  if (!demo) return []
  const behindDoors = new Set(rooms.flatMap(({ spaces }) => spaces.map(({ spaceId }) => spaceId)))
  const withRoom = new Set(rooms.filter(({ kind }) => kind === 'group').flatMap(({ groupIds }) => groupIds))
  return Object.entries(await demoSpaces(store.settings)).flatMap(([groupId, spaceId]) =>
    behindDoors.has(spaceId) || withRoom.has(groupId) ? [] : [{ spaceId, groupId, roomCode: null }],
  )
}
