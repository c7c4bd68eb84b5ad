// The words of a text and where they stand; a word written inclusively (`tou·tes`, `begeleid(st)er`) is one.
import { bracketed, joiner } from '#shared/words/inclusiveWriting.ts'

export interface PlacedWord {
  readonly text: string
  /** In UTF-16 units; the end is the place after the last one. */
  readonly start: number
  readonly end: number
}

const letter = String.raw`[\p{L}\p{N}\p{M}]`
const word = new RegExp(`${letter}+(?:${joiner}${letter}+|${bracketed}${letter}*)*`, 'gu')

export const wordsOf = (text: string): PlacedWord[] => [...eachWord(text)]

/** One after the other, for whoever need not read to the end. */
export function* eachWord(text: string): Generator<PlacedWord> {
  for (const { 0: found, index } of text.matchAll(word))
    yield { text: found, start: index, end: index + found.length }
}
