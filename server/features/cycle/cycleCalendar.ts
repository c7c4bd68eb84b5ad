// Sessions as events of calendars: what stays the same, what has changed since it was told, and what is gone.
import { z } from 'zod'
import type { CycleDeps, CycleSource } from '#server/features/cycle/cycleSource.ts'
import { shownSession } from '#server/features/home/homeSessions.ts'
import type { ToldSession } from '#server/ports/calendars.ts'
import { type CalendarEvent, calendarFile } from '#shared/calendar/calendarFile.ts'
import { zoneOf } from '#shared/calendar/zones.ts'
import type { SessionAsOf } from '#shared/cycle/moment.ts'

export interface CalendarDeps extends Pick<CycleDeps, 'store' | 'demo' | 'now'> {
  readonly publicUrl: URL
}

/** What is kept of a session that was told, so that it can be told once more when it is gone. */
const told = z.object({
  date: z.string(),
  startTime: z.string().nullable(),
  durationMin: z.number(),
  groupIds: z.array(z.string()),
  title: z.string(),
})
type Told = z.output<typeof told>

export interface AskedCalendar {
  readonly source: CycleSource
  readonly sessions: readonly SessionAsOf[]
  /** Of a calendar that is subscribed to; absent for the file of one session. */
  readonly name?: string
  /** Groups of which sessions that are gone are told; none for the file of one session. */
  readonly groupIds?: ReadonlySet<string>
}

export async function calendarOf(deps: CalendarDeps, asked: AskedCalendar): Promise<string> {
  const { source } = asked
  const known = new Set(source.sessions.map(({ id }) => id))
  const gone = (await deps.store.calendars.told())
    .filter(({ sessionId }) => !known.has(sessionId))
    .map((one) => ({ id: one.sessionId, cancelled: true, about: told.parse(JSON.parse(one.body)) }))
    .filter(({ about }) => about.groupIds.some((id) => asked.groupIds?.has(id)))
  const standing = asked.sessions.map((session) => ({
    id: session.id,
    cancelled: source.cancelled.has(session.id),
    about: toldOf(source, session),
  }))
  const all = [...standing, ...gone]
  const sequences = await deps.store.calendars.tell(all.map(asTold))
  return calendarFile(
    all.map(({ about, cancelled, id }) => ({
      ...eventOf(deps, source, { id, about }),
      ...{ cancelled, sequence: sequences.get(id) ?? 0 },
    })),
    asked.name === undefined ? {} : { name: asked.name },
  )
}

interface Telling {
  readonly id: string
  readonly cancelled: boolean
  readonly about: Told
}

/** Only a new time and a cancellation are news to a calendar: subjects become known as the days pass. */
const asTold = ({ about, cancelled, id }: Telling): ToldSession => ({
  sessionId: id,
  fingerprint: JSON.stringify([about.date, about.startTime, about.durationMin, cancelled]),
  body: JSON.stringify(about),
})

function toldOf({ view }: CycleSource, session: SessionAsOf): Told {
  const shown = shownSession(view, session)
  const places = shown.groups.map(({ place }) => place).join(', ')
  return {
    ...{ date: session.date, startTime: session.startTime ?? null, groupIds: [...session.groupIds] },
    durationMin: session.durationMin ?? 0,
    title: [places, shown.subject].filter(Boolean).join(' — '),
  }
}

function eventOf(
  deps: CalendarDeps,
  source: CycleSource,
  { about, id }: Pick<Telling, 'about' | 'id'>,
): Omit<CalendarEvent, 'cancelled' | 'sequence'> {
  const session = source.sessions.find((one) => one.id === id)
  const room = session ? shownSession(source.view, session).roomCode : null
  const url = new URL(room === null ? '/cycle' : `/r/${encodeURIComponent(room)}`, deps.publicUrl).href
  const cycleId = source.about?.cycle.id ?? ''
  return {
    uid: `${encodeURIComponent(cycleId)}/${encodeURIComponent(id)}@faire-ensemble`,
    ...{ date: about.date, startTime: about.startTime, durationMin: about.durationMin, title: about.title },
    ...{ zone: zoneOfGroups(source, about.groupIds), description: url, url },
    // A demo stands at a day of its own: its files are of that morning.
    stampedAt: deps.demo ? Date.parse(`${source.today}T00:00Z`) : deps.now(),
  }
}

/** The wall that is meant is the one of the first group's place. */
function zoneOfGroups(
  { antennas, entities, groups }: CycleSource,
  groupIds: readonly string[],
): string | null {
  for (const groupId of groupIds) {
    const group = groups.find(({ id }) => id === groupId)
    const antenna = antennas.find(({ id }) => id === group?.antennaId)
    const entity = entities.find(({ id }) => id === (antenna?.entityId ?? group?.entityIds[0]))
    const zone = zoneOf(antenna?.country) ?? zoneOf(entity?.country)
    if (zone !== null) return zone
  }
  return null
}
