// A word while its endings are taken away: the regions in which an ending may stand, and the two ways to take one.

export interface Stemming {
  word: string
  /** Where the region of verb endings begins (French). */
  readonly rv: number
  /** After the first consonant that follows a vowel, and the same again from there. */
  readonly r1: number
  readonly r2: number
}

export function regionsOf(
  word: string,
  isVowel: (letter: string | undefined) => boolean,
): Pick<Stemming, 'r1' | 'r2'> {
  const after = (from: number): number => {
    let at = from
    while (at < word.length && !isVowel(word[at])) at += 1
    while (at < word.length && isVowel(word[at])) at += 1
    return Math.min(word.length, at + 1)
  }
  const r1 = after(0)
  return { r1, r2: after(r1) }
}

/** The longest of some endings that a word has. */
export function longestOf(word: string, suffixes: readonly string[]): string | undefined {
  let longest: string | undefined
  for (const suffix of suffixes)
    if (suffix.length > (longest?.length ?? 0) && word.endsWith(suffix)) longest = suffix
  return longest
}

/** Whether the word ended so within the region that begins at `from`; then it ends otherwise now. */
export function replaceEnd(s: Stemming, suffix: string, by: string, from = 0): boolean {
  const start = s.word.length - suffix.length
  if (start < from || !s.word.endsWith(suffix)) return false
  s.word = s.word.slice(0, start) + by
  return true
}

export const cut = (s: Stemming, suffix: string, from = 0): boolean => replaceEnd(s, suffix, '', from)
