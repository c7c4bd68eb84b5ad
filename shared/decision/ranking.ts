// Ranking by Borda's count: of n items the first of a list receives n points, the second n - 1…; an item left out receives none.
import { z } from 'zod'

export const rankTotal = z.object({
  points: z.number(),
  /** 1 for the first; items with equal points share a rank, and the next one counts them: 1, 2, 2, 4. */
  rank: z.number(),
  /** How many seats put it first. */
  firsts: z.number(),
})
export type RankTotal = z.output<typeof rankTotal>

/** [B1] to [B3]: in the order of the items. */
export function bordaCount(itemIds: readonly string[], orders: readonly (readonly string[])[]): RankTotal[] {
  const points = itemIds.map((id) =>
    orders.reduce((sum, order) => {
      const at = order.indexOf(id)
      return at < 0 ? sum : sum + itemIds.length - at
    }, 0),
  )
  return itemIds.map((id, place) => {
    const own = points[place] ?? 0
    return {
      points: own,
      rank: 1 + points.filter((other) => other > own).length,
      firsts: orders.filter(([first]) => first === id).length,
    }
  })
}
