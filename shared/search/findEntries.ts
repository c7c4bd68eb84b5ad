// Finds the entries of some shelves that a question asks for, best first. What is rare is told by these shelves alone.
import { closeSpellings, slipsAllowed } from '#shared/search/closeSpelling.ts'
import { longestQuery, type SearchKind, searchKinds } from '#shared/search/searchEntry.ts'
import type { Found, SearchShelf, Shelved } from '#shared/search/searchShelf.ts'
import { askedKeys, type WordKeys } from '#shared/search/wordKeys.ts'
import { isStopWord } from '#shared/words/stopWords.ts'
import { wordsOf } from '#shared/words/wordsOf.ts'

export interface Question {
  readonly text: string
  /** All kinds when empty. */
  readonly kinds: readonly SearchKind[]
  readonly limit: number
}

/** A word of the question, with everything that it may mean. */
export interface AskedWord extends WordKeys {
  /** Beginnings count for the last word, which may still be being typed. */
  readonly begun: boolean
  /** Words that are looked for instead, where nobody wrote this one. */
  readonly instead: readonly string[]
}

export interface FoundEntries {
  readonly best: readonly Shelved[]
  readonly total: number
  readonly counts: Readonly<Partial<Record<SearchKind, number>>>
  /** To mark what was found. */
  readonly words: readonly AskedWord[]
}

const mostWords = 8
/** What a way to meet a word is worth: as written, by its stem, by its beginning, by a close spelling. */
const worth = { plain: 1.2, stem: 1, begun: 0.6, instead: 0.5 } as const
/** A beginning of fewer letters would find half of everything. */
const fewestBegun = 3
/** Words of one beginning that are looked up. */
const mostBegun = 60
/** [R1] Kinds whose texts matter more to whoever searches come a little earlier when the words are as good. */
const kindWorth: Readonly<Partial<Record<SearchKind, number>>> = {
  recommendation: 1.15,
  group: 1.1,
  past: 0.9,
}

export function findEntries(shelves: readonly SearchShelf[], question: Question): FoundEntries {
  const words = askedWords(shelves, question.text)
  const met = words.map((word) => weighWord(shelves, word))
  const scored = shelves.flatMap((shelf, n) =>
    scoreShelf(
      shelf,
      met.map((one) => one[n] ?? new Map()),
    ),
  )
  // [R2] Entries with all words; where there is none, those with most of them.
  const most = scored.reduce((best, { covers }) => Math.max(best, covers), 0)
  const standing = scored.filter(({ covers }) => covers === most)
  const counts: Partial<Record<SearchKind, number>> = {}
  for (const { shelved } of standing) counts[shelved.entry.kind] = (counts[shelved.entry.kind] ?? 0) + 1
  const asked = standing.filter(
    ({ shelved }) => question.kinds.length === 0 || question.kinds.includes(shelved.entry.kind),
  )
  asked.sort((a, b) => b.score - a.score || byNewest(a.shelved, b.shelved) || byPlace(a.shelved, b.shelved))
  return {
    best: asked.slice(0, question.limit).map(({ shelved }) => shelved),
    total: asked.length,
    ...{ counts, words },
  }
}

/** Days as they are written, letter by letter: a comparison by the rules of a language takes ten times as long, for the same order. */
const byNewest = ({ entry: { date: a } }: Shelved, { entry: { date: b } }: Shelved): number =>
  (a ?? '') === (b ?? '') ? 0 : (a ?? '') < (b ?? '') ? 1 : -1
const byPlace = ({ entry: a }: Shelved, { entry: b }: Shelved): number =>
  searchKinds.indexOf(a.kind) - searchKinds.indexOf(b.kind) || (a.id < b.id ? -1 : 1)

/** Words that say nothing are looked for only where there is no other. */
function askedWords(shelves: readonly SearchShelf[], text: string): AskedWord[] {
  const asked = wordsOf(text.slice(0, longestQuery)).slice(0, mostWords)
  const keys = asked.map((word) => ({ ...askedKeys(word.text), isLast: word === asked.at(-1) }))
  const telling = keys.filter(({ plain }) => !isStopWord(plain) && (plain.length > 1 || /\d/u.test(plain)))
  // « le budget d… »: what is being typed after a word that tells is no little word yet.
  return (telling.length > 0 ? telling : keys).map(({ plain, stems, isLast }) => {
    const begun = isLast && plain.length >= fewestBegun
    const word = { plain, stems, begun, instead: [] }
    return isWritten(shelves, word) ? word : { ...word, instead: insteadOf(shelves, plain) }
  })
}

const isWritten = (shelves: readonly SearchShelf[], { begun, plain, stems }: AskedWord): boolean =>
  shelves.some(
    ({ byPlain, byStem, words }) =>
      byPlain.has(plain) ||
      stems.some((stem) => byStem.has(stem)) ||
      (begun && begunWith(words, plain).length > 0),
  )

/** Looked for in these shelves only: a spelling is never put right by a word that the asker may not read. */
const insteadOf = (shelves: readonly SearchShelf[], plain: string): string[] =>
  closeSpellings(plain, new Set(shelves.flatMap(({ words }) => alike(words, plain))))

/** Words that begin with the same letter, of about the same length. */
function alike(words: readonly string[], plain: string): string[] {
  const most = slipsAllowed(plain)
  const found: string[] = []
  for (let at = placeOf(words, plain.slice(0, 1)); at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (word[0] !== plain[0]) break
    if (Math.abs(word.length - plain.length) <= most) found.push(word)
  }
  return found
}

/** Where the words that begin so would begin. */
function placeOf(words: readonly string[], start: string): number {
  let [from, to] = [0, words.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((words[middle] ?? '') < start) from = middle + 1
    else to = middle
  }
  return from
}

function begunWith(words: readonly string[], start: string): readonly string[] {
  const found: string[] = []
  for (let at = placeOf(words, start); at < words.length && found.length < mostBegun; at += 1) {
    const word = words[at] ?? ''
    if (!word.startsWith(start)) break
    found.push(word)
  }
  return found
}

/** Of each shelf: entry -> what this word is worth there, rarity counted over all of them. */
function weighWord(shelves: readonly SearchShelf[], word: AskedWord): Map<number, number>[] {
  const met = shelves.map((shelf) => meetWord(shelf, word))
  const has = met.reduce((sum, one) => sum + one.size, 0)
  const of = shelves.reduce((sum, { shelved }) => sum + shelved.length, 0)
  const rarity = Math.log(1 + of / (has + 0.5))
  for (const one of met) for (const [at, weight] of one) one.set(at, weight * rarity)
  return met
}

function meetWord({ byPlain, byStem, words }: SearchShelf, word: AskedWord): Map<number, number> {
  const met = new Map<number, number>()
  const take = (found: readonly Found[] | undefined, times: number): void => {
    for (const { at, weight } of found ?? []) met.set(at, Math.max(met.get(at) ?? 0, weight * times))
  }
  take(byPlain.get(word.plain), worth.plain)
  for (const stem of word.stems) take(byStem.get(stem), worth.stem)
  if (word.begun) for (const one of begunWith(words, word.plain)) take(byPlain.get(one), worth.begun)
  for (const one of word.instead) {
    take(byPlain.get(one), worth.instead)
    for (const stem of askedKeys(one).stems) take(byStem.get(stem), worth.instead)
  }
  return met
}

interface Scored {
  readonly shelved: Shelved
  readonly covers: number
  readonly score: number
}

function scoreShelf({ shelved }: SearchShelf, met: readonly ReadonlyMap<number, number>[]): Scored[] {
  const sums = new Map<number, { covers: number; score: number }>()
  for (const word of met)
    for (const [at, weight] of word) {
      const sum = sums.get(at)
      if (sum) {
        sum.covers += 1
        sum.score += weight
      } else sums.set(at, { covers: 1, score: weight })
    }
  return [...sums].flatMap(([at, { covers, score }]): Scored[] => {
    const one = shelved[at]
    return one ? [{ shelved: one, covers, score: score * (kindWorth[one.entry.kind] ?? 1) }] : []
  })
}
