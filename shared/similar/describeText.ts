// What a text is compared by: the stems and the pieces of its words that carry meaning, how often each is said, and how it was written.
import { wordPieces } from '#shared/similar/wordPieces.ts'
import { languageOf } from '#shared/words/languageOf.ts'
import { carriesMeaning } from '#shared/words/meaningWords.ts'
import { plainWord } from '#shared/words/plainWord.ts'
import { stem } from '#shared/words/stem.ts'
import { wordsOf } from '#shared/words/wordsOf.ts'

export interface ComparedText {
  readonly id: string
  readonly title: string
  readonly body: string
}

export interface Described {
  readonly id: string
  /** Stem -> how often. */
  readonly counts: ReadonlyMap<string, number>
  /** Four letters of its words -> how often. */
  readonly pieces: ReadonlyMap<string, number>
  /** Stems of the title: what the text says of itself. */
  readonly inTitle: ReadonlySet<string>
  /** Stem -> the word to show for it. */
  readonly shown: ReadonlyMap<string, string>
  /** Pairs of stems that are said as one thing, `comit local` -> « comité local ». */
  readonly pairs: ReadonlyMap<string, string>
}

/** What stands between two words that are said as one thing: « comité local », « droits d’auteur », « tirage au sort ». */
const joins = /^(?:[ \u00a0-]|[ \u00a0](?:(?:de|du|des|à|au|aux|van|of) |d['’]))$/u

/** Longer texts are compared by their beginning: nobody waits for somebody's novel. In UTF-16 units. */
const lengthLimit = 20_000

export function describeText({ id, title, body }: ComparedText): Described {
  const [counts, shown, pairs] = [
    new Map<string, number>(),
    new Map<string, string>(),
    new Map<string, string>(),
  ]
  const inTitle = new Set<string>()
  const plainWords: string[] = []
  const language = languageOf(`${title}\n${body}`)
  for (const text of [title, body.slice(0, lengthLimit)]) {
    let before: { readonly stem: string; readonly written: string; readonly end: number } | undefined
    for (const { text: word, start, end } of wordsOf(text)) {
      const plain = plainWord(word)
      // A number alone says nothing of what a text is about.
      if (!carriesMeaning(plain) || /^\p{N}+$/u.test(plain)) continue
      const [root, written] = [stem(word, language), shownWord(text, word, start)]
      counts.set(root, (counts.get(root) ?? 0) + 1)
      plainWords.push(plain)
      if (text === title) inTitle.add(root)
      if (isPlainer(written, shown.get(root))) shown.set(root, written)
      if (before && joins.test(text.slice(before.end, start)))
        pairs.set(`${before.stem} ${root}`, text.slice(before.end - before.written.length, end).toLowerCase())
      before = { stem: root, written: word, end }
    }
  }
  return { id, counts, pieces: wordPieces(plainWords), inTitle, shown, pairs }
}

/** A capital that only begins the sentence is none of the word's. */
function shownWord(text: string, word: string, start: number): string {
  const begins = /(?:^|[.!?…:«“"(\n])\s*$/u.test(text.slice(Math.max(0, start - 8), start))
  return begins && word.slice(1) === word.slice(1).toLowerCase() ? word.toLowerCase() : word
}

/** Of the ways in which a word is written the shortest is shown, and of these the one in small letters. */
const isPlainer = (written: string, before: string | undefined): boolean =>
  before === undefined ||
  written.length < before.length ||
  (written.length === before.length && written > before)
