// The words of passages and joint sentences as they are compared; a frozen passage never changes, so its words are looked for once.
import type { Passage } from '#shared/merge/frozenParent.ts'
import { type Language, languageOf } from '#shared/words/languageOf.ts'
import { carriesMeaning, stem, wordsOf } from '#shared/words/meaningWords.ts'
import { plainWord } from '#shared/words/plainWord.ts'

export interface ComparedWords {
  /** Stems of meaning-bearing words. */
  readonly words: ReadonlySet<string>
  /** Two words side by side, of which one carries meaning. */
  readonly neighbours: ReadonlySet<string>
}

const ofPassages = new WeakMap<Passage, ComparedWords>()

export function wordsOfPassage(passage: Passage): ComparedWords {
  const before = ofPassages.get(passage)
  if (before) return before
  const found = comparedWords(passage.text)
  ofPassages.set(passage, found)
  return found
}

export function comparedWords(text: string): ComparedWords {
  const words = new Set<string>()
  const neighbours = new Set<string>()
  let before: Root | undefined
  const language = languageOf(text)
  for (const { text: written } of wordsOf(text)) {
    const now = rootOf(written, language)
    if (now.means) words.add(now.root)
    if (before && (before.means || now.means)) neighbours.add(`${before.root} ${now.root}`)
    before = now
  }
  return { words, neighbours }
}

interface Root {
  readonly root: string
  readonly means: boolean
}

/** People write the same words again and again; beyond this many the memory starts anew. */
const rootLimit = 20_000
const roots: Readonly<Record<Language, Map<string, Root>>> = { fr: new Map(), nl: new Map(), en: new Map() }

function rootOf(written: string, language: Language): Root {
  const known = roots[language]
  const before = known.get(written)
  if (before) return before
  const plain = plainWord(written)
  const found = { root: stem(written, language), means: carriesMeaning(plain) }
  if (known.size >= rootLimit) known.clear()
  known.set(written, found)
  return found
}
