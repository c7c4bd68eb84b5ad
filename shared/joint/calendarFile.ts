// A joint session as a calendar file, to be put into anybody's own calendar. Pure.
import { calendarFile as eventFile } from '#shared/calendar/calendarFile.ts'
import type { SessionDay } from '#shared/joint/invitation.ts'

export interface CalendarEntry {
  /** Stays the same for one session: a second import changes nothing. */
  readonly id: string
  readonly day: SessionDay
  readonly durationMin: number
  readonly title: string
  readonly description: string
  readonly url: string
  /** Milliseconds since 1970. */
  readonly madeAt: number
}

/** Times are floating: the hour on the wall of wherever people meet, as the product says it everywhere. */
export const calendarFile = ({ id, day, madeAt, ...entry }: CalendarEntry): string =>
  eventFile([
    {
      ...entry,
      ...{ uid: `${id}@faire-ensemble`, sequence: 0, cancelled: false, zone: null },
      ...{ date: day.date, startTime: day.startTime, stampedAt: madeAt },
    },
  ])
