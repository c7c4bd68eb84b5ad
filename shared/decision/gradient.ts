// The gradient of agreement: five degrees, from no (1) to yes with enthusiasm (5), and how many seats stand on each.

export const degrees = [5, 4, 3, 2, 1] as const
export type Degree = (typeof degrees)[number]

/** For each item, how many seats stand on degree 1, 2… 5. Seats that said nothing of an item are on none. [V3] */
export const gradientTotals = (
  itemIds: readonly string[],
  given: readonly Readonly<Record<string, number>>[],
): number[][] =>
  itemIds.map((id) => [1, 2, 3, 4, 5].map((degree) => given.filter((one) => one[id] === degree).length))
