// The dot vote: points placed on items, for and against, and their totals.
import { z } from 'zod'

export const dotTotal = z.object({ plus: z.number(), minus: z.number() })
export type DotTotal = z.output<typeof dotTotal>

type Placed = Readonly<Record<string, number>>

/** A point against costs as much as a point for. */
export const pointsSpent = (placed: Placed): number =>
  Object.values(placed).reduce((sum, count) => sum + Math.abs(count), 0)

/** One total for each item, in the order of the items; those without a point keep their zero. [V3] */
export function dotTotals(itemIds: readonly string[], placed: readonly Placed[]): DotTotal[] {
  return itemIds.map((id) => {
    const counts = placed.map((points) => points[id] ?? 0)
    return {
      plus: counts.reduce((sum, count) => sum + Math.max(0, count), 0),
      minus: counts.reduce((sum, count) => sum + Math.max(0, -count), 0),
    }
  })
}
