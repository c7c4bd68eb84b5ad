// The words of a text that carry meaning, as stems: in French, Dutch and English.
import { languageOf } from '#shared/words/languageOf.ts'
import { plainWord } from '#shared/words/plainWord.ts'
import { stem } from '#shared/words/stem.ts'
import { isStopWord } from '#shared/words/stopWords.ts'
import { wordsOf } from '#shared/words/wordsOf.ts'

export { stem } from '#shared/words/stem.ts'
export { type PlacedWord, wordsOf } from '#shared/words/wordsOf.ts'

export const carriesMeaning = (plain: string): boolean => plain.length > 1 && !isStopWord(plain)

/** In the order of the text; a word said twice stands there twice. */
export function meaningWords(text: string): string[] {
  const language = languageOf(text)
  return wordsOf(text)
    .filter((word) => carriesMeaning(plainWord(word.text)))
    .map((word) => stem(word.text, language))
}
