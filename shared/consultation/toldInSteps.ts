// Which answers a split is told of: never so many or so few more than before that one person's place could be reckoned from the difference.
import type { Felt } from '#shared/consultation/feelings.ts'

/** A part of fewer people is never told, nor can it be reckoned from what is. */
export const fewest = 5

export type KeyOf = (one: Felt) => string | null

/** Oldest first: what came with an imported file, which was told as one, then day by day, up to the days that are over. */
export function stepsOf(felt: readonly Felt[], before: string): readonly (readonly Felt[])[] {
  const days = new Set(felt.flatMap(({ day }) => (day && day < before ? [day] : [])))
  return [
    felt.filter(({ day }) => !day),
    ...[...days].sort().map((day) => felt.filter((one) => one.day === day)),
  ]
}

export function partsOf(felt: readonly Felt[], keyOf: KeyOf): ReadonlyMap<string | null, readonly Felt[]> {
  const parts = new Map<string | null, Felt[]>()
  for (const one of felt) parts.set(keyOf(one), [...(parts.get(keyOf(one)) ?? []), one])
  return parts
}

const small = (parts: ReadonlyMap<string | null, readonly Felt[]>): (readonly Felt[])[] =>
  [...parts.values()].filter((people) => people.length < fewest)

/** [S2] [S3] Whether a first telling may be made of these people. */
export function isTellable(felt: readonly Felt[], keyOf: KeyOf): boolean {
  const parts = partsOf(felt, keyOf)
  const left = small(parts)
  const withheld = left.reduce((sum, people) => sum + people.length, 0)
  return parts.size > left.length && staysUnknown(left.length, withheld)
}

/**
 * [S7] Whoever looks before and after learns the difference: a split is told anew only when of each part nobody came, or five and
 * more. What was told with parts withheld is not told anew: with the next telling they could be reckoned. Nothing of a day is told
 * before it is over, because until then everybody may change what they said.
 */
export function toldBatches(steps: readonly (readonly Felt[])[], keyOf: KeyOf): readonly (readonly Felt[])[] {
  const told: (readonly Felt[])[] = []
  let pending: readonly Felt[] = []
  for (const step of steps) {
    pending = [...pending, ...step]
    const [first] = told
    const may = first
      ? small(partsOf(first, keyOf)).length === 0 && small(partsOf(pending, keyOf)).length === 0
      : isTellable(pending, keyOf)
    if (pending.length === 0 || !may) continue
    told.push(pending)
    pending = []
  }
  return told
}

/** [S3] Whether each of so many parts, all of fewer than five and together of that sum, could be of three sizes at least. */
export function staysUnknown(parts: number, sum: number): boolean {
  if (parts === 0) return true
  const most = fewest - 1
  const low = Math.max(1, sum - most * (parts - 1))
  const high = Math.min(most, sum - (parts - 1))
  return sum >= fewest && high - low >= 2
}
