// Days that suit several groups at once, read from their calendars: their habits, and what they are busy with. Pure.
import type { SessionDay } from '#shared/joint/invitation.ts'

export interface PlannedSession {
  readonly date: string
  /** `HH:MM`, or empty where it is not known. */
  readonly startTime: string
  readonly groupIds: readonly string[]
}

export interface Calendars {
  readonly groupIds: readonly string[]
  /** Sessions of every group, those behind too: habits are read from them. */
  readonly sessions: readonly PlannedSession[]
  /** Group -> its people: whoever sits in two groups is in one place an evening. */
  readonly members: ReadonlyMap<string, readonly string[]>
  /** `YYYY-MM-DD`. */
  readonly today: string
  /** The cycle's last day; null where it is not known. */
  readonly until: string | null
}

export interface ProposedDay extends SessionDay {
  /** Groups that usually meet on this day of the week. */
  readonly habitOf: readonly string[]
}

/** Nobody is asked for the day after tomorrow; nobody knows what is in half a year. Days. */
const soonest = 3
const latest = 70
/** A weekday on which at least this share of a group's sessions fell is its habit. */
const habitShare = 0.2
const usualStart = '19:30'
const dayLength = 86_400_000

const weekday = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay()
const later = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * dayLength).toISOString().slice(0, 10)

/**
 * [D1] On no day does any of the groups meet already, nor a group that shares a person with them.
 * [D2] Days of the week that are a habit of most groups come first, the nearest of them before later ones.
 * [D3] At the hour at which these groups most often begin on that day of the week, else at all.
 */
export function proposeDays(calendars: Calendars, count: number): ProposedDay[] {
  const { groupIds, today, until } = calendars
  const busy = busyDays(calendars)
  const habits = new Map(groupIds.map((id) => [id, habitOf(calendars, id)]))
  const candidates = Array.from({ length: latest - soonest + 1 }, (_, n) => later(today, soonest + n))
    .filter((date) => !busy.has(date) && (until === null || date <= until))
    .map((date): ProposedDay => {
      const day = weekday(date)
      const whose = groupIds.filter((id) => habits.get(id)?.has(day))
      return { date, startTime: startOn(calendars, day), habitOf: whose }
    })
  return candidates
    .sort((a, b) => rank(b) - rank(a) || (a.date < b.date ? -1 : 1))
    .slice(0, count)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** Weekends suit only those who are used to them. */
const rank = ({ date, habitOf: whose }: ProposedDay): number =>
  whose.length - (whose.length === 0 && [0, 6].includes(weekday(date)) ? 1 : 0)

function busyDays({ groupIds, members, sessions }: Calendars): ReadonlySet<string> {
  const people = new Set(groupIds.flatMap((id) => members.get(id) ?? []))
  const shares = (id: string): boolean =>
    groupIds.includes(id) || (members.get(id) ?? []).some((person) => people.has(person))
  return new Set(sessions.filter((one) => one.groupIds.some(shares)).map(({ date }) => date))
}

function habitOf({ sessions }: Calendars, groupId: string): ReadonlySet<number> {
  const theirs = sessions
    .filter(({ groupIds }) => groupIds.includes(groupId))
    .map(({ date }) => weekday(date))
  const often = (day: number): boolean =>
    theirs.filter((one) => one === day).length >= theirs.length * habitShare
  return new Set(theirs.filter(often))
}

function startOn({ groupIds, sessions }: Calendars, day: number): string {
  const theirs = sessions.filter(
    ({ groupIds: of, startTime }) => startTime !== '' && of.some((id) => groupIds.includes(id)),
  )
  const thatDay = theirs.filter(({ date }) => weekday(date) === day)
  return commonest((thatDay.length > 0 ? thatDay : theirs).map(({ startTime }) => startTime)) ?? usualStart
}

function commonest(list: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0]
}
