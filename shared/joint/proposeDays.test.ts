// Days that suit all, [D1] to [D3].
import { expect, test } from 'vitest'
import { type Calendars, proposeDays } from '#shared/joint/proposeDays.ts'

const weekday = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay()
/** Nantes and Lyon meet on Thursdays, Lyon on Tuesdays too; somebody of Lyon sits in Paris as well. */
const calendars: Calendars = {
  groupIds: ['n', 'l'],
  sessions: [
    { date: '2020-01-09', startTime: '19:30', groupIds: ['n'] },
    { date: '2020-02-13', startTime: '19:30', groupIds: ['n'] },
    { date: '2020-01-16', startTime: '20:00', groupIds: ['l'] },
    { date: '2020-01-21', startTime: '18:30', groupIds: ['l'] },
    { date: '2020-03-12', startTime: '19:30', groupIds: ['n'] },
    { date: '2020-03-19', startTime: '', groupIds: ['p'] },
    { date: '2020-03-26', startTime: '19:30', groupIds: ['q'] },
  ],
  members: new Map([
    ['n', ['samira']],
    ['l', ['jo', 'ines']],
    ['p', ['ines']],
    ['q', ['zoe']],
  ]),
  ...{ today: '2020-03-02', until: '2020-06-30' },
}

test('[D1] no day on which one of them meets, or a group that shares a person with them', () => {
  const days = proposeDays(calendars, 5).map(({ date }) => date)
  expect(days).not.toContain('2020-03-12')
  expect(days).not.toContain('2020-03-19')
  // A group that shares nobody does not stand in the way.
  expect(days).toContain('2020-03-26')
  // The canary: without that person the day is free.
  const apart = { ...calendars, members: new Map([...calendars.members, ['p', ['noor']]]) }
  expect(proposeDays(apart, 5).map(({ date }) => date)).toContain('2020-03-19')
})

test('[D2] days that both are used to come first', () => {
  const days = proposeDays(calendars, 5)
  expect(days.map(({ date }) => weekday(date))).toEqual([4, 4, 4, 4, 4])
  expect(days.every(({ habitOf }) => habitOf.join() === 'n,l')).toBe(true)
  expect(
    proposeDays(calendars, 9).some(({ date, habitOf }) => weekday(date) === 2 && habitOf.join() === 'l'),
  ).toBe(true)
  expect(
    proposeDays({ ...calendars, until: '2020-03-10' }, 5).every(({ date }) => date <= '2020-03-10'),
  ).toBe(true)
})

test('[D3] at the hour at which they begin on that day', () => {
  expect(proposeDays(calendars, 1)[0]).toMatchObject({ startTime: '19:30' })
  expect(proposeDays(calendars, 20).find(({ date }) => weekday(date) === 2)?.startTime).toBe('18:30')
  const unknown = proposeDays({ ...calendars, sessions: [] }, 3)
  expect(unknown).toHaveLength(3)
  expect(
    unknown.every(({ startTime, date }) => startTime === '19:30' && ![0, 6].includes(weekday(date))),
  ).toBe(true)
})
