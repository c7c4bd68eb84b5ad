// A session as a calendar file (RFC 5545), to be put into anybody's own calendar. Pure.
import { utf8ToBytes } from '@noble/hashes/utils.js'
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
export function calendarFile(entry: CalendarEntry): string {
  const start = Date.parse(`${entry.day.date}T${entry.day.startTime}:00Z`)
  const local = (at: number): string => new Date(at).toISOString().slice(0, 19).replace(/[-:]/gu, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Faire Ensemble//Joint sessions//FR',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${entry.id}@faire-ensemble`,
    `DTSTAMP:${local(entry.madeAt)}Z`,
    `DTSTART:${local(start)}`,
    `DTEND:${local(start + entry.durationMin * 60_000)}`,
    `SUMMARY:${escaped(entry.title)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    `URL:${entry.url}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

/** Words that people typed end no line and begin no property. */
const escaped = (text: string): string => text.replace(/[\\;,]/gu, '\\$&').replace(/\r\n|[\r\n]/gu, '\\n')

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
