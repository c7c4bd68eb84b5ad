// How much two passages say the same: by the meaning-bearing words that they share, rare ones and neighbouring ones telling more.
import type { Passage } from '#shared/merge/frozenParent.ts'
import { isLightStem } from '#shared/merge/lightWords.ts'
import { type ComparedWords, wordsOfPassage } from '#shared/merge/passageWords.ts'

export interface Likeness {
  /**
   * 0 to 1: the part of their words that two passages share, less where it is little in all. Little counts for more where the
   * passages before or after both (`beside`) share words too: then two parents tell the same in the same order. Asked of one
   * passage after the other, it is cheap.
   */
  readonly between: (a: string, b: string, beside: () => readonly (readonly [string, string])[]) => number
  /** Whether what a second passage adds to a first is said by a third: most of it, and not by one word alone. */
  readonly adds: (added: string, first: string, said: string) => boolean
}

/** A light word tells this part of what another of its rarity does; two words side by side tell this much more. */
const lightPart = 0.5
const neighbourPart = 0.3
/** What two passages must share to be held against their length alone, in rarest words: more than one. */
const enoughShared = 1.6
/** Passages that share less of their words are not alike at all, whatever stands beside them. */
const hardlyAlike = 0.05
/** What neighbours share counts for this part, and never for more than what the two share themselves. */
const besidePart = 0.5
/** What an added passage must share, in rarest words. */
const enoughAdded = 1
const mostlySaid = 0.5

const none: ComparedWords = { words: new Set(), neighbours: new Set() }

/** Weights come from all passages of a merge: a word that stands in many of them tells little. */
export function likenessOf(passages: readonly Passage[]): Likeness {
  const all = new Map(passages.map((passage) => [passage.id, wordsOfPassage(passage)]))
  const { weights, said } = sharing(all, passages.length)
  const weigh = (some: Iterable<string>): number => {
    let sum = 0
    for (const one of some) sum += weights.get(one) ?? 0
    return sum
  }
  const totals = new Map([...all].map(([id, own]) => [id, weigh(own.words)]))
  const of = (id: string): ComparedWords => all.get(id) ?? none
  const rarest = Math.log(passages.length + 1)
  return {
    between: (a, b, beside) => {
      const own = said(a, b)
      const part = own === 0 ? 0 : (2 * own) / sumOf(totals, a, b)
      if (part < hardlyAlike) return 0
      const around = Math.max(0, ...beside().map(([one, other]) => said(one, other)))
      const inAll = own + besidePart * Math.min(own, around)
      return Math.min(1, part * Math.min(1, inAll / (enoughShared * rarest)) ** 2)
    },
    adds: (added, first, said) => {
      const more = [...of(added).words].filter(
        (word) => of(said).words.has(word) && !of(first).words.has(word),
      )
      const weight = weigh(more)
      return more.length > 1 && weight >= enoughAdded * rarest && weight >= mostlySaid * sumOf(totals, added)
    },
  }
}

interface Sharing {
  /** Word, or two words side by side -> how much it tells. */
  readonly weights: ReadonlyMap<string, number>
  /** The weight of what two passages share; 0 where they share no word of meaning. */
  readonly said: (a: string, b: string) => number
}

/** One passage is held against all others at once, word by word: most pairs of a text share nothing, and cost nothing. */
function sharing(all: ReadonlyMap<string, ComparedWords>, count: number): Sharing {
  const [words, neighbours] = [holdersOf(all, 'words'), holdersOf(all, 'neighbours')]
  const weightOf = (one: string, holders: number): number =>
    Math.log((count + 1) / holders) * (isLightStem(one) ? lightPart : 1)
  const weights = new Map([...words, ...neighbours].map(([one, { length }]) => [one, weightOf(one, length)]))
  const places = new Map([...all.keys()].map((id, place) => [id, place]))
  const sharedWith = (some: Iterable<string>, holders: Holders): Float64Array => {
    const sums = new Float64Array(all.size)
    for (const one of some) {
      const weight = weights.get(one) ?? 0
      for (const place of holders.get(one) ?? []) sums[place] = (sums[place] ?? 0) + weight
    }
    return sums
  }
  const saidWith = latest((id: string): Float64Array => {
    const own = all.get(id) ?? none
    const beside = sharedWith(own.neighbours, neighbours)
    return sharedWith(own.words, words).map((shared, place) =>
      shared === 0 ? 0 : shared + neighbourPart * (beside[place] ?? 0),
    )
  })
  return { weights, said: (a, b) => saidWith(a)[places.get(b) ?? -1] ?? 0 }
}

/** Places of the passages that hold a word, or two words side by side. */
type Holders = ReadonlyMap<string, readonly number[]>

function holdersOf(all: ReadonlyMap<string, ComparedWords>, kind: keyof ComparedWords): Holders {
  const holders = new Map<string, number[]>()
  let place = 0
  for (const { [kind]: own } of all.values()) {
    for (const one of own) {
      const there = holders.get(one)
      if (there) there.push(place)
      else holders.set(one, [place])
    }
    place += 1
  }
  return holders
}

/** Passages that are asked about at the same time: one, and those before and after it. */
const keptAtOnce = 6

/** Remembers the answers about the passages that were asked about last: all of them would be the square of a text. */
function latest<T>(find: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>()
  return (id) => {
    const before = known.get(id)
    if (before !== undefined) return before
    const found = find(id)
    const oldest = known.keys().next()
    if (known.size >= keptAtOnce && !oldest.done) known.delete(oldest.value)
    known.set(id, found)
    return found
  }
}

const sumOf = (totals: ReadonlyMap<string, number>, ...ids: readonly string[]): number =>
  ids.reduce((sum, id) => sum + (totals.get(id) ?? 0), 0)
