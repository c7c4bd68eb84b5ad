// Porter's published Snowball algorithm for Dutch (snowballstem.org/algorithms/dutch).
import { cut, longestOf, regionsOf, replaceEnd, type Stemming } from '#shared/words/stemming.ts'

const vowel = 'aeiouyè'
const isVowel = (letter: string | undefined): boolean => letter !== undefined && vowel.includes(letter)
const plain: Readonly<Record<string, string>> = {
  ...{ ä: 'a', á: 'a', ë: 'e', é: 'e', ï: 'i', í: 'i', ö: 'o', ó: 'o', ü: 'u', ú: 'u' },
}

/** An i between vowels, and a y after one or at the beginning, are consonants: written large. */
function marked(word: string): string {
  const letters = [...word.replace(/[äáëéïíöóüú]/gu, (letter) => plain[letter] ?? letter)]
  if (letters[0] === 'y') letters[0] = 'Y'
  for (let at = 1; at < letters.length; at += 1) {
    if (!isVowel(letters[at - 1])) continue
    if (letters[at] === 'y') letters[at] = 'Y'
    else if (letters[at] === 'i' && isVowel(letters[at + 1])) letters[at] = 'I'
  }
  return letters.join('')
}

/** The letter before an ending. */
const before = (s: Stemming, suffix: string): string | undefined => s.word[s.word.length - suffix.length - 1]
const isConsonant = (letter: string | undefined): boolean => letter !== undefined && !isVowel(letter)

function undouble(s: Stemming): void {
  if (/(?:kk|dd|tt)$/u.test(s.word)) s.word = s.word.slice(0, -1)
}

function cutE(s: Stemming): boolean {
  if (!s.word.endsWith('e') || !isConsonant(before(s, 'e')) || !cut(s, 'e', s.r1)) return false
  undouble(s)
  return true
}

function cutEn(s: Stemming, suffix: string): void {
  const rest = s.word.slice(0, -suffix.length)
  if (isConsonant(before(s, suffix)) && !rest.endsWith('gem') && cut(s, suffix, s.r1)) undouble(s)
}

function cutPlural(s: Stemming): void {
  const suffix = longestOf(s.word, ['heden', 'en', 'ene', 's', 'se'])
  if (suffix === 'heden') replaceEnd(s, suffix, 'heid', s.r1)
  else if (suffix === 'en' || suffix === 'ene') cutEn(s, suffix)
  else if (suffix) {
    const letter = before(s, suffix)
    if (isConsonant(letter) && letter !== 'j') cut(s, suffix, s.r1)
  }
}

function cutHeid(s: Stemming): void {
  if (!s.word.endsWith('heid') || before(s, 'heid') === 'c' || !cut(s, 'heid', s.r2)) return
  if (s.word.endsWith('en')) cutEn(s, 'en')
}

const cutIg = (s: Stemming): boolean => s.word.endsWith('ig') && before(s, 'ig') !== 'e' && cut(s, 'ig', s.r2)

function cutDerived(s: Stemming, hadE: boolean): void {
  const suffix = longestOf(s.word, ['end', 'ing', 'ig', 'lijk', 'baar', 'bar'])
  if (suffix === 'ig') cutIg(s)
  else if (suffix === 'bar') {
    if (hadE) cut(s, suffix, s.r2)
  } else if (suffix && cut(s, suffix, s.r2)) {
    if (suffix === 'lijk') cutE(s)
    else if (suffix !== 'baar' && !cutIg(s)) undouble(s)
  }
}

/** « maan », « man »: the long vowel of a closed syllable is written once. */
const shortened = (word: string): string => word.replace(/(?<=[^aeiouyè])([aeou])\1(?=[^aeiouyèI]$)/u, '$1')

/** `written`: in small letters, accents composed. */
export function dutchStem(written: string): string {
  const word = marked(written)
  const { r1, r2 } = regionsOf(word, isVowel)
  // Three letters at least stay before the first region; the second is counted from where the first was found.
  const s: Stemming = { word, rv: 0, r1: Math.max(3, r1), r2 }
  cutPlural(s)
  const hadE = cutE(s)
  cutHeid(s)
  cutDerived(s, hadE)
  return shortened(s.word).replace(/[IY]/gu, (mark) => mark.toLowerCase())
}
