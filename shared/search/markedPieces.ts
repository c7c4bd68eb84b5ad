// A found text as it is shown: the passage that says most of what was looked for, with those words marked.
import type { AskedWord } from '#shared/search/findEntries.ts'
import type { Piece, SearchHit } from '#shared/search/searchEntry.ts'
import type { Shelved } from '#shared/search/searchShelf.ts'
import { askedKeys, wordKeys } from '#shared/search/wordKeys.ts'
import type { Language } from '#shared/words/languageOf.ts'
import { eachWord, type PlacedWord, wordsOf } from '#shared/words/wordsOf.ts'

/** Characters of a passage, and of the text that is looked through for it. */
const passageLength = 200
const looksThrough = 20_000
/** The share of a passage in which the words must stand. */
const tells = 0.8

export function hitOf({ entry, language }: Shelved, words: readonly AskedWord[]): SearchHit {
  const { kind, id, note, state, groupIds, page, date } = entry
  const meets = meeter(words, language)
  return {
    ...{ kind, id, note, state, groupIds, page, date, language },
    title: marked(entry.title, { start: 0, end: entry.title.length }, meets),
    snippet: passageOf(entry.body.slice(0, looksThrough), meets, words.length),
  }
}

/** Which word of the question a written word answers; -1 for none. */
type Meets = (written: string) => number

function meeter(words: readonly AskedWord[], language: Language): Meets {
  const asked = words.map((word) => ({
    plain: word.plain,
    begun: word.begun,
    exact: new Set([word.plain, ...word.instead]),
    stems: new Set([...word.stems, ...word.instead.flatMap((one) => askedKeys(one).stems)]),
  }))
  return (written) => {
    const keys = wordKeys(written, language)
    return asked.findIndex(
      ({ begun, exact, plain, stems }) =>
        exact.has(keys.plain) ||
        keys.stems.some((one) => stems.has(one)) ||
        (begun && keys.plain.startsWith(plain)),
    )
  }
}

interface Range {
  readonly start: number
  readonly end: number
}

/** Without a found word the beginning: the title or a name was what was found. */
function passageOf(text: string, meets: Meets, asked: number): Piece[] {
  const { met, words } = readUntilAllMet(text, meets, asked)
  const range = bestRange(text, words, met)
  return [
    ...(range.start > 0 ? [{ text: '… ', mark: false }] : []),
    ...marked(text, range, meets),
    ...(range.end < text.length ? [{ text: ' …', mark: false }] : []),
  ]
}

/** Reads on until one passage has every word of the question, and to that passage's end: nothing later can be shown before it. */
function readUntilAllMet(text: string, meets: Meets, asked: number) {
  const words: PlacedWord[] = []
  const met: number[] = []
  const last = new Map<number, PlacedWord>()
  let until = Infinity
  for (const word of eachWord(text)) {
    if (word.start > until) break
    const which = meets(word.text)
    words.push(word)
    met.push(which)
    if (which < 0 || until < Infinity) continue
    last.set(which, word)
    const first = Math.min(...[...last.values()].map(({ start }) => start))
    if (last.size === asked && word.end - first < passageLength * tells) until = word.end + passageLength
  }
  return { words, met }
}

/** The passage with most different words of the question; the first of several. */
function bestRange(text: string, words: readonly PlacedWord[], met: readonly number[]): Range {
  let best = { first: 0, told: 0 }
  for (const [first, word] of words.entries()) {
    if (met[first] === -1) continue
    const told = new Set<number>()
    for (let at = first; (words[at]?.end ?? Infinity) - word.start < passageLength * tells; at += 1)
      if ((met[at] ?? -1) >= 0) told.add(met[at] ?? -1)
    if (told.size > best.told) best = { first, told: told.size }
  }
  // A few words before, so that what is found can be understood.
  const from = words[Math.max(0, best.first - 6)]?.start ?? 0
  const start = from <= 40 ? 0 : from
  const end = words.findLast(({ end: last }) => last <= start + passageLength)?.end ?? start
  const isRest = text.length - end < 20
  return { start, end: isRest ? text.length : Math.max(start, end) }
}

function marked(text: string, { start, end }: Range, meets: Meets): Piece[] {
  const shown = text.slice(start, end)
  const pieces: Piece[] = []
  let done = 0
  for (const word of wordsOf(shown)) {
    if (meets(word.text) < 0) continue
    if (word.start > done) pieces.push({ text: shown.slice(done, word.start), mark: false })
    pieces.push({ text: word.text, mark: true })
    done = word.end
  }
  if (done < shown.length) pieces.push({ text: shown.slice(done), mark: false })
  return pieces
}
