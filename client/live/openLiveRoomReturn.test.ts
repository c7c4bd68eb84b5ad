// Everybody comes back within seconds, nobody in the same moment.
import { expect, test } from 'vitest'
import { returnDelay, returnSchedule } from '#client/live/openLiveRoomReturn.ts'
import { closeCode } from '#shared/contract/closeCode.ts'

test('two hundred people cut at once return over two seconds, none before half a second', () => {
  const delays = Array.from({ length: 200 }, () =>
    returnDelay({ code: 1006, failures: 1, took: 60_000 }, Math.random()),
  )
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(500)
  expect(Math.max(...delays)).toBeLessThanOrEqual(2_500)
  for (let from = 500; from < 2_500; from += 500) {
    expect(delays.filter((delay) => delay >= from && delay < from + 1_000).length).toBeLessThan(150)
  }
})

test.each([
  ['a server asks to slow down', { code: closeCode.slowDown, failures: 1, took: 9 }, 2_000, 5_000],
  ['rights changed', { code: closeCode.rightsChanged, failures: 1, took: 9 }, 150, 1_350],
  ['rights that change again and again', { code: closeCode.rightsChanged, failures: 2, took: 9 }, 500, 2_500],
  ['an attempt that hung', { code: 0, failures: 3, took: 2_500 }, 100, 600],
  ['a server that is away for minutes', { code: 1006, failures: 61, took: 9 }, 500, 5_000],
])('%s', (_name, failure, least, most) => {
  expect(returnDelay(failure, 0)).toBe(least)
  expect(returnDelay(failure, 1)).toBe(most)
})

test('the lines of one room return together', () => {
  const schedule = returnSchedule(() => 0.5)
  const first = schedule({ code: 1006, failures: 1, took: 9 })
  const second = schedule({ code: 1006, failures: 1, took: 9 })
  expect(first).toBe(1_500)
  expect(second).toBeLessThanOrEqual(first)
  expect(second).toBeGreaterThan(first - 200)
})
