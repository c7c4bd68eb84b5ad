import { expect, test } from 'vitest'
import { type CalendarEvent, calendarFile } from '#shared/calendar/calendarFile.ts'
import { instantOf, zoneOf } from '#shared/calendar/zones.ts'

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...{
    uid: 'cyc/ses-1@faire-ensemble',
    sequence: 0,
    cancelled: false,
    date: '2020-04-14',
    startTime: '18:30',
  },
  ...{ durationMin: 120, zone: 'Europe/Paris', title: 'Séance', description: '', url: 'http://x/cycle' },
  ...{ stampedAt: Date.UTC(2020, 3, 14), ...more },
})
/** Property lines, unfolded. */
const lines = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n')

test('an hour on a wall becomes the right instant, in summer and in winter', () => {
  expect(calendarFile([event()])).toContain('DTSTART:20200414T163000Z\r\nDTEND:20200414T183000Z\r\n')
  expect(calendarFile([event({ date: '2020-01-14' })])).toContain('DTSTART:20200114T173000Z')
  expect(calendarFile([event({ zone: 'Asia/Tokyo' })])).toContain('DTSTART:20200414T093000Z')
  const wall = (text: string) => Date.parse(`${text}Z`)
  // Clocks go forward at 02:00 and back at 03:00.
  expect(instantOf(wall('2020-03-29T02:30'), 'Europe/Paris')).toBe(wall('2020-03-29T01:30'))
  expect(instantOf(wall('2020-10-25T02:30'), 'Europe/Paris')).toBe(wall('2020-10-25T00:30'))
  expect(instantOf(wall('2020-03-29T03:00'), 'Europe/Paris')).toBe(wall('2020-03-29T01:00'))
  expect(instantOf(0, 'Nowhere/At All')).toBeUndefined()
  expect([zoneOf('BE'), zoneOf('toString'), zoneOf('US'), zoneOf(null)]).toEqual([
    'Europe/Brussels',
    null,
    null,
    null,
  ])
})

test('without a known zone times float, without an hour the event fills its day, without a length it has no end', () => {
  expect(calendarFile([event({ zone: null })])).toContain(
    'DTSTART:20200414T183000\r\nDTEND:20200414T203000\r\n',
  )
  const day = lines(calendarFile([event({ startTime: null })]))
  expect(day).toContain('DTSTART;VALUE=DATE:20200414')
  expect(day.some((line) => line.startsWith('DTEND'))).toBe(false)
  expect(calendarFile([event({ durationMin: 0 })])).not.toContain('DTEND')
})

test('words that people typed begin no line of their own, and no line is longer than 75 octets', () => {
  const typed = 'Un; deux, trois\\\r\nATTENDEE:mailto:x\u2028BEGIN:VALARM\u0000\u0085END:VEVENT'
  const file = calendarFile([event({ title: typed, uid: 'e/1;\n,é', description: '日本🧶'.repeat(90) })], {
    name: 'Κύκλος\nX-EVIL:1',
  })
  expect(lines(file)).toContain(
    'SUMMARY:Un\\; deux\\, trois\\\\\\nATTENDEE:mailto:x\\nBEGIN:VALARM\\nEND:VEVENT',
  )
  expect(lines(file)).toContain(`DESCRIPTION:${'日本🧶'.repeat(90)}`)
  expect(lines(file).filter((line) => /^(ATTENDEE|BEGIN:VALARM|X-EVIL)/u.test(line))).toEqual([])
  expect(file.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
  expect(file.split(/\r\n/u).some((line) => /[\r\n]/u.test(line))).toBe(false)
})

test('a calendar has its name, and a cancelled event says so with a higher sequence', () => {
  const file = lines(
    calendarFile([event(), event({ uid: 'b@x', sequence: 3, cancelled: true })], { name: 'Nantes' }),
  )
  expect(file.slice(0, 6)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Faire Ensemble//Sessions//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'NAME:Nantes',
  ])
  expect(file.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2)
  const second = file.slice(file.indexOf('UID:b@x'))
  expect(second).toContain('SEQUENCE:3')
  expect(second).toContain('STATUS:CANCELLED')
  expect(calendarFile([])).not.toContain('VEVENT')
})
