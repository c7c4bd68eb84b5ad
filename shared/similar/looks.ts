// How close texts are: by what they say themselves (first look), and by being near the same third texts (second look).
import type { Described } from '#shared/similar/describeText.ts'
import { weighTexts } from '#shared/similar/weighedTexts.ts'

/** One text as it sees the others. */
export interface Look {
  /** Nearness to each, by place. */
  readonly first: Float64Array
  /** Nearness to each landmark, above the mean of all texts. */
  readonly landmarks: Float64Array
  readonly length: number
}

export interface Looks {
  /** `own`: the text's own place, if it has one. */
  from(text: Described, own: number | undefined): Look
  /** Of the text that was looked from and the one at this place. */
  closeness(look: Look, at: number): number
  /** From the text at this place. */
  at(place: number): Look | undefined
  rarity(stem: string): number
}

/** Pieces of words tell most; whole stems and the second look add to them. All three are cosines. */
const [stemsTell, secondTells] = [0.3, 0.05]
/** Third texts that are looked at; more would only cost time. */
const mostLandmarks = 256

/** `background`: landmarks too, and they tell what is rare; nobody looks for them. */
export function looksAmong(texts: readonly Described[], background: readonly Described[]): Looks {
  const all = [...texts, ...background]
  const pieces = weighTexts(all.map((text) => text.pieces))
  const stems = weighTexts(all.map((text) => text.counts))
  const landmarks = spread(all.length, mostLandmarks)
  const landmarkOf = new Map(landmarks.map((at, landmark) => [at, landmark]))
  const firstFrom = (text: Described, own: number | undefined): Float64Array => {
    const [first, byStems] = [pieces.cosines(text.pieces), stems.cosines(text.counts)]
    for (let at = 0; at < first.length; at += 1) first[at] = (first[at] ?? 0) + stemsTell * (byStems[at] ?? 0)
    if (own !== undefined) first[own] = 0
    return first
  }
  const firsts = texts.map(firstFrom)
  const means = Float64Array.from(
    landmarks,
    (at) => firsts.reduce((sum, first) => sum + (first[at] ?? 0), 0) / Math.max(1, texts.length),
  )
  const look = (first: Float64Array): Look => {
    const near = Float64Array.from(landmarks, (at, landmark) =>
      Math.max(0, (first[at] ?? 0) - (means[landmark] ?? 0)),
    )
    return { first, landmarks: near, length: near.reduce((sum, one) => sum + one ** 2, 0) }
  }
  const looks = firsts.map(look)
  return {
    rarity: stems.rarity,
    at: (place) => looks[place],
    from: (text, own) => look(firstFrom(text, own)),
    closeness: (one, at) => {
      const other = looks[at]
      return other ? (one.first[at] ?? 0) + secondTells * second(one, other, landmarkOf.get(at) ?? -1) : 0
    },
  }
}

/** Cosine of two texts' nearness to landmarks; how near they are to one another was the first look's. */
function second(look: Look, other: Look, skipped: number): number {
  let sum = 0
  for (let landmark = 0; landmark < look.landmarks.length; landmark += 1)
    if (landmark !== skipped) sum += (look.landmarks[landmark] ?? 0) * (other.landmarks[landmark] ?? 0)
  const mine = look.length - (look.landmarks[skipped] ?? 0) ** 2
  return sum === 0 ? 0 : sum / Math.sqrt(mine * other.length)
}

/** At most `most` places below `count`, evenly spread. */
export function spread(count: number, most: number): number[] {
  const step = Math.max(1, count / most)
  return Array.from({ length: Math.min(count, most) }, (_, at) => Math.floor(at * step))
}
