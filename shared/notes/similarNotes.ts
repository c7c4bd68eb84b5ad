// Notes that say something similar, side by side: by the words that carry meaning, in French, Dutch and English.
import { meaningWords } from '#shared/words/meaningWords.ts'

/** The stems of a text's meaning-bearing words. */
export const meaningOf = (text: string): Set<string> => new Set(meaningWords(text))

/** Part of the words, weighed by rarity, that two notes must share to be similar. */
const similarFrom = 0.3

/** Who says which word, and how much a word tells: one that most notes share (the question's own, say) tells little. */
interface Lexicon {
  readonly meanings: readonly ReadonlySet<string>[]
  readonly sayers: ReadonlyMap<string, readonly number[]>
  readonly weightOf: (word: string) => number
  /** Of all its words, a note each. */
  readonly totals: readonly number[]
}

function lexiconOf(texts: readonly string[]): Lexicon {
  const meanings = texts.map(meaningOf)
  const sayers = new Map<string, number[]>()
  for (const [note, meaning] of meanings.entries())
    for (const word of meaning) sayers.set(word, [...(sayers.get(word) ?? []), note])
  const weights = new Map(
    [...sayers].map(([word, { length }]) => [word, Math.log((texts.length + 1) / length)]),
  )
  const weightOf = (word: string): number => weights.get(word) ?? 0
  const totals = meanings.map((meaning) => [...meaning].reduce((sum, word) => sum + weightOf(word), 0))
  return { meanings, sayers, weightOf, totals }
}

/** Every note that shares a word with this one, and how similar it is: 0 to 1. */
function similarTo({ meanings, sayers, weightOf, totals }: Lexicon, note: number): Map<number, number> {
  const shared = new Map<number, number>()
  for (const word of meanings[note] ?? [])
    for (const other of sayers.get(word) ?? [])
      if (other !== note) shared.set(other, (shared.get(other) ?? 0) + weightOf(word))
  const own = totals[note] ?? 0
  return new Map(
    [...shared].map(([other, weight]) => {
      const theirs = totals[other] ?? 0
      // A short note within a long one is similar too: the mean of the shared part of both, and of the shorter.
      return [other, weight / (own + theirs) + weight / (2 * Math.min(own, theirs))]
    }),
  )
}

/** The same items, similar ones next to each other; rows come in the order of their first item. */
export function inSimilarOrder<T>(items: readonly T[], textOf: (item: T) => string): T[] {
  return similarGroups(items, textOf).flat()
}

/** After each item comes the most similar of those that are left, as long as one is similar enough to any of the row. */
export function similarGroups<T>(items: readonly T[], textOf: (item: T) => string): T[][] {
  const lexicon = lexiconOf(items.map(textOf))
  const placed = new Set<number>()
  return items
    .flatMap((_item, first) => (placed.has(first) ? [] : [rowFrom(lexicon, first, placed)]))
    .map((row) => row.flatMap((note) => items.slice(note, note + 1)))
}

function rowFrom(lexicon: Lexicon, first: number, placed: Set<number>): number[] {
  const row: number[] = []
  const closeness = new Map<number, number>()
  for (let next: number | undefined = first; next !== undefined; next = closest(closeness)) {
    row.push(next)
    placed.add(next)
    closeness.delete(next)
    for (const [other, value] of similarTo(lexicon, next))
      if (value >= similarFrom && !placed.has(other))
        closeness.set(other, Math.max(closeness.get(other) ?? 0, value))
  }
  return row
}

function closest(closeness: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined
  for (const [note, value] of closeness)
    if (best === undefined || value > (closeness.get(best) ?? 0)) best = note
  return best
}
