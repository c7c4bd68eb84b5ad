// The quick poll: how many seats chose each option.

/** In the order of the options; those that nobody chose keep their zero. [V3] */
export const pollTotals = (itemIds: readonly string[], chosen: readonly (readonly string[])[]): number[] =>
  itemIds.map((id) => chosen.filter((options) => options.includes(id)).length)
