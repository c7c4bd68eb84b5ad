// A word without capitals, accents and ligatures, and without what inclusive writing adds to it.
import { bracketed, joiner } from '#shared/words/inclusiveWriting.ts'

const inclusiveEnding = new RegExp(`(?:${joiner}\\p{L}+)+`, 'gu')
const inBrackets = new RegExp(`(?<=\\p{L})${bracketed}`, 'gu')

const onlyLetters = /^[a-z0-9]*$/u
const onlyWrittenLetters = /^[\p{L}\p{N}]*$/u

/** The same with its accents, composed: endings are told by them. */
export function bareWord(word: string): string {
  const small = word.toLowerCase()
  // Most words have nothing to take away.
  if (onlyLetters.test(small)) return small
  const bare = small.normalize('NFC').replaceAll('œ', 'oe').replaceAll('æ', 'ae')
  return onlyWrittenLetters.test(bare) ? bare : bare.replace(inBrackets, '').replace(inclusiveEnding, '')
}

export const withoutAccents = (word: string): string =>
  onlyLetters.test(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, '')

export const plainWord = (word: string): string => withoutAccents(bareWord(word))
