// Schulze's method against its published examples, with a circle, with ties, and with lists that leave out.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Orders, schulze } from '#shared/themes/schulze.ts'

const of = (lines: readonly (readonly [number, string])[]): Orders[] =>
  lines.map(([count, order]) => ({ count, order: [...order] }))
const places = (ids: string, lines: readonly (readonly [number, string])[]): string =>
  schulze([...ids], of(lines))
    .placed.map(({ id, rank }) => `${rank}${id}`)
    .join(' ')

/** Schulze 2011, example 1: 45 papers, five candidates, a circle; the published order is E A C B D. */
const published = [
  [5, 'ACBED'],
  [5, 'ADECB'],
  [8, 'BEDAC'],
  [3, 'CABED'],
  [7, 'CAEBD'],
  [2, 'CBADE'],
  [7, 'DCEBA'],
  [8, 'EBADC'],
] as const

test('[S2] the published example of 45 papers: E A C B D, though its duels go in a circle', () => {
  expect(places('ABCDE', published)).toBe('1E 2A 3C 4B 5D')
  const { duels, hasCircle, papers, steps } = schulze([...'ABCDE'], of(published))
  expect({ papers, hasCircle }).toEqual({ papers: 45, hasCircle: true })
  expect(duels.find(({ one, other }) => one === 'A' && other === 'B')).toMatchObject({
    forOne: 20,
    forOther: 25,
  })
  expect(duels.find(({ one, other }) => one === 'B' && other === 'D')).toMatchObject({
    forOne: 33,
    forOther: 12,
  })
  // The published strengths: p(E, A) = 25 against p(A, E) = 24.
  expect(steps[0]).toMatchObject({ before: 'E', after: 'A', wayBefore: 25, wayAfter: 24 })
})

test('[S2] a circle of three is cut at its weakest duel', () => {
  const circle = [
    [4, 'ABC'],
    [3, 'BCA'],
    [2, 'CAB'],
  ] as const
  expect(places('ABC', circle)).toBe('1A 2B 3C')
  expect(schulze([...'ABC'], of(circle)).steps).toMatchObject([{ kind: 'duel' }, { kind: 'duel' }])
  const other = schulze([...'CBA'], of(circle))
  expect(other.placed.map(({ id }) => id)).toEqual(['A', 'B', 'C'])
})

test('a step by a way names the items it leads through', () => {
  // A beats B beats C; C beats A more narrowly than the way leads back, and the neighbours B, C stand by their duel.
  const { steps } = schulze([...'ABCDE'], of(published))
  const way = steps.find(({ kind }) => kind === 'way')
  expect(way).toBeDefined()
  expect(way?.through[0]).toBe(way?.before)
  expect(way?.through.at(-1)).toBe(way?.after)
  expect((way?.through ?? []).length).toBeGreaterThanOrEqual(2)
})

test('[S3] equal ones share a place and are said to be tied', () => {
  expect(places('AB', [])).toBe('1A 1B')
  expect(
    places('ABC', [
      [2, 'AB'],
      [2, 'BA'],
    ]),
  ).toBe('1A 1B 3C')
  expect(
    schulze(
      [...'ABC'],
      of([
        [1, 'A'],
        [1, 'B'],
      ]),
    ).steps[0],
  ).toMatchObject({ kind: 'tie' })
})

test('what a paper leaves out stands behind all that it names, and equal among itself', () => {
  expect(places('ABCD', [[3, 'B']])).toBe('1B 2A 2C 2D')
})

const ids = [...'ABCDE']
const papers = fc.array(fc.record({ count: fc.integer({ min: 1, max: 9 }), order: fc.shuffledSubarray(ids) }))

test('whoever wins every duel is first, and the order of the list never matters', () => {
  fc.assert(
    fc.property(papers, fc.shuffledSubarray(ids, { minLength: 5 }), (orders, shuffled) => {
      const [plain, other] = [schulze(ids, orders), schulze(shuffled, orders)]
      const ranks = (ranking: typeof plain) =>
        [...ranking.placed].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, rank }) => `${id}${rank}`)
      expect(ranks(other)).toEqual(ranks(plain))
      const winner = ids.find((id) =>
        plain.duels.every(({ forOne, forOther, one, other: two }) =>
          one === id ? forOne > forOther : two === id ? forOther > forOne : true,
        ),
      )
      if (winner) expect(plain.placed[0]).toMatchObject({ id: winner, rank: 1 })
    }),
  )
})

test('one more paper that puts the first alone never takes its place away', () => {
  fc.assert(
    fc.property(papers, (orders) => {
      const [first] = schulze(ids, orders).placed
      const more = schulze(ids, [...orders, { order: [first?.id ?? ''], count: 1 }])
      expect(more.placed.find(({ id }) => id === first?.id)?.rank).toBe(1)
    }),
  )
})
