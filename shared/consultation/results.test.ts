// What is told of what was felt: parts of a few people are nowhere, nor can they be reckoned.
import { expect, test } from 'vitest'
import type { Felt } from '#shared/consultation/feelings.ts'
import { resultsOfAll as allBefore, resultsOf as resultsBefore } from '#shared/consultation/results.ts'
import { fewest, staysUnknown } from '#shared/consultation/toldInSteps.ts'

const today = '2026-02-10'
const resultsOf = (all: readonly Felt[]) => resultsBefore(all, today)
const resultsOfAll = (all: ReadonlyMap<string, readonly Felt[]>) => allBefore(all, today)

const felt = (count: number, more: Partial<Felt> = {}): Felt[] =>
  Array.from({ length: count }, () => ({ feeling: 'favorable', inGroup: false, ...more }))
const inGroup = (count: number, groupId: string): Felt[] => felt(count, { inGroup: true, groupId })

test('the whole is told as it is', () => {
  const { feelings, total } = resultsOf([...felt(2), ...felt(1, { feeling: 'oppose' })])
  expect(total).toBe(3)
  expect(feelings).toEqual({ enthousiaste: 0, favorable: 2, interrogatif: 0, inquiet: 0, oppose: 1 })
})

test('parts of five and more are told', () => {
  const { byEntity } = resultsOf([...felt(9, { entityId: 'a' }), ...felt(5, { entityId: 'b' })])
  expect(byEntity?.parts.map(({ count, key }) => [key, count])).toEqual([
    ['a', 9],
    ['b', 5],
  ])
  expect(byEntity?.withheld).toBe(0)
})

test('one part of four hides the split: it would be what is left', () => {
  expect(resultsOf([...felt(9, { entityId: 'a' }), ...felt(4, { entityId: 'b' })]).byEntity).toBeNull()
  expect(resultsOf([...felt(9), ...felt(4, { inGroup: true })]).byMembership).toBeNull()
})

test('several small parts are withheld together, and only where each could be of three sizes', () => {
  const three = [...inGroup(9, 'a'), ...inGroup(4, 'b'), ...inGroup(2, 'c'), ...felt(9)]
  expect(resultsOf(three).byGroup).toMatchObject({ withheld: 6, parts: [{ key: 'a', count: 9 }] })
  // Four and four make eight, and so does nothing else below five.
  expect(
    resultsOf([...inGroup(9, 'a'), ...inGroup(4, 'b'), ...inGroup(4, 'c'), ...felt(9)]).byGroup,
  ).toBeNull()
  expect(
    resultsOf([...inGroup(9, 'a'), ...inGroup(1, 'b'), ...inGroup(1, 'c'), ...felt(9)]).byGroup,
  ).toBeNull()
})

test('whatever is withheld, every part of it has three sizes at least that fit what is told', () => {
  const sizes = [1, 2, 3, 4]
  const fitting = (parts: number, sum: number): number[][] =>
    parts === 0
      ? sum === 0
        ? [[]]
        : []
      : sizes.flatMap((size) => fitting(parts - 1, sum - size).map((rest) => [size, ...rest]))
  for (let parts = 1; parts <= 5; parts++)
    for (let sum = parts; sum <= parts * (fewest - 1); sum++) {
      const all = fitting(parts, sum)
      const kinds = Array.from({ length: parts }, (_, at) => new Set(all.map((one) => one[at])).size)
      const open = sum >= fewest && Math.min(...kinds) >= 3
      expect(staysUnknown(parts, sum), `${parts} parts, ${sum}`).toBe(open)
    }
})

test('groups are not told where it is not told how many belong to one', () => {
  const { byGroup, byMembership } = resultsOf([...inGroup(9, 'a'), ...felt(3)])
  expect(byMembership).toBeNull()
  expect(byGroup).toBeNull()
})

test('feelings of a part are told only where no cell is of a few', () => {
  const safe = resultsOf([...felt(5, { entityId: 'a' }), ...felt(6, { entityId: 'b', feeling: 'oppose' })])
  expect(safe.byEntity?.parts.every(({ feelings }) => feelings !== null)).toBe(true)
  const unsafe = resultsOf([
    ...felt(5, { entityId: 'a' }),
    ...felt(1, { entityId: 'a', feeling: 'oppose' }),
    ...felt(6, { entityId: 'b', feeling: 'oppose' }),
  ])
  expect(unsafe.byEntity?.parts.every(({ feelings }) => feelings === null)).toBe(true)
})

test('all texts together tell nothing of the one text whose own split is withheld', () => {
  const open = [...felt(9, { entityId: 'a' }), ...felt(8, { entityId: 'b' })]
  const few = [...felt(6, { entityId: 'a' }), ...felt(4, { entityId: 'b' })]
  const one = resultsOfAll(
    new Map([
      ['x', open],
      ['y', few],
    ]),
  )
  expect(one.byEntity).toBeNull()
  expect(one.total).toBe(27)
  const two = resultsOfAll(
    new Map([
      ['x', open],
      ['y', few],
      ['z', few],
    ]),
  )
  expect(two.byEntity?.parts.map(({ count }) => count)).toEqual([21, 16])
  // What several withheld texts hold of a part together is of a few: then nothing is told either.
  const little = [...felt(3, { entityId: 'a' }), ...felt(1, { entityId: 'b' })]
  expect(
    resultsOfAll(
      new Map([
        ['x', open],
        ['y', little],
        ['z', little],
      ]),
    ).byEntity,
  ).toBeNull()
})

/** What somebody sees who looks at the page on every one of these days, and what the answers were. */
function watched(days: readonly (readonly Felt[])[]) {
  const dated = days.flatMap((felt, at) => felt.map((one) => ({ ...one, day: `2026-02-${10 + at}` })))
  return days.map((_, at) => {
    const before = `2026-02-${11 + at}`
    return resultsBefore(
      dated.filter(({ day }) => day < before),
      before,
    )
  })
}

test('who looks every day never sees a part grow by a few: one person’s place cannot be reckoned', () => {
  // As answers come: seven people of one country, one of another, five and six of both, and a last one alone.
  const from = (a: number, b: number, mood: Partial<Felt> = {}): Felt[] => [
    ...felt(a, { entityId: 'a', ...mood }),
    ...felt(b, { entityId: 'b', inGroup: true, groupId: 'g', ...mood }),
  ]
  const days = [from(7, 6), from(1, 0), from(0, 1), from(5, 6), from(1, 0), from(9, 0)]
  const seen = watched(days)
  for (const name of ['byEntity', 'byMembership', 'byGroup'] as const) {
    const counts = seen.map(
      (results) => new Map(results[name]?.parts.map(({ count, key }) => [key, count] as const) ?? []),
    )
    // Something was told, and told anew.
    expect(new Set(counts.map((one) => [...one.values()].join())).size, name).toBeGreaterThan(1)
    for (const [at, after] of counts.entries())
      for (const key of ['a', 'b', 'in', 'out', 'g']) {
        const grown = (after.get(key) ?? 0) - (counts[at - 1]?.get(key) ?? 0)
        expect(grown === 0 || grown >= fewest, `${name} ${key}, day ${at + 1}: ${grown}`).toBe(true)
      }
  }
  expect(seen.map(({ byEntity }) => byEntity?.later)).toEqual([0, 1, 2, 0, 1, 0])
  expect(seen.at(-1)?.total).toBe(36)
})

test('of a day that is not over only the whole is told: until then people change what they said', () => {
  const now = [...felt(9, { entityId: 'a' }), ...felt(8, { entityId: 'b' })].map((one) => ({
    ...one,
    day: '2026-02-10',
  }))
  expect(resultsBefore(now, '2026-02-10')).toMatchObject({ total: 17, byEntity: null })
  expect(resultsBefore(now, '2026-02-11').byEntity?.parts.map(({ count }) => count)).toEqual([9, 8])
})

test('all texts together grow by no few either, whichever text somebody answered', () => {
  const day = (at: number, more: Felt[]): Felt[] => more.map((one) => ({ ...one, day: `2026-02-${at}` }))
  const x = [...felt(9, { entityId: 'a' }), ...felt(8, { entityId: 'b' })]
  const y = [...felt(6, { entityId: 'a' }), ...felt(7, { entityId: 'b' })]
  const told = (before: string, more: Felt[]) =>
    allBefore(new Map([...new Map([['x', x]]), ['y', [...y, ...more]]]), before).byEntity?.parts.map(
      ({ count }) => count,
    )
  expect(told('2026-02-11', [])).toEqual([15, 15])
  expect(told('2026-02-11', day(10, felt(1, { entityId: 'a' })))).toEqual([15, 15])
  expect(told('2026-02-12', day(11, felt(5, { entityId: 'a' })))).toEqual([20, 15])
})
