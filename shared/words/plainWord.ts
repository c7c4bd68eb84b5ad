// A word without capitals, accents and ligatures, and without what inclusive writing adds to it.
import { bracketed, joiner } from '#shared/words/inclusiveWriting.ts'

const inclusiveEnding = new RegExp(`(?:${joiner}\\p{L}+)+`, 'gu')
const inBrackets = new RegExp(`(?<=\\p{L})${bracketed}`, 'gu')

const onlyLetters = /^[a-z0-9]*$/u

export function plainWord(word: string): string {
  const small = word.toLowerCase()
  // Most words have nothing to take away.
  if (onlyLetters.test(small)) return small
  const plain = small.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae')
  return onlyLetters.test(plain) ? plain : plain.replace(inBrackets, '').replace(inclusiveEnding, '')
}
