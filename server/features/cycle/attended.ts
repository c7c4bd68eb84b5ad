// How many of each group took part in each session: noticed here, or imported. Pure.
import type { HeldHere } from '#server/features/cycle/cycleSource.ts'
import type { SessionAsOf } from '#shared/cycle/moment.ts'
import type { Attended } from '#shared/cyclePage/participation.ts'
import { countedBySide } from '#shared/group/noticedPeople.ts'

/** [H1] Held here counts before what was imported of the same session. A session that is going on is not counted yet. */
export function attendedOf(
  sessions: readonly SessionAsOf[],
  held: readonly HeldHere[],
  modeOf: (session: SessionAsOf) => Attended['mode'],
): Attended[] {
  // A file that was exported from here brings a session under the very id that it has here.
  const begunHere = new Set(held.flatMap(({ session }) => [session.cycleSessionId, session.id]))
  const imported = sessions
    .filter(({ id, when }) => when === 'held' && !begunHere.has(id))
    .flatMap((session) => ofImported(session))
  const here = held.flatMap(({ session, lines }) => {
    const planned = sessions.find(({ id }) => id === session.cycleSessionId)
    return session.groupIds.map((groupId): Attended => {
      const own = session.groupIds.length > 1 ? lines.filter((line) => line.groupId === groupId) : lines
      const counted = countedBySide(own)
      return {
        ...{ sessionId: session.id, groupId, date: session.date, ...counted },
        mode: planned ? modeOf(planned) : sideMode(countedBySide(lines)),
      }
    })
  })
  return [...imported, ...here]
}

/** Of a session that nobody had planned: where its people were says how it was held. */
const sideMode = ({ room, remote }: { room: number; remote: number }): Attended['mode'] =>
  room === 0 ? 'online' : remote === 0 ? 'in-person' : 'hybrid'

/** A file that does not say how many came of each group says how many came in all: they are counted with the first. */
function ofImported({ attendance, date, groupIds, id, mode }: SessionAsOf): Attended[] {
  if (!attendance) return []
  const about = { sessionId: id, date, mode: mode ?? sideMode(attendance) }
  const known = attendance.byGroup.filter(({ groupId }) => groupIds.includes(groupId))
  const rest = {
    room: attendance.room - known.reduce((sum, { room }) => sum + room, 0),
    remote: attendance.remote - known.reduce((sum, { remote }) => sum + remote, 0),
  }
  const [first] = groupIds.filter((groupId) => !known.some((one) => one.groupId === groupId))
  return [
    ...known.map(({ groupId, room, remote }) => ({ ...about, groupId, room, remote })),
    ...(first !== undefined && (known.length === 0 || rest.room + rest.remote > 0)
      ? [{ ...about, groupId: first, ...rest }]
      : []),
  ]
}
