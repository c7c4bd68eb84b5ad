// Which group a group's page is of, however it was named, and where its room and its drafts are.
import { demoSpaces } from '#server/features/demo/loadDemo.ts'
import { todayOf } from '#server/features/home/day.ts'
import { roomOfGroups } from '#server/features/home/homeSessions.ts'
import { roomGroups, roomGroupsOf } from '#server/features/home/roomGroups.ts'
import type { Room } from '#server/ports/rooms.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import type { Group } from '#shared/cycle/cycleFile.ts'
import { plainName } from '#shared/group/samePerson.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface NamedGroup {
  readonly group: Group
  readonly shown: RoomGroup
  /** `YYYY-MM-DD`: what the cycle is read before. */
  readonly today: string
  readonly rooms: readonly Room[]
  /** The group's own room. */
  readonly room: Room | undefined
  /** Its drafts; undefined where it has none yet. */
  readonly spaceId: string | undefined
}

export type NamedGroupDeps = Pick<Deps, 'store' | 'demo' | 'now'>

/** By id, by code, or by its antenna's name, however they are typed. @throws HttpProblem 404 */
export async function namedGroup(deps: NamedGroupDeps, typed: unknown): Promise<NamedGroup> {
  if (typeof typed !== 'string' || typed.length > 200) throw new HttpProblem('not-found')
  const { cycle, rooms: allRooms, settings } = deps.store
  const today = await todayOf(deps)
  const named = typed.trim()
  const group =
    (await cycle.group(named, { before: today })) ??
    (await cycle.group((await idByPlace(deps, named)) ?? '', { before: today }))
  const [shown] = group ? await roomGroupsOf(deps.store, [group.id]) : []
  if (!group || !shown) throw new HttpProblem('not-found')
  const rooms = await allRooms.all()
  const spaceId =
    rooms.flatMap(({ spaces }) => spaces).find((space) => space.groupId === group.id)?.spaceId ??
    (deps.demo ? (await demoSpaces(settings))[group.id] : undefined)
  return { group, shown, today, rooms, room: roomOfGroups(rooms, [group.id]), spaceId }
}

/** An antenna with several groups means the first of them that has a room. */
async function idByPlace({ store }: NamedGroupDeps, typed: string): Promise<string | undefined> {
  const wanted = plainName(typed)
  const groups = [...(await roomGroups(store)).values()]
  const found = groups.filter(({ id, place }) => plainName(place) === wanted || plainName(id) === wanted)
  if (found.length < 2) return found[0]?.id
  const rooms = await store.rooms.all()
  return (found.find(({ id }) => roomOfGroups(rooms, [id])) ?? found[0])?.id
}
