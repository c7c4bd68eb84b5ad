// Which texts say nearly the same as one text, best first; few or none rather than doubtful ones.
//
// Two things count: how far a pair stands out from what is usual for both of its texts (so that long and short texts, small and
// large cycles are judged alike), and whether it leaves behind what else is near to either of them. See looks.ts for closeness.
import type { Described } from '#shared/similar/describeText.ts'
import { type Look, looksAmong } from '#shared/similar/looks.ts'
import { type Usual, Usually } from '#shared/similar/usually.ts'

export interface CloseText {
  readonly id: string
  /** In standard deviations, more where others are left behind. Never shown to anyone. */
  readonly standsOut: number
}

export interface SimilarIndex {
  /** Among the index' own texts, `text` itself left out by its id. */
  closeTo(text: Described, options?: { readonly most?: number; readonly from?: number }): CloseText[]
  /** How much a stem tells here. */
  rarity(stem: string): number
}

export const shownAtMost = 3
/** What must be reached to be shown: the middle of where both aims are met on the demo's judged pairs, see similarQuality.test.ts. */
export const shownFrom = 5.5

/** Words that two texts must have in common: one is chance, however rare it is. */
const fewestShared = 2
/** Different words of the shorter text at which half of what stands out is believed: in a few words chance stands out too. */
const halfBelieved = 2
/** Being ahead of the others counts for this part, and up to so much. Three groups may propose the same: the second other counts. */
const [aheadTells, aheadAtMost] = [0.5, 4]

/** `background`: texts of the same world that are not looked for; they tell which words are rare, and are landmarks too. */
export function similarIndex(
  texts: readonly Described[],
  background: readonly Described[] = [],
): SimilarIndex {
  const standings = new Standings(texts, background)
  const places = new Map(texts.map(({ id }, at) => [id, at]))
  return {
    rarity: standings.rarity,
    closeTo(text, { most = shownAtMost, from = shownFrom } = {}) {
      const own = places.get(text.id)
      const row = standings.from(text, own)
      const best = bestOf(row)
      return texts
        .flatMap((other, at): CloseText[] => {
          const out = row[at] ?? 0
          if (at === own || out < from - aheadTells * aheadAtMost || !shareEnough(text, other)) return []
          const [mine, theirs] = [secondOther(best, at), secondOther(standings.bestAt(at), own)]
          const ahead = mine === undefined || theirs === undefined ? 0 : out - (mine + theirs) / 2
          const standsOut = out + aheadTells * Math.max(-aheadAtMost, Math.min(aheadAtMost, ahead))
          return standsOut >= from ? [{ id: other.id, standsOut }] : []
        })
        .sort((a, b) => b.standsOut - a.standsOut)
        .slice(0, most)
    },
  }
}

function shareEnough(a: Described, b: Described): boolean {
  let shared = 0
  for (const stem of a.counts.keys()) if (b.counts.has(stem)) shared += 1
  return shared >= fewestShared
}

/** Place, and how far it stands out; the best three, best first. */
type Best = readonly (readonly [number, number])[]

function bestOf(row: Float64Array): Best {
  const best: [number, number][] = []
  for (const [at, out] of row.entries()) {
    if (Number.isNaN(out) || (best.length === 3 && out <= (best[2]?.[1] ?? 0))) continue
    best.push([at, out])
    best.sort((a, b) => b[1] - a[1])
    best.length = Math.min(3, best.length)
  }
  return best
}

/** How far the second of the others stands out; undefined where there are hardly any. */
const secondOther = (best: Best, place: number | undefined): number | undefined =>
  best.filter(([at]) => at !== place)[1]?.[1]

/** How far each text stands out for another. */
class Standings {
  readonly rarity: (stem: string) => number
  readonly #texts: readonly Described[]
  readonly #looks: ReturnType<typeof looksAmong>
  readonly #usually: Usually
  readonly #best: (Best | undefined)[] = []

  constructor(texts: readonly Described[], background: readonly Described[]) {
    this.#texts = texts
    this.#looks = looksAmong(texts, background)
    this.#usually = new Usually(this.#looks, texts.length)
    this.rarity = this.#looks.rarity
  }

  /** By place; not a number for the text's own. */
  from(text: Described, own: number | undefined): Float64Array {
    // A text that has changed since is looked from anew.
    const known = own !== undefined && this.#texts[own] === text ? this.#looks.at(own) : undefined
    const look = known ?? this.#looks.from(text, own)
    const usual = known && own !== undefined ? this.#usually.at(own) : this.#usually.from(look, own)
    return this.#row(text, look, { usual, own })
  }

  bestAt(place: number): Best {
    const text = this.#texts[place]
    const best = this.#best[place] ?? (text ? bestOf(this.from(text, place)) : [])
    this.#best[place] = best
    return best
  }

  #row({ counts }: Described, look: Look, mine: { usual: Usual; own: number | undefined }): Float64Array {
    return Float64Array.from(this.#texts, (other, at) => {
      if (at === mine.own) return Number.NaN
      const words = Math.min(counts.size, other.counts.size)
      const out = this.#usually.above(this.#looks.closeness(look, at), mine, at)
      return (out * words) / (words + halfBelieved)
    })
  }
}
