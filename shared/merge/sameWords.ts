// When two stretches of text are the same words, however they were typed.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Accents composed, one kind of apostrophe and quotation mark, single blanks, no capitals. */
export const foldWords = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[’‘ʼ]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replaceAll('...', '…')
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .trim()
    .toLowerCase()

/** 64 bits, in hex: tells one sentence of a joint text from another, and one wording from the next. */
export const wordsDigest = (text: string): string =>
  bytesToHex(sha256(utf8ToBytes(foldWords(text))).subarray(0, 8))
