// What waits, in the order of its urgency.
import { expect, test } from 'vitest'
import { mostUrgent, type Waits } from '#shared/home/waits.ts'

const one = (text: string, day: string | null): Waits => ({ text, count: 1, subject: '', day, page: '/' })

test('what is late or due first comes first, what has no day last, in the order in which it was told', () => {
  const all = [one('none', null), one('june', '2020-06-11'), one('late', '2020-04-01'), one('also', null)]
  expect(mostUrgent(all, 4).map(({ text }) => text)).toEqual(['late', 'june', 'none', 'also'])
  expect(mostUrgent(all, 2).map(({ text }) => text)).toEqual(['late', 'june'])
})
