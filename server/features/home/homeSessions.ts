// The sessions on the home page: which are to come for this person, and how each is shown. Pure but for what it is given.

import type { Account } from '#server/ports/people.ts'
import type { Room } from '#server/ports/rooms.ts'
import type { SessionAsOf } from '#shared/cycle/moment.ts'
import type { HomeSession, SessionMode } from '#shared/home/home.ts'
import type { RoomGroup } from '#shared/room/join.ts'
import type { PersonPresent } from '#shared/room/people.ts'

export interface SessionView {
  readonly sessions: readonly SessionAsOf[]
  readonly rooms: readonly Room[]
  readonly groups: ReadonlyMap<string, RoomGroup>
  readonly onlineOnly: ReadonlySet<string>
  readonly demo: boolean
  readonly account: Account | undefined
  people(roomId: string): readonly PersonPresent[]
}

/** Further sessions beside the hero. */
const furtherSessions = 6

const sameGroups = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id))

/** The room of a group, or of exactly these groups together. */
export const roomOfGroups = (rooms: readonly Room[], groupIds: readonly string[]): Room | undefined =>
  rooms.find(
    (room) => room.kind === (groupIds.length > 1 ? 'joint' : 'group') && sameGroups(room.groupIds, groupIds),
  )

/**
 * A room's code for somebody who may walk in by it. Outside the demo a code is a key to an open door: it is told to the
 * room's own people, to experts whom all its groups invited and to those who run everything, and to nobody else.
 */
export function codeFor(room: Room | undefined, demo: boolean, account: Account | undefined): string | null {
  if (!room) return null
  const own =
    account !== undefined &&
    (account.standing === 'admin' ||
      account.standing === 'cooperative-life' ||
      account.groupIds.some((id) => room.groupIds.includes(id)) ||
      // An invited expert reads these groups, and no other: the room of one of them is theirs to enter.
      (room.groupIds.length > 0 && room.groupIds.every((id) => account.readsGroupIds?.includes(id))))
  return demo || own ? room.code : null
}

/** In the demo doors always stand open, so its day decides; elsewhere the open door of the session's room does. */
const isLive = ({ demo }: SessionView, session: SessionAsOf, room: Room | undefined): boolean =>
  demo ? session.when === 'today' : room !== undefined && room.doorOpen && room.sessionId === session.id

/** People, not devices: seats, or the headcount where a device stands for more. */
function presentIn(view: SessionView, room: Room | undefined): HomeSession['present'] {
  const present = { room: 0, remote: 0 }
  for (const { side, seats, headcount } of room ? view.people(room.id) : [])
    present[side] += Math.max(seats.length, headcount)
  return present
}

/** A planned session's mode is not told: what its groups did last is the best guess, their kind of group the next best. */
export function modeOf(
  view: Pick<SessionView, 'sessions' | 'onlineOnly'>,
  session: SessionAsOf,
): SessionMode {
  if (session.mode) return session.mode
  if (session.groupIds.every((id) => view.onlineOnly.has(id))) return 'online'
  const before = view.sessions.filter(
    ({ when, mode, joint, groupIds }) =>
      when !== 'planned' &&
      mode !== null &&
      joint === session.joint &&
      groupIds.some((id) => session.groupIds.includes(id)),
  )
  return before.at(-1)?.mode ?? (session.joint ? 'hybrid' : 'in-person')
}

export function shownSession(view: SessionView, session: SessionAsOf): HomeSession {
  const room = roomOfGroups(view.rooms, session.groupIds)
  const groups = session.groupIds.flatMap((id) => view.groups.get(id) ?? [])
  const [only, ...others] = session.groupIds
  return {
    id: session.id,
    // The subject of a session to come is not known: its groups' theme stands there.
    subject: session.subject ?? groups[0]?.theme ?? '',
    date: session.date,
    startTime: session.startTime ?? '',
    durationMin: session.durationMin ?? 0,
    mode: modeOf(view, session),
    joint: session.joint,
    groups,
    number: only !== undefined && others.length === 0 ? (session.numberInGroup?.[only] ?? null) : null,
    roomCode: codeFor(room, view.demo, view.account),
    live: isLive(view, session, room),
    present: presentIn(view, room),
  }
}

/** The hero and what comes after it, for the groups of this person, or for everybody's when they are in none. */
export function homeSessions(
  view: SessionView,
  groupIds: readonly string[],
): { hero: HomeSession | null; sessions: HomeSession[] } {
  const theirs = ({ groupIds: of }: SessionAsOf): boolean =>
    groupIds.length === 0 || of.some((id) => groupIds.includes(id))
  const byTime = (session: SessionAsOf): string => `${session.date} ${session.startTime ?? ''}`
  const toCome = view.sessions
    .filter((session) => session.when !== 'held' && theirs(session))
    .sort((a, b) => (byTime(a) < byTime(b) ? -1 : byTime(a) > byTime(b) ? 1 : a.id < b.id ? -1 : 1))
  const shown = toCome.slice(0, furtherSessions * 4).map((session) => shownSession(view, session))
  // A room whose door is open now comes before any date.
  const hero =
    shown.find(({ live, roomCode }) => live && roomCode !== null) ??
    shown.find(({ live }) => live) ??
    shown[0] ??
    null
  return { hero, sessions: shown.filter((session) => session !== hero).slice(0, furtherSessions) }
}
