// How people are spread over sub-groups: by lot, by antenna, as the last time. Who is drawn, and how evenly.
import { shuffled } from '#shared/notes/revealNotes.ts'
import type { SeatHere } from '#shared/people/actor.ts'
import type { PastPlan, PlacedSeat, Subgroup } from '#shared/subgroups/subgroupsState.ts'

/** Observers see; they are in no sub-group unless a facilitator were to make them participants. */
export const mayBePlaced = ({ role }: Pick<SeatHere, 'role'>): boolean => role !== 'observer'

export const placed = ({ id, name }: PlacedSeat): PlacedSeat => ({ id, name })

/**
 * [U1] Everybody has a place and no sub-group has two people more than another. [U2] With `mix` the same holds among the people in
 * the room and among those at a distance: the second side is dealt on where the first one ended.
 */
export function drawnByLot(
  seats: readonly SeatHere[],
  { count, mix, random }: { readonly count: number; readonly mix: boolean; readonly random: () => number },
): PlacedSeat[][] {
  const hands: PlacedSeat[][] = Array.from({ length: count }, () => [])
  const order = shuffled(seats, random)
  const dealt = mix ? [...order].sort((a, b) => Number(b.side === 'room') - Number(a.side === 'room')) : order
  dealt.forEach((seat, n) => hands[n % count]?.push(placed(seat)))
  // Which sub-group has one person more is drawn too.
  return shuffled(hands, random)
}

/** [U3] One sub-group for each antenna present; who speaks for none goes to the smallest. */
export function drawnByAntenna(seats: readonly SeatHere[]): { antennaId: string; seats: PlacedSeat[] }[] {
  const hands = new Map<string, PlacedSeat[]>()
  for (const seat of seats) {
    if (seat.groupId === null) continue
    hands.set(seat.groupId, [...(hands.get(seat.groupId) ?? []), placed(seat)])
  }
  const groups = [...hands].map(([antennaId, own]) => ({ antennaId, seats: own }))
  for (const seat of seats) if (seat.groupId === null) smallest(groups)?.seats.push(placed(seat))
  return groups
}

type Members = { readonly seats: readonly PlacedSeat[] }

/** The first of those with the fewest people. */
export const smallest = <Group extends Members>(groups: readonly Group[]): Group | undefined =>
  groups.reduce<Group | undefined>(
    (least, group) => (least && least.seats.length <= group.seats.length ? least : group),
    undefined,
  )

/**
 * [U4] The sub-groups of the last time with whoever of them is here, known by seat, or by name where somebody came on another device;
 * who is new goes to the smallest, one after the other.
 */
export function drawnAgain(last: PastPlan, seats: readonly SeatHere[]): PlacedSeat[][] {
  const hands: { readonly seats: PlacedSeat[] }[] = last.groups.map(() => ({ seats: [] }))
  const known = new Set(last.groups.flatMap((group) => group.seats.map(({ id }) => id)))
  const here = new Set(seats.map(({ id }) => id))
  const absent = last.groups.flatMap((group, at) =>
    group.seats.filter(({ id }) => !here.has(id)).map(({ name }) => ({ name, at })),
  )
  const homeOf = ({ id, name }: SeatHere): number => {
    if (known.has(id)) return last.groups.findIndex((group) => group.seats.some((seat) => seat.id === id))
    const n = absent.findIndex((one) => one.name === name)
    return n < 0 ? -1 : (absent.splice(n, 1)[0]?.at ?? -1)
  }
  const fresh: PlacedSeat[] = []
  for (const seat of seats) (hands[homeOf(seat)]?.seats ?? fresh).push(placed(seat))
  for (const seat of fresh) smallest(hands)?.seats.push(seat)
  return hands.map((hand) => hand.seats)
}

/** [U5] People without a place go to the smallest sub-group, one after the other. */
export function withEverybody(groups: readonly Subgroup[], seats: readonly SeatHere[]): Subgroup[] {
  const taken = new Set(groups.flatMap((group) => group.seats.map(({ id }) => id)))
  let all = [...groups]
  for (const seat of seats) {
    const home = taken.has(seat.id) ? undefined : smallest(all)
    if (home) all = all.map((one) => (one === home ? { ...one, seats: [...one.seats, placed(seat)] } : one))
  }
  return all
}
