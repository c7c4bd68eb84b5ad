import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bordaCount } from '#shared/decision/ranking.ts'

test('[B1] of three items the first receives three points, the second two, the third one', () => {
  expect(
    bordaCount(
      ['0', '1', '2'],
      [
        ['1', '0', '2'],
        ['1', '2', '0'],
      ],
    ),
  ).toEqual([
    { points: 3, rank: 2, firsts: 0 },
    { points: 6, rank: 1, firsts: 2 },
    { points: 3, rank: 2, firsts: 0 },
  ])
})

test('[B2] [B3] what is left out receives nothing; equal points share a rank and the next counts them', () => {
  expect(bordaCount(['0', '1', '2', '3'], [['0'], ['1'], ['2']]).map(({ rank }) => rank)).toEqual([
    1, 1, 1, 4,
  ])
  expect(bordaCount(['0', '1'], []).map(({ rank }) => rank)).toEqual([1, 1])
})

const ids = ['0', '1', '2', '3', '4']
const orders = fc.array(fc.shuffledSubarray(ids))
test('property: whole lists share n(n+1)/2 points each; the order of the lists and the names of the items change nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.shuffledSubarray(ids, { minLength: ids.length })), orders, (whole, partial) => {
      const sum = bordaCount(ids, whole).reduce((all, { points }) => all + points, 0)
      expect(sum).toBe((whole.length * ids.length * (ids.length + 1)) / 2)
      const all = [...whole, ...partial]
      expect(bordaCount(ids, [...all].reverse())).toEqual(bordaCount(ids, all))
      const reversed = [...ids].reverse()
      expect(bordaCount(reversed, all).reverse()).toEqual(bordaCount(ids, all))
    }),
  )
})

test('property: ranks follow points, and an item that everybody puts before another is never behind it', () => {
  fc.assert(
    fc.property(orders, (lists) => {
      const totals = bordaCount(ids, lists)
      for (const [a, first] of totals.entries())
        for (const [b, second] of totals.entries()) {
          expect(Math.sign(first.points - second.points)).toBe(Math.sign(second.rank - first.rank))
          const everywhere = lists.every((list) => {
            const [at, other] = [list.indexOf(String(a)), list.indexOf(String(b))]
            return at >= 0 && (other < 0 || at <= other)
          })
          if (everywhere) expect(first.rank).toBeLessThanOrEqual(second.rank)
        }
    }),
  )
})
