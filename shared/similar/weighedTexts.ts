// Texts as vectors: a stem weighs by how rare it is among all of them, and a text's weights make a length of one.
import type { Described } from '#shared/similar/describeText.ts'

export type Weights = ReadonlyMap<string, number>

export interface WeighedTexts {
  readonly vectors: readonly Weights[]
  /** Stem -> who says it, and with what weight. */
  readonly sayers: ReadonlyMap<string, readonly Sayer[]>
  weigh(text: Described): Weights
  /** How much a stem tells, whoever says it: 0 when every text says it. */
  rarity(stem: string): number
}

interface Sayer {
  readonly at: number
  readonly weight: number
}

export function weighTexts(texts: readonly Described[]): WeighedTexts {
  const said = new Map<string, number>()
  for (const { counts } of texts) for (const stem of counts.keys()) said.set(stem, (said.get(stem) ?? 0) + 1)
  const rarity = (stem: string): number => Math.log((texts.length + 1) / (said.get(stem) ?? 1))
  const weigh = ({ counts }: Described): Weights => {
    const raw = [...counts].map(([stem, count]) => [stem, (1 + Math.log(count)) * rarity(stem)] as const)
    const length = Math.hypot(...raw.map(([, weight]) => weight)) || 1
    return new Map(raw.map(([stem, weight]) => [stem, weight / length]))
  }
  const vectors = texts.map(weigh)
  const sayers = new Map<string, Sayer[]>()
  for (const [at, vector] of vectors.entries())
    for (const [stem, weight] of vector) {
      const list = sayers.get(stem)
      if (list) list.push({ at, weight })
      else sayers.set(stem, [{ at, weight }])
    }
  return { vectors, sayers, weigh, rarity }
}

/** The cosine of one text with each of them, by place. */
export function cosines({ vectors, sayers }: WeighedTexts, vector: Weights): Float64Array {
  const found = new Float64Array(vectors.length)
  for (const [stem, weight] of vector)
    for (const { at, weight: theirs } of sayers.get(stem) ?? [])
      found[at] = (found[at] ?? 0) + weight * theirs
  return found
}
