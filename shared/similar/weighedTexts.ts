// Texts as vectors: what they say weighs by how rare it is among all of them, and a text's weights make a length of one.

/** What a text says (stems, or pieces of words) -> how often. */
export type Said = ReadonlyMap<string, number>

export interface WeighedTexts {
  /** The cosine of a text with each of them, by place. */
  cosines(said: Said): Float64Array
  /** How much it tells, whoever says it: 0 when every text says it. */
  rarity(one: string): number
}

/** Who says something, by place, and with what weight. */
interface Sayers {
  readonly at: number[]
  readonly weights: number[]
}

export function weighTexts(texts: readonly Said[]): WeighedTexts {
  const sayers = new Map<string, Sayers>()
  for (const said of texts) for (const one of said.keys()) sayers.set(one, { at: [], weights: [] })
  const counted = new Map<string, number>()
  for (const said of texts) for (const one of said.keys()) counted.set(one, (counted.get(one) ?? 0) + 1)
  const rarity = (one: string): number => Math.log((texts.length + 1) / (counted.get(one) ?? 1))
  const weigh = (said: Said): (readonly [string, number])[] => {
    const raw = [...said].map(([one, count]) => [one, (1 + Math.log(count)) * rarity(one)] as const)
    const length = Math.sqrt(raw.reduce((sum, [, weight]) => sum + weight ** 2, 0)) || 1
    return raw.map(([one, weight]) => [one, weight / length])
  }
  for (const [at, said] of texts.entries())
    for (const [one, weight] of weigh(said)) {
      const list = sayers.get(one)
      list?.at.push(at)
      list?.weights.push(weight)
    }
  const cosines = (said: Said): Float64Array => {
    const found = new Float64Array(texts.length)
    for (const [one, weight] of weigh(said)) {
      const list = sayers.get(one)
      if (list)
        for (let place = 0; place < list.at.length; place += 1) {
          const at = list.at[place] ?? 0
          found[at] = (found[at] ?? 0) + weight * (list.weights[place] ?? 0)
        }
    }
    return found
  }
  return { cosines, rarity }
}
