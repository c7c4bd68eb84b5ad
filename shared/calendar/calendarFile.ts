// Sessions as a calendar file (RFC 5545), to be put into anybody's own calendar. Pure.
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { instantOf } from '#shared/calendar/zones.ts'

export interface CalendarEvent {
  /** Stays the same for one session, whoever asks and whenever: a second import changes nothing. */
  readonly uid: string
  /** Rises when the time changes or the event is cancelled. */
  readonly sequence: number
  readonly cancelled: boolean
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** `HH:MM` on the wall of wherever people meet; without one the event fills its day. */
  readonly startTime: string | null
  readonly durationMin: number
  /** The IANA name of the wall's time zone; null where it is not known: then times float. */
  readonly zone: string | null
  readonly title: string
  readonly description: string
  readonly url: string
  /** Milliseconds since 1970. */
  readonly stampedAt: number
}

export interface CalendarOptions {
  /** As a calendar that is subscribed to is called; absent for a file of one session. */
  readonly name?: string
}

export function calendarFile(events: readonly CalendarEvent[], { name }: CalendarOptions = {}): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Faire Ensemble//Sessions//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // How often whoever subscribed looks again; calendars know the one or the other.
    ...(name === undefined
      ? []
      : [
          `NAME:${escaped(name)}`,
          `X-WR-CALNAME:${escaped(name)}`,
          'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
          'X-PUBLISHED-TTL:PT4H',
        ]),
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventLines(event: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${compact(event.stampedAt)}Z`,
    ...times(event),
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escaped(event.title)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    `URL:${event.url}`,
    'END:VEVENT',
  ]
}

/** In UTC where the zone is known, so that no calendar needs a table of zones. An end that is no later than the start is left out. */
function times({ date, startTime, durationMin, zone }: CalendarEvent): string[] {
  if (startTime === null) return [`DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`]
  const wall = Date.parse(`${date}T${startTime}:00Z`)
  const utc = zone === null ? undefined : instantOf(wall, zone)
  const [start, suffix] = utc === undefined ? [wall, ''] : [utc, 'Z']
  const lasts = Math.round(durationMin * 60) * 1000
  return [
    `DTSTART:${compact(start)}${suffix}`,
    ...(lasts > 0 ? [`DTEND:${compact(start + lasts)}${suffix}`] : []),
  ]
}

const compact = (at: number): string => new Date(at).toISOString().slice(0, 19).replace(/[-:]/gu, '')

/** Words that people typed end no line and begin no property. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/gu, '\\$&')
    .replace(/\r\n|[\r\n\u2028\u2029\u0085]/gu, '\\n')
    .replace(/\p{Cc}/gu, '')

/** At most 75 octets a line; letters are not cut. */
function folded(line: string): string {
  const parts: string[] = ['']
  let octets = 0
  for (const letter of line) {
    const size = utf8ToBytes(letter).length
    if (octets + size > 74) {
      parts.push('')
      octets = 1
    }
    parts[parts.length - 1] += letter
    octets += size
  }
  return parts.join('\r\n ')
}
