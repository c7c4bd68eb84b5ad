// Texts that the same people may read, ready to be searched. What is on one shelf tells nothing to whoever searches others.
import type { SearchEntry } from '#shared/search/searchEntry.ts'
import { wordKeys } from '#shared/search/wordKeys.ts'
import { type Language, languageOf } from '#shared/words/languageOf.ts'
import { wordsOf } from '#shared/words/wordsOf.ts'

/** An entry and the keys that it is found by. */
export interface Shelved {
  readonly entry: SearchEntry
  readonly language: Language
  /** Plain word -> how much it says of the entry, from 0 to 1. */
  readonly plain: ReadonlyMap<string, number>
  readonly stems: ReadonlyMap<string, number>
}

export interface Found {
  readonly at: number
  readonly weight: number
}

export interface SearchShelf {
  readonly shelved: readonly Shelved[]
  /** Where a plain word stands. */
  readonly byPlain: ReadonlyMap<string, readonly Found[]>
  readonly byStem: ReadonlyMap<string, readonly Found[]>
  /** Every plain word, in the order of the alphabet. */
  readonly words: readonly string[]
}

/** Longer texts are searched by their beginning. In UTF-16 units. */
const lengthLimit = 30_000
/** How much a word counts by where it stands. */
const fieldCounts = { names: 6, title: 4, body: 1 } as const
/** At this many body words of one kind the weight is half of what it can become. */
const halfAt = 2

/** `before`: the shelf as it was; entries whose words are the same keep their keys. */
export function searchShelf(entries: readonly SearchEntry[], before?: SearchShelf): SearchShelf {
  const known = new Map(before?.shelved.map((one) => [keyOf(one.entry), one]))
  const shelved = entries.map((entry): Shelved => {
    const old = known.get(keyOf(entry))
    return old && sameWords(old.entry, entry) ? { ...old, entry } : shelve(entry)
  })
  const byPlain = placed(shelved, 'plain')
  return { shelved, byPlain, byStem: placed(shelved, 'stems'), words: [...byPlain.keys()].sort() }
}

const keyOf = ({ id, kind }: SearchEntry): string => `${kind} ${id}`

const sameWords = (a: SearchEntry, b: SearchEntry): boolean =>
  a.title === b.title && a.body === b.body && a.names === b.names

function shelve(entry: SearchEntry): Shelved {
  const language = languageOf(`${entry.title}\n${entry.body}`)
  const plain = new Map<string, number>()
  const stems = new Map<string, number>()
  const add = (to: Map<string, number>, key: string, count: number): void =>
    void to.set(key, (to.get(key) ?? 0) + count)
  for (const field of ['names', 'title', 'body'] as const)
    for (const { text } of wordsOf(entry[field].slice(0, lengthLimit))) {
      const keys = wordKeys(text, language)
      add(plain, keys.plain, fieldCounts[field])
      for (const one of keys.stems) add(stems, one, fieldCounts[field])
    }
  return { entry, language, plain: saturated(plain), stems: saturated(stems) }
}

/** A word that is said ten times tells not much more than one that is said three times. */
const saturated = (counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...counts].map(([key, count]) => [key, count / (count + halfAt)]))

function placed(shelved: readonly Shelved[], keys: 'plain' | 'stems'): ReadonlyMap<string, readonly Found[]> {
  const found = new Map<string, Found[]>()
  for (const [at, one] of shelved.entries())
    for (const [key, weight] of one[keys]) {
      const list = found.get(key)
      if (list) list.push({ at, weight })
      else found.set(key, [{ at, weight }])
    }
  return found
}
