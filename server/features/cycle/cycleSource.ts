// What the page of the cycle is made from, read once for an answer: the cycle as of its day, and what was made of it here since.
import { todayOf } from '#server/features/home/day.ts'
import type { SessionView } from '#server/features/home/homeSessions.ts'
import { roomGroups } from '#server/features/home/roomGroups.ts'
import { type CycleMark, standingMarks } from '#server/ports/cycleMarks.ts'
import type { Account } from '#server/ports/people.ts'
import type { HeldSession, PresenceKept } from '#server/ports/sessionRecords.ts'
import type { Deps } from '#server/transport/deps.ts'
import type {
  Antenna,
  Entity,
  Group,
  OccasionalMeetings,
  ShortDraft,
  Theme,
} from '#shared/cycle/cycleFile.ts'
import type { SessionAsOf } from '#shared/cycle/moment.ts'

export type CycleDeps = Pick<Deps, 'store' | 'demo' | 'now'> & {
  readonly presence: Pick<Deps['presence'], 'people'>
}

/** Who asks; `author` as on a group's page, undefined for whoever has neither an account nor a device known here. */
export interface CycleVisitor {
  readonly account: Account | undefined
  readonly author: string | undefined
}

export interface HeldHere {
  readonly session: HeldSession
  readonly lines: readonly PresenceKept[]
}

export interface CycleSource {
  /** `YYYY-MM-DD`. */
  readonly today: string
  readonly demo: boolean
  readonly about: Awaited<ReturnType<Deps['store']['cycle']['about']>>
  readonly entities: readonly Entity[]
  readonly antennas: readonly Antenna[]
  readonly themes: readonly Theme[]
  readonly groups: readonly Group[]
  readonly sessions: readonly SessionAsOf[]
  readonly drafts: readonly ShortDraft[]
  readonly occasional: readonly OccasionalMeetings[]
  readonly recommendations: readonly { readonly final: boolean }[]
  readonly marks: readonly CycleMark[]
  /** Groups that cooperative life has opened, and sessions that were cancelled, with the day since which. */
  readonly opened: ReadonlyMap<string, string>
  readonly cancelled: ReadonlyMap<string, string>
  readonly view: SessionView
}

export async function cycleSource(deps: CycleDeps, { account }: CycleVisitor): Promise<CycleSource> {
  const { cycle, cycleMarks, rooms } = deps.store
  const today = await todayOf(deps)
  const asOf = { before: today }
  const [about, entities, antennas, themes, groups] = await Promise.all([
    ...([cycle.about(asOf), cycle.entities(), cycle.antennas(), cycle.themes(asOf)] as const),
    cycle.groups(asOf),
  ])
  const [sessions, drafts, occasional, recommendations, marks, allRooms, shown] = await Promise.all([
    ...([cycle.sessions(asOf), cycle.drafts(asOf), cycle.occasionalMeetings(asOf)] as const),
    ...([cycle.recommendations(asOf), cycleMarks.marks(), rooms.all(), roomGroups(deps.store)] as const),
  ])
  const opened = standingMarks(marks, 'open-online', today)
  return {
    ...{ today, demo: deps.demo, about, entities, antennas, themes, groups, sessions, drafts, occasional },
    ...{ recommendations, marks, opened, cancelled: standingMarks(marks, 'cancelled', today) },
    view: {
      ...{ sessions, rooms: allRooms, groups: shown, demo: deps.demo, account },
      // A group that was opened to all meets online from then on.
      onlineOnly: new Set(groups.filter((group) => isOpen(group, opened)).map(({ id }) => id)),
      people: (roomId) => deps.presence.people(roomId),
    },
  }
}

/** Meets online, for every antenna: founded so, or opened since. */
export const isOpen = (group: Group, opened: ReadonlyMap<string, string>): boolean =>
  group.onlineOnly || group.antennaId === null || opened.has(group.id)

/** Sessions that were held in this product's rooms, with who was noticed or written down; a convergence is no group's session. */
export async function heldHere(
  { store }: Pick<Deps, 'store'>,
  { groups, view }: Pick<CycleSource, 'groups' | 'view'>,
): Promise<HeldHere[]> {
  const byGroup = await Promise.all(groups.map(({ id }) => store.sessionRecords.heldByGroup(id)))
  const groupRooms = new Set(view.rooms.filter(({ kind }) => kind !== 'convergence').map(({ id }) => id))
  const sessions = new Map(byGroup.flat().map((session) => [session.id, session]))
  const held = [...sessions.values()].filter(
    ({ endedAt, roomId }) => endedAt !== null && groupRooms.has(roomId),
  )
  const lines = await store.sessionRecords.lines(held.map(({ id }) => id))
  return held.map((session) => ({ session, lines: lines.get(session.id) ?? [] }))
}
