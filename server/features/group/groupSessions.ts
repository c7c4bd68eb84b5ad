// A group's sessions, those that the cycle plans or remembers joined with those that were held in this product's rooms. Pure.
import type { HeldSession } from '#server/ports/sessionRecords.ts'
import type { SessionAsOf } from '#shared/cycle/moment.ts'

export interface GroupSession {
  /** The held session's id where it was held here, else the cycle's. */
  readonly id: string
  readonly date: string
  readonly number: number | null
  /** `now`: begun here and not ended, or planned for this day. */
  readonly when: 'held' | 'now' | 'planned'
  readonly subject: string
  readonly held: HeldSession | undefined
  readonly cycle: SessionAsOf | undefined
}

/** [H1] Held here counts before what was imported of the same session: people were seen in the room. In the order of time. */
export function groupSessions(
  groupId: string,
  planned: readonly SessionAsOf[],
  held: readonly HeldSession[],
): GroupSession[] {
  const heldHere = held.map((session): GroupSession => {
    const cycle = planned.find(({ id }) => id === session.cycleSessionId)
    return {
      ...{ id: session.id, date: session.date, held: session, cycle },
      number: cycle?.numberInGroup?.[groupId] ?? null,
      when: session.endedAt === null ? 'now' : 'held',
      subject: cycle?.subject ?? session.title,
    }
  })
  const others = planned
    .filter(({ id }) => !held.some((one) => one.cycleSessionId === id || one.id === id))
    .map((cycle): GroupSession => {
      const { id, date, numberInGroup, when, subject } = cycle
      return {
        ...{ id, date, cycle, held: undefined, number: numberInGroup?.[groupId] ?? null },
        when: when === 'today' ? 'now' : when,
        subject: subject ?? '',
      }
    })
  const time = ({ date, cycle, held: here }: GroupSession): string =>
    `${date} ${here ? '1' : '0'} ${cycle?.startTime ?? ''} ${String(here?.startedAt ?? 0).padStart(15, '0')}`
  return [...heldHere, ...others].sort((a, b) => (time(a) < time(b) ? -1 : 1))
}

/** The session that is now or to come, as the cycle plans it. A session that was held here and is over is behind. */
export const nextSession = (sessions: readonly GroupSession[]): SessionAsOf | undefined =>
  sessions.find(({ when, cycle }) => when !== 'held' && cycle !== undefined)?.cycle
