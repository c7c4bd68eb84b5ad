import { expect, test } from 'vitest'
import { clockOf } from '#client/features/timer/useClock.ts'

test('the timer goes before the step’s own time, also while it is paused and once it is over', () => {
  const step = { endsAt: 500_000 }
  expect(clockOf({ status: 'running', endsAt: 60_000 }, step, 90_000)).toMatchObject({
    source: 'timer',
    leftMs: -30_000,
  })
  expect(clockOf({ status: 'paused', remainingMs: 5_000 }, step, 90_000)).toMatchObject({
    paused: true,
    leftMs: 5_000,
  })
  expect(clockOf({ status: 'idle' }, step, 90_000)).toMatchObject({ source: 'step', leftMs: 410_000 })
  expect(clockOf({ status: 'idle' }, null, 0)).toBeNull()
  expect(clockOf(undefined, undefined, 0)).toBeNull()
})

test('a count-down that was given more time is another one: its moments are said again', () => {
  const name = (endsAt: number) => clockOf({ status: 'running', endsAt }, null, 0)?.name
  expect(name(60_000)).not.toBe(name(120_000))
})
