// Which texts say nearly the same as one text, best first; few or none rather than doubtful ones.
//
// Two texts are close when they share words that others rarely say (first look), and when they are near the same third texts
// (second look: « garde d'enfants » and « les mères seules » meet in what others wrote of both). What counts is how far a pair
// stands out from what is usual for both of its texts, so that long and short texts, and small and large cycles, are judged alike.
import type { Described } from '#shared/similar/describeText.ts'
import { cosines, type WeighedTexts, type Weights, weighTexts } from '#shared/similar/weighedTexts.ts'

export interface CloseText {
  readonly id: string
  /** In standard deviations above what is usual for both texts, less for short ones. Never shown to anyone. */
  readonly standsOut: number
}

export interface SimilarIndex {
  /** Among the index' own texts, `text` itself left out by its id. */
  closeTo(text: Described, options?: { readonly most?: number; readonly from?: number }): CloseText[]
  /** How much a stem tells here. */
  rarity(stem: string): number
}

export const shownAtMost = 3
/** What must be reached to be shown: found on the demo's judged pairs, see similarQuality.test.ts. */
export const shownFrom = 3

/** Words that two texts must have in common. */
const fewestShared = 2

/** Weight of the second look beside the first. */
const secondLook = 0.2
/** Third texts that are looked at, and texts that say what is usual; more would only cost time. */
const [mostLandmarks, mostUsual] = [256, 96]
/** What is usual where there are hardly any texts yet, and how many texts that guess is worth. */
const guess = { mean: 0.055, variance: 0.035 ** 2, texts: 24 } as const
/** Different words of the shorter text at which half of what stands out is believed: in a few words chance stands out too. */
const halfBelieved = 8

/** `background`: texts of the same world that are not looked for; they tell which words are rare, and are landmarks too. */
export function similarIndex(
  texts: readonly Described[],
  background: readonly Described[] = [],
): SimilarIndex {
  const weighed = weighTexts([...texts, ...background])
  const looks = new Looks(weighed, texts.length)
  const places = new Map(texts.map(({ id }, at) => [id, at]))
  return {
    rarity: weighed.rarity,
    closeTo(text, { most = shownAtMost, from = shownFrom } = {}) {
      const own = places.get(text.id)
      const look = looks.lookFrom(weighed.weigh(text), own)
      const usual = looks.usualFor(look, own)
      return texts
        .flatMap(({ id }, at): CloseText[] => {
          if (at === own) return []
          const raw = above(looks.closeness(look, at), [
            [usual, looks.tellsUsual(at)],
            [looks.usualAt(at), own !== undefined && looks.tellsUsual(own)],
          ])
          const other = texts[at] ?? text
          const standsOut = raw * belief(Math.min(text.counts.size, other.counts.size))
          return standsOut >= from && shareEnough(text, other) ? [{ id, standsOut }] : []
        })
        .sort((a, b) => b.standsOut - a.standsOut)
        .slice(0, most)
    },
  }
}

/** One word in common is chance, however rare it is. */
function shareEnough(a: Described, b: Described): boolean {
  let shared = 0
  for (const stem of a.counts.keys()) if (b.counts.has(stem)) shared += 1
  return shared >= fewestShared
}

/** How close one text is to those that were looked at. */
interface Usual {
  readonly count: number
  readonly sum: number
  readonly squares: number
}

/** How far a pair stands out from what is usual for both, itself left out: in a handful of texts it would be the usual. */
function above(closeness: number, pair: readonly (readonly [Usual, boolean])[]): number {
  const usual = pair.map(([{ count, sum, squares }, looked]) => {
    const [left, n] = [looked ? closeness : 0, (looked ? count - 1 : count) + guess.texts]
    const mean = (sum - left + guess.mean * guess.texts) / n
    const square = (squares - left ** 2 + (guess.variance + guess.mean ** 2) * guess.texts) / n
    return { mean, variance: Math.max(1e-6, square - mean ** 2) }
  })
  const mean = usual.reduce((sum, one) => sum + one.mean, 0) / usual.length
  const variance = usual.reduce((sum, one) => sum + one.variance, 0) / usual.length
  return (closeness - mean) / Math.sqrt(variance)
}

const belief = (words: number): number => words / (words + halfBelieved)

/** One text as it sees the others. */
interface Look {
  readonly first: Float64Array
  /** Nearness to each landmark, above the mean of all texts. */
  readonly landmarks: Float64Array
  readonly length: number
}

class Looks {
  readonly #weighed: WeighedTexts
  readonly #landmarks: readonly number[]
  readonly #landmarkOf: ReadonlyMap<number, number>
  readonly #means: Float64Array
  readonly #looks: readonly Look[]
  readonly #usual: (Usual | undefined)[] = []
  readonly #sample: ReadonlySet<number>

  constructor(weighed: WeighedTexts, texts: number) {
    this.#weighed = weighed
    this.#landmarks = spread(weighed.vectors.length, mostLandmarks)
    this.#landmarkOf = new Map(this.#landmarks.map((at, landmark) => [at, landmark]))
    this.#sample = new Set(spread(texts, mostUsual))
    const firsts = weighed.vectors.slice(0, texts).map((vector, at) => this.#first(vector, at))
    this.#means = Float64Array.from(
      this.#landmarks,
      (at) => firsts.reduce((sum, first) => sum + (first[at] ?? 0), 0) / Math.max(1, texts),
    )
    this.#looks = firsts.map((first) => this.#look(first))
  }

  lookFrom(vector: Weights, own: number | undefined): Look {
    return this.#look(this.#first(vector, own))
  }

  closeness(look: Look, at: number): number {
    const other = this.#looks[at]
    return other ? (look.first[at] ?? 0) + secondLook * this.#second(look, other, at) : 0
  }

  /** Whether a text is one of those by which the usual is told. */
  tellsUsual(at: number): boolean {
    return this.#sample.has(at)
  }

  usualAt(at: number): Usual {
    const look = this.#looks[at]
    const usual = this.#usual[at] ?? (look ? this.usualFor(look, at) : { count: 0, sum: 0, squares: 0 })
    this.#usual[at] = usual
    return usual
  }

  usualFor(look: Look, own: number | undefined): Usual {
    let [sum, squares, count] = [0, 0, 0]
    for (const at of this.#sample) {
      if (at === own) continue
      const closeness = this.closeness(look, at)
      sum += closeness
      squares += closeness ** 2
      count += 1
    }
    return { count, sum, squares }
  }

  #first(vector: Weights, own: number | undefined): Float64Array {
    const first = cosines(this.#weighed, vector)
    if (own !== undefined) first[own] = 0
    return first
  }

  #look(first: Float64Array): Look {
    const landmarks = Float64Array.from(this.#landmarks, (at, landmark) =>
      Math.max(0, (first[at] ?? 0) - (this.#means[landmark] ?? 0)),
    )
    return { first, landmarks, length: landmarks.reduce((sum, near) => sum + near ** 2, 0) }
  }

  /** Cosine of two texts' nearness to landmarks; how near they are to one another was the first look's. */
  #second(look: Look, other: Look, at: number): number {
    const skipped = this.#landmarkOf.get(at) ?? -1
    let sum = 0
    for (let landmark = 0; landmark < look.landmarks.length; landmark += 1)
      if (landmark !== skipped) sum += (look.landmarks[landmark] ?? 0) * (other.landmarks[landmark] ?? 0)
    const mine = look.length - (look.landmarks[skipped] ?? 0) ** 2
    return sum === 0 ? 0 : sum / Math.sqrt(mine * other.length)
  }
}

/** At most `most` places below `count`, evenly spread. */
function spread(count: number, most: number): number[] {
  const step = Math.max(1, count / most)
  return Array.from({ length: Math.min(count, most) }, (_, at) => Math.floor(at * step))
}
