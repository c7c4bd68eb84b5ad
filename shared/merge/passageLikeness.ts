// How much two passages say the same: by the meaning-bearing words that they share, rare ones and neighbouring ones telling more.
import type { Passage } from '#shared/merge/frozenParent.ts'
import { isLightStem } from '#shared/merge/lightWords.ts'
import { type ComparedWords, wordsOfPassage } from '#shared/merge/passageWords.ts'

export interface Likeness {
  /**
   * 0 to 1: the part of their words that two passages share, less where it is little in all. Little counts for more where the
   * passages before or after both (`beside`) share words too: then two parents tell the same in the same order.
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
  const holders = new Map<string, number>()
  for (const { words, neighbours } of all.values())
    for (const one of [...words, ...neighbours]) holders.set(one, (holders.get(one) ?? 0) + 1)
  const weights = new Map(
    [...holders].map(([one, count]) => [
      one,
      Math.log((passages.length + 1) / count) * (isLightStem(one) ? lightPart : 1),
    ]),
  )
  const weigh = (some: Iterable<string>): number => {
    let sum = 0
    for (const one of some) sum += weights.get(one) ?? 0
    return sum
  }
  const weighShared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
    // Asked for every pair of passages: no list is made.
    let sum = 0
    for (const one of a) if (b.has(one)) sum += weights.get(one) ?? 0
    return sum
  }
  const totals = new Map([...all].map(([id, { words }]) => [id, weigh(words)]))
  const of = (id: string): ComparedWords => all.get(id) ?? none
  const rarest = Math.log(passages.length + 1)
  const said = (a: string, b: string): number => {
    const shared = weighShared(of(a).words, of(b).words)
    return shared === 0 ? 0 : shared + neighbourPart * weighShared(of(a).neighbours, of(b).neighbours)
  }
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

const sumOf = (totals: ReadonlyMap<string, number>, ...ids: readonly string[]): number =>
  ids.reduce((sum, id) => sum + (totals.get(id) ?? 0), 0)
