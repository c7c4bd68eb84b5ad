// The number that a facilitator types, as sub-groups.
import { expect, test } from 'vitest'
import { divided, sizesOf } from '#client/features/subgroups/division.ts'

test('a number of sub-groups is taken as it is, between two and twenty', () => {
  expect(divided(3, 'count', 11)).toBe(3)
  for (const wrong of [0, 1, 21, 2.5, Number.NaN]) expect(divided(wrong, 'count', 11)).toBeUndefined()
})

test('a size gives the number of sub-groups that comes nearest to it, never fewer than two', () => {
  expect(divided(4, 'size', 11)).toBe(3)
  expect(divided(3, 'size', 11)).toBe(4)
  expect(divided(12, 'size', 11)).toBe(2)
  expect(divided(2, 'size', 200)).toBe(20)
})

test('people dealt one by one differ by one at most', () => {
  expect(sizesOf(11, 3)).toEqual({ least: 3, most: 4 })
  expect(sizesOf(12, 3)).toEqual({ least: 4, most: 4 })
})
