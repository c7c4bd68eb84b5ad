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

export function wordsOf(text: string): PlacedWord[] {
  return [...text.matchAll(word)].map(({ 0: found, index }) => ({
    text: found,
    start: index,
    end: index + found.length,
  }))
}
