// By which keys a word is found: as it is written without accents, and by its stem; inclusive and feminine forms lead to the same keys.
import type { Language } from '#shared/words/languageOf.ts'
import { bareWord, withoutAccents } from '#shared/words/plainWord.ts'
import { stem } from '#shared/words/stem.ts'

/** Forms of one word that share no stem; « tou·te·s » without its points is « tou ». */
const all: ReadonlySet<string> = new Set(['tou', 'tous', 'tout', 'toute', 'toutes', 'toustes'])

/** Feminine endings whose masculine form has a stem of its own: « directrices », « travailleuse », « conseillère ». */
const feminine: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{2})trice(?=s?$)/u, 'teur'],
  [/(?<=\p{L}{3})euse(?=s?$)/u, 'eur'],
  [/(?<=\p{L}{3})ère(?=s?$)/u, 'er'],
]

export interface WordKeys {
  /** As written, in small letters, without accents. */
  readonly plain: string
  readonly stems: readonly string[]
}

const keptLimit = 40_000
const kept: Readonly<Record<Language, Map<string, WordKeys>>> = {
  fr: new Map(),
  nl: new Map(),
  en: new Map(),
}

/** `word` as `wordsOf` finds it. People write the same words again and again: they are remembered. */
export function wordKeys(word: string, language: Language): WordKeys {
  const before = kept[language].get(word)
  if (before) return before
  const keys = keysOf(word, language)
  if (kept[language].size >= keptLimit) kept[language].clear()
  kept[language].set(word, keys)
  return keys
}

function keysOf(word: string, language: Language): WordKeys {
  const bare = bareWord(word)
  const plain = withoutAccents(bare)
  if (all.has(plain)) return { plain, stems: ['tous'] }
  const stems = [stem(bare, language)]
  if (language === 'fr')
    for (const [ending, masculine] of feminine)
      if (ending.test(bare)) stems.push(stem(bare.replace(ending, masculine), 'fr'))
  return { plain, stems }
}

const languages = ['fr', 'nl', 'en'] as const

/** Of a word of a question, whose language nobody can know: the stems of all three. */
export function askedKeys(word: string): WordKeys {
  const each = languages.map((language) => wordKeys(word, language))
  return { plain: each[0]?.plain ?? '', stems: [...new Set(each.flatMap(({ stems }) => stems))] }
}
