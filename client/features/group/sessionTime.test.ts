// A session's day and hours in words.
import { expect, test } from 'vitest'
import { dayWords, endOf, shortDay } from '#client/features/group/sessionTime.ts'

test('how far a day is, over the end of a month and a year', () => {
  expect(dayWords('2020-04-14', '2020-04-14')).toBe('today')
  expect(dayWords('2020-05-01', '2020-04-30')).toBe('tomorrow')
  expect(dayWords('2021-01-01', '2020-12-31')).toBe('tomorrow')
  expect(dayWords('2020-04-13', '2020-04-14')).toBe('plain')
})

test('a session that goes past midnight ends on the clock', () => {
  expect(endOf({ startTime: '18:30', durationMin: 130 })).toBe('20:40')
  expect(endOf({ startTime: '23:30', durationMin: 45 })).toBe('00:15')
})

test('the short day has no zeros in front', () => {
  expect(shortDay('2020-02-06')).toBe('6/2')
})
