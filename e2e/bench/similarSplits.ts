// How the threshold holds on pairs that it was not chosen on: chosen on a random half, measured on the other, both ways, many times.
import { figuresOf, type JudgedPair, type Ranked, type Share } from '#e2e/bench/similarQuality.ts'
import { shownAtMost } from '#shared/similar/similarIndex.ts'

/** Shares of one, over the halves that the threshold was not chosen on. */
export interface Spread {
  readonly mean: number
  readonly deviation: number
}

export interface CrossValidated {
  readonly splits: number
  readonly same: Spread
  readonly hard: Spread
  readonly fewWords: Spread
  /** The smallest and the largest that was chosen. */
  readonly threshold: readonly [number, number]
}

export function crossValidate(ranked: Ranked, pairs: readonly JudgedPair[], splits = 100): CrossValidated {
  const random = seeded(7)
  const steps = thresholds(ranked)
  const halves = Array.from({ length: splits }, () => {
    const inA = new Set(pairs.filter(() => random() < 0.5))
    const [a, b] = [pairs.filter((pair) => inA.has(pair)), pairs.filter((pair) => !inA.has(pair))]
    return [
      { chosen: a, measured: b },
      { chosen: b, measured: a },
    ]
  }).flat()
  const results = halves.map(({ chosen, measured }) => {
    const threshold = chosenOn(ranked, chosen, steps)
    return { threshold, figures: figuresOf(ranked, measured, threshold) }
  })
  const found = results.map(({ threshold }) => threshold)
  return {
    splits,
    same: spreadOf(results.map(({ figures }) => figures.same)),
    hard: spreadOf(results.map(({ figures }) => figures.hard)),
    fewWords: spreadOf(results.map(({ figures }) => figures.fewWords)),
    threshold: [Math.min(...found), Math.max(...found)],
  }
}

/** A hundred, as dense as what stands out is. */
function thresholds(ranked: Ranked): number[] {
  const all = [...ranked.values()]
    .flatMap((list) => list.slice(0, shownAtMost).map(({ standsOut }) => standsOut))
    .sort((a, b) => a - b)
  return Array.from({ length: 100 }, (_, step) => all[Math.floor((step / 100) * all.length)] ?? 0)
}

/** The middle of where most grade-3 texts and fewest hard negatives are shown. */
function chosenOn(ranked: Ranked, pairs: readonly JudgedPair[], steps: readonly number[]): number {
  const share = ([found, of]: Share): number => found / Math.max(1, of)
  const gains = steps.map((from) => {
    const { same, hard } = figuresOf(ranked, pairs, from)
    return share(same) - share(hard)
  })
  const best = steps.filter((_, step) => (gains[step] ?? 0) >= Math.max(...gains) - 1e-9)
  return ((best[0] ?? 0) + (best.at(-1) ?? 0)) / 2
}

/** Halves without a single such pair tell nothing. */
function spreadOf(shares: readonly Share[]): Spread {
  const values = shares.filter(([, of]) => of > 0).map(([found, of]) => found / of)
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length)
  return { mean, deviation: Math.sqrt(variance) }
}

/** The same numbers with every run. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
