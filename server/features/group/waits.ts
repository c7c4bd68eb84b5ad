// What a group asks of its people between two sessions, said by the home page: an answer, what arrived, minutes, a first reading.
import { groupSessions, nextSession } from '#server/features/group/groupSessions.ts'
import { todayOf } from '#server/features/home/day.ts'
import { roomOfGroups } from '#server/features/home/homeSessions.ts'
import { roomGroupsOf } from '#server/features/home/roomGroups.ts'
import type { Account } from '#server/ports/people.ts'
import type { Room } from '#server/ports/rooms.ts'
import type { Deps } from '#server/transport/deps.ts'
import type { Waits } from '#shared/home/waits.ts'
import type { RoomGroup } from '#shared/room/join.ts'

type GroupWaitsDeps = Pick<Deps, 'store' | 'demo' | 'now'>

/** Milliseconds: a week. */
const remembered = 7 * 24 * 3_600_000

interface OwnGroup {
  readonly account: Account
  readonly group: RoomGroup
  readonly room: Room | undefined
  readonly today: string
}

export async function groupWaits(deps: GroupWaitsDeps, account: Account): Promise<readonly Waits[]> {
  const invited = account.readsGroupIds ?? []
  if (account.groupIds.length + invited.length === 0) return []
  const [today, rooms] = await Promise.all([todayOf(deps), deps.store.rooms.all()])
  const within = (group: RoomGroup): OwnGroup => ({
    ...{ account, group, today, room: roomOfGroups(rooms, [group.id]) },
  })
  const [own, reads] = await Promise.all([
    roomGroupsOf(deps.store, account.groupIds),
    roomGroupsOf(deps.store, invited),
  ])
  const asked = await Promise.all([
    ...own.map((group) => ofOwnGroup(deps, within(group))),
    ...reads.map((group) => ofInvitedGroup(deps, within(group))),
  ])
  return asked.flat()
}

const groupPage = ({ group }: OwnGroup): string => `/g/${encodeURIComponent(group.code)}`

async function ofOwnGroup(deps: GroupWaitsDeps, own: OwnGroup): Promise<Waits[]> {
  const { account, group } = own
  const leads = account.facilitatesGroupIds.includes(group.id)
  const keepsMinutes = (account.secretaryOfGroupIds ?? []).includes(group.id)
  const found = await Promise.all([
    coming(deps, own),
    leads ? arrived(deps, own) : [],
    keepsMinutes ? minutes(deps, own) : [],
  ])
  return found.flat()
}

/** Whether one comes to the next session; on its day the door itself stands on the home page. */
async function coming({ store }: GroupWaitsDeps, own: OwnGroup): Promise<Waits[]> {
  const { account, group, today } = own
  const [planned, held] = await Promise.all([
    store.cycle.sessions({ groupId: group.id, before: today }),
    store.sessionRecords.heldByGroup(group.id),
  ])
  const next = nextSession(groupSessions(group.id, planned, held))
  if (!next || next.date <= today) return []
  const answers = await store.sessionRecords.comings(group.id, next.id)
  if (answers.has(`account:${account.id}`)) return []
  return [
    {
      ...{ text: 'group:waits.coming', count: 1, subject: group.place },
      ...{ day: next.date, page: groupPage(own) },
    },
  ]
}

async function arrived({ store }: GroupWaitsDeps, own: OwnGroup): Promise<Waits[]> {
  const all = await store.sessionRecords.contributions(own.group.id)
  const count = all.filter(({ takenAt }) => takenAt === null).length
  if (count === 0) return []
  return [
    { ...{ text: 'group:waits.arrived', count, subject: own.group.place }, day: null, page: groupPage(own) },
  ]
}

/** The minutes write themselves when a session ends; whoever keeps them reads them while the evening is still remembered. */
async function minutes({ now, store }: GroupWaitsDeps, { group, room }: OwnGroup): Promise<Waits[]> {
  const last = room && (await store.sessionRecords.heldInRoom(room.id)).at(-1)
  if (!last || last.endedAt === null || now() - last.endedAt > remembered) return []
  return [
    {
      ...{ text: 'group:waits.minutes', count: 1, subject: group.place, day: null },
      page: `/r/${encodeURIComponent(room.code)}`,
    },
  ]
}

/** Until an invited expert has been in the room: that is where its texts are read and commented on. */
async function ofInvitedGroup({ store }: GroupWaitsDeps, own: OwnGroup): Promise<Waits[]> {
  const { account, group, room } = own
  if (room && (await store.people.findParticipant(room.id, { accountId: account.id }))) return []
  return [
    { ...{ text: 'group:waits.invited', count: 1, subject: group.place }, day: null, page: groupPage(own) },
  ]
}
