// When the debate is open: by the cycle's own stages, or by the day that was set.
import { expect, test } from 'vitest'
import { consultationDays } from '#shared/consultation/consultationDays.ts'
import { otherCooperative } from '#shared/cycle/otherCooperative.ts'

const cycle = { stages: [{ key: 'presentation', start: '2020-04-28', end: '2020-05-20' }] }
const on = (today: string, setTo?: string | null, published = true) =>
  consultationDays(cycle, today, { published, setTo })

test('before anything is published it says when', () => {
  expect(on('2020-04-01', undefined, false)).toEqual({
    ...{ status: 'before', opensOn: '2020-04-28', closesOn: '2020-05-20' },
  })
})

test('its last day is open, the next is not', () => {
  expect(on('2020-05-20').status).toBe('open')
  expect(on('2020-05-21').status).toBe('closed')
})

test('a day that was set goes before the stage; taken away, it stays open', () => {
  expect(on('2020-06-10', '2020-06-10').status).toBe('open')
  expect(on('2020-05-01', '2020-04-30').status).toBe('closed')
  expect(on('2029-01-01', null).status).toBe('open')
})

test('a cycle without such a stage is open from its first text on', () => {
  const { stages = [] } = otherCooperative().cycle
  expect(stages.length).toBeGreaterThan(0)
  const days = consultationDays({ stages }, '2023-05-01', { published: true })
  expect(days).toEqual({ status: 'open', opensOn: null, closesOn: null })
})
