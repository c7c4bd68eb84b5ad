// Dates of the cooperative are said as they are written, wherever the reader sits.
import { expect, test } from 'vitest'
import { dayAndMonth, dayNumber, hour, wholeDay } from '#client/ui/dates.ts'

test('hours are said the French way, with no-break spaces, and left alone elsewhere', () => {
  expect(hour('fr', '19:00')).toBe('19\u00a0h')
  expect(hour('fr', '18:30')).toBe('18\u00a0h\u00a030')
  expect(hour('nl', '18:30')).toBe('18:30')
})

test('a day keeps its number in every language', () => {
  expect(dayNumber('2020-04-07')).toBe('7')
  expect(dayAndMonth('fr', '2020-04-14')).toBe('14 avril')
  expect(wholeDay('en', '2020-04-14')).toContain('14')
})
