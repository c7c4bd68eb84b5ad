// Measured on the demo's judged pairs; `npm run bench -- --only similar` prints the same table for any other file.
import { expect, test } from 'vitest'
import { figuresOf, foundAgain, rankAll, readJudged } from '#e2e/bench/similarQuality.ts'
import { crossValidate } from '#e2e/bench/similarSplits.ts'
import { shownFrom } from '#shared/similar/similarIndex.ts'

const judged = readJudged()
const ranked = rankAll(judged)

test('a text that says the same is among the first three, and shown, for at least 85 % of the texts', () => {
  const { same, sameRanked } = figuresOf(ranked, judged.pairs, shownFrom)
  expect(same[1]).toBe(28)
  expect(same[0] / same[1]).toBeGreaterThanOrEqual(0.85)
  expect(sameRanked[0] / sameRanked[1]).toBeGreaterThanOrEqual(0.85)
})

test('at most three of thirty pairs that only share words are shown', () => {
  const { hard } = figuresOf(ranked, judged.pairs, shownFrom)
  expect(hard[1]).toBe(30)
  expect(hard[0]).toBeLessThanOrEqual(3)
})

test('both hold with room around the threshold, and with a threshold chosen on other pairs', () => {
  for (const from of [shownFrom - 0.4, shownFrom + 0.4]) {
    const { same, hard } = figuresOf(ranked, judged.pairs, from)
    expect(same[0] / same[1], `from ${from}`).toBeGreaterThanOrEqual(0.85)
    expect(hard[0], `from ${from}`).toBeLessThanOrEqual(3)
  }
  const { same, hard } = crossValidate(ranked, judged.pairs)
  expect(same.mean).toBeGreaterThanOrEqual(0.85)
  expect(hard.mean).toBeLessThanOrEqual(0.1)
})

test('without a background, too, both hold: a cycle may have no context cards', () => {
  const { same, hard } = figuresOf(rankAll({ ...judged, background: [] }), judged.pairs, shownFrom)
  expect(same[0] / same[1]).toBeGreaterThanOrEqual(0.85)
  expect(hard[0]).toBeLessThanOrEqual(3)
})

test('a measure that finds nothing, or shows everything, would be seen', () => {
  const nothing = figuresOf(ranked, judged.pairs, Number.POSITIVE_INFINITY)
  expect(nothing.same[0]).toBe(0)
  const everything = figuresOf(ranked, judged.pairs, Number.NEGATIVE_INFINITY)
  expect(everything.hard[0]).toBeGreaterThan(3)
})

test('a draft finds the recommendation that it became', () => {
  const [found, of] = foundAgain(judged)
  expect(of).toBe(76)
  expect(found / of).toBeGreaterThanOrEqual(0.75)
})
