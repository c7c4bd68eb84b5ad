import { expect, test } from 'vitest'
import { calendarFile } from '#shared/joint/calendarFile.ts'

const file = (more: { title?: string; description?: string } = {}) =>
  calendarFile({
    ...{ id: 'abc', day: { date: '2020-03-12', startTime: '23:00' }, durationMin: 120, title: 'Séance' },
    ...{ description: 'Nantes, Lyon', url: 'http://x/r/A', madeAt: 0 },
    ...more,
  })

test('begins and ends at the hour that was said, also past midnight', () => {
  expect(file()).toContain('DTSTART:20200312T230000\r\nDTEND:20200313T010000\r\n')
  expect(file()).toContain('UID:abc@faire-ensemble')
  expect(file().startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
  expect(file().endsWith('END:VCALENDAR\r\n')).toBe(true)
})

test('words that people typed begin no line of their own', () => {
  const said = file({ title: 'Un; deux, trois\\\r\nATTENDEE:mailto:x', description: 'é'.repeat(200) })
  expect(said).toContain('SUMMARY:Un\\; deux\\, trois\\\\\\nATTENDEE:mailto:x')
  expect(said.split('\r\n').some((line) => line.startsWith('ATTENDEE'))).toBe(false)
  expect(said.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
  expect(said.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${'é'.repeat(200)}`)
})
