// Draws are fair whoever is there: properties over any company.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SeatHere } from '#shared/people/actor.ts'
import { drawnAgain, drawnByAntenna, drawnByLot, withEverybody } from '#shared/subgroups/drawing.ts'
import { emptyGroup } from '#shared/subgroups/preparing.ts'
import type { PastPlan, PlacedSeat } from '#shared/subgroups/subgroupsState.ts'

const company = fc
  .array(fc.record({ inRoom: fc.boolean(), group: fc.constantFrom('n', 'l', 'p', null) }), { maxLength: 60 })
  .map((all) =>
    all.map(
      ({ inRoom, group }, n): SeatHere => ({
        ...{ id: `s${n}`, name: `N${n}`, participantId: `p${n}`, role: 'participant', groupId: group },
        ...(inRoom ? { presence: 'in-person', side: 'room' } : { presence: 'remote', side: 'remote' }),
      }),
    ),
  )
const luck = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
const drawsOf = (stream: Iterator<number>) => (): number => stream.next().value as number // an endless stream

const sizes = (hands: readonly (readonly unknown[])[]): number[] => hands.map(({ length }) => length)
const spread = (numbers: readonly number[]): number => Math.max(...numbers) - Math.min(...numbers)
const ids = (hands: readonly (readonly PlacedSeat[])[]): string[] => hands.flat().map(({ id }) => id)

test('[U1] by lot everybody has one place, and no sub-group has two people more than another', () => {
  fc.assert(
    fc.property(company, fc.integer({ min: 2, max: 20 }), fc.boolean(), luck, (seats, count, mix, random) => {
      const hands = drawnByLot(seats, { count, mix, random: drawsOf(random) })
      expect(hands).toHaveLength(count)
      expect(ids(hands).sort()).toEqual(seats.map(({ id }) => id).sort())
      expect(spread(sizes(hands))).toBeLessThanOrEqual(1)
    }),
  )
})

test('[U2] mixed, both sides are spread as evenly as all people are', () => {
  fc.assert(
    fc.property(company, fc.integer({ min: 2, max: 8 }), luck, (seats, count, random) => {
      const hands = drawnByLot(seats, { count, mix: true, random: drawsOf(random) })
      const sideOf = new Map(seats.map(({ id, side }) => [id, side]))
      for (const side of ['room', 'remote'])
        expect(
          spread(hands.map((hand) => hand.filter(({ id }) => sideOf.get(id) === side).length)),
        ).toBeLessThanOrEqual(1)
    }),
  )
})

test('[U1] every person is with every other about equally often', () => {
  const seats = Array.from({ length: 6 }, (_, n) => ({
    ...{ id: `s${n}`, name: `N${n}`, participantId: `p${n}`, role: 'participant' as const, groupId: null },
    ...{ presence: 'remote' as const, side: 'remote' as const },
  }))
  const together = new Map<string, number>()
  const draws = 3_000
  // A fixed source, so that the test says the same each time.
  let seed = 20_200_123
  const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31
  for (let n = 0; n < draws; n++)
    for (const hand of drawnByLot(seats, { count: 2, mix: false, random }))
      for (const a of hand)
        for (const b of hand) if (a.id < b.id) together.set(a.id + b.id, (together.get(a.id + b.id) ?? 0) + 1)
  expect(together.size).toBe(15)
  // Two of six share a group of three in 2 of 5 draws.
  for (const times of together.values()) expect(Math.abs(times / draws - 0.4)).toBeLessThan(0.05)
})

test('[U3] by antenna each is with its own, and who speaks for none is somewhere', () => {
  fc.assert(
    fc.property(company, (seats) => {
      const groups = drawnByAntenna(seats)
      const antennas = new Set(seats.flatMap(({ groupId }) => groupId ?? []))
      expect(new Set(groups.map(({ antennaId }) => antennaId))).toEqual(antennas)
      for (const { antennaId, seats: own } of groups)
        for (const { id } of own)
          expect([antennaId, null]).toContain(seats.find((seat) => seat.id === id)?.groupId)
      const everybody = antennas.size === 0 ? [] : seats.map(({ id }) => id).sort()
      expect(ids(groups.map((group) => group.seats)).sort()).toEqual(everybody)
    }),
  )
})

test('[U4] again: who was there is where they were, new people fill the smallest, everybody has one place', () => {
  fc.assert(
    fc.property(company, fc.integer({ min: 2, max: 6 }), fc.nat(), luck, (seats, count, cut, random) => {
      const before = seats.slice(0, seats.length === 0 ? 0 : cut % (seats.length + 1))
      const hands = drawnByLot(before, { count, mix: false, random: drawsOf(random) })
      const now = seats.filter((_, n) => n % 3 !== 0)
      const again = drawnAgain(past(hands), now)
      expect(ids(again).sort()).toEqual(now.map(({ id }) => id).sort())
      hands.forEach((hand, n) => {
        for (const { id } of hand)
          if (now.some((seat) => seat.id === id)) expect(again[n]?.map((seat) => seat.id)).toContain(id)
      })
      const stayed = hands.map((hand) => hand.filter(({ id }) => now.some((seat) => seat.id === id)).length)
      const fresh = now.length - stayed.reduce((sum, n) => sum + n, 0)
      // The smallest is filled first: nobody new is where more people are than elsewhere.
      if (fresh >= count * Math.max(...stayed)) expect(spread(sizes(again))).toBeLessThanOrEqual(1)
    }),
  )
})

const past = (hands: readonly PlacedSeat[][]): PastPlan => ({
  ...{ id: 'plan', endedAt: 0, kind: 'groups', method: 'random' },
  groups: hands.map((seats, n) => ({
    ...{ id: `g${n}`, name: `G${n}`, frameId: null, antennaId: null, room: null },
    seats,
  })),
})

test('[U4] somebody on another device is known by their name, once', () => {
  const seat = (id: string, name: string): SeatHere => ({
    ...{ id, name, participantId: id, role: 'participant', groupId: null },
    ...{ presence: 'remote', side: 'remote' },
  })
  const hands = [
    [{ id: 'a', name: 'Ana' }],
    [
      { id: 'b', name: 'Ben' },
      { id: 'z', name: 'Zoé' },
    ],
  ]
  const again = drawnAgain(past(hands), [seat('b2', 'Ben'), seat('z', 'Zoé'), seat('b3', 'Ben')])
  expect(again.map((hand) => hand.map(({ id }) => id))).toEqual([['b3'], ['b2', 'z']])
})

test('[U5] people without a place go to the smallest, one after the other; who has one stays', () => {
  fc.assert(
    fc.property(company, fc.integer({ min: 2, max: 6 }), luck, (seats, count, random) => {
      const half = seats.filter((_, n) => n % 2 === 0)
      const hands = drawnByLot(half, { count, mix: false, random: drawsOf(random) })
      const groups = hands.map((own, n) => ({ ...emptyGroup('g', n, `G${n}`), seats: own }))
      const all = withEverybody(groups, seats)
      expect(ids(all.map((group) => group.seats)).sort()).toEqual(seats.map(({ id }) => id).sort())
      expect(spread(sizes(all.map((group) => group.seats)))).toBeLessThanOrEqual(1)
      hands.forEach((own, n) => expect(all[n]?.seats.slice(0, own.length)).toEqual(own))
    }),
  )
})
