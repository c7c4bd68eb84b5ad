// What stays of a word when its endings are gone, by the rules of its language; accents and inclusive writing tell nothing.
import { dutchStem } from '#shared/words/dutchStem.ts'
import { frenchStem } from '#shared/words/frenchStem.ts'
import type { Language } from '#shared/words/languageOf.ts'
import { bareWord, withoutAccents } from '#shared/words/plainWord.ts'
import { familyOf } from '#shared/words/wordFamilies.ts'

/** Endings of English, longest first; at least four letters stay. */
const englishEndings =
  'ations ation ments ment ings ing ances ance ences ence ness ers er ed es ly s e'.split(' ')

function englishStem(word: string): string {
  const ending = englishEndings.find((end) => word.endsWith(end) && word.length - end.length >= 4)
  const root = ending === undefined ? word : word.slice(0, -ending.length)
  // « stopping » and « stop ».
  return root.length > 4 && root.at(-1) === root.at(-2) ? root.slice(0, -1) : root
}

/** People write the same words again and again; beyond this many the memory starts anew. */
const knownLimit = 20_000
const known: Readonly<Record<Language, Map<string, string>>> = { fr: new Map(), nl: new Map(), en: new Map() }

export function stem(word: string, language: Language = 'fr'): string {
  const before = known[language].get(word)
  if (before !== undefined) return before
  const found = stemOf(bareWord(word), language)
  if (known[language].size >= knownLimit) known[language].clear()
  known[language].set(word, found)
  return found
}

function stemOf(bare: string, language: Language): string {
  if (language === 'nl') return withoutAccents(dutchStem(bare))
  if (language === 'en') return englishStem(withoutAccents(bare))
  return familyOf(withoutAccents(frenchStem(bare)))
}
