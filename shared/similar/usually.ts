// What is usual for each text, and how far a pair stands out from what is usual for both of its texts.
import { type Look, type Looks, spread } from '#shared/similar/looks.ts'

/** How close one text is to those that were looked at. */
export interface Usual {
  readonly count: number
  readonly sum: number
  readonly squares: number
}

/** Texts that say what is usual; more would only cost time. */
const mostUsual = 96
/** What is usual where there are hardly any texts yet, and how many texts that guess is worth. */
const guess = { mean: 0.05, variance: 0.045 ** 2, texts: 24 } as const

/** The largest deviation that is believed: where three groups propose the same, what is usual for each of them varies by that alone. */
const widest = 0.05

const nothing: Usual = { count: 0, sum: 0, squares: 0 }

export class Usually {
  readonly #looks: Looks
  readonly #sample: ReadonlySet<number>
  readonly #known: (Usual | undefined)[] = []

  constructor(looks: Looks, texts: number) {
    this.#looks = looks
    this.#sample = new Set(spread(texts, mostUsual))
  }

  /** For the text at this place; found when it is first asked for. */
  at(place: number): Usual {
    const look = this.#looks.at(place)
    const usual = this.#known[place] ?? (look ? this.from(look, place) : nothing)
    this.#known[place] = usual
    return usual
  }

  from(look: Look, own: number | undefined): Usual {
    let [sum, squares, count] = [0, 0, 0]
    for (const at of this.#sample) {
      if (at === own) continue
      const closeness = this.#looks.closeness(look, at)
      sum += closeness
      squares += closeness ** 2
      count += 1
    }
    return { count, sum, squares }
  }

  /** In standard deviations; the pair itself is left out: in a handful of texts it would be the usual. */
  above(closeness: number, mine: { usual: Usual; own: number | undefined }, at: number): number {
    const one = this.#without(mine.usual, this.#sample.has(at) ? closeness : undefined)
    const isMineLooked = mine.own !== undefined && this.#sample.has(mine.own)
    const other = this.#without(this.at(at), isMineLooked ? closeness : undefined)
    const more = closeness - (one.mean + other.mean) / 2
    return more / Math.min(widest, Math.sqrt((one.variance + other.variance) / 2))
  }

  #without({ count, sum, squares }: Usual, left: number | undefined): { mean: number; variance: number } {
    const n = (left === undefined ? count : count - 1) + guess.texts
    const mean = (sum - (left ?? 0) + guess.mean * guess.texts) / n
    const square = (squares - (left ?? 0) ** 2 + (guess.variance + guess.mean ** 2) * guess.texts) / n
    return { mean, variance: Math.max(1e-6, square - mean ** 2) }
  }
}
