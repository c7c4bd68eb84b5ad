// Finding by words: accents, case and order do not matter.

/** « Été à Lyon » and « ete a lyon » are the same words. */
export const plainWords = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’`]/g, "'")

/** A test for texts that hold every word asked for, each anywhere, also as a part of a word. */
export function wordFilter(query: string): (text: string) => boolean {
  const words = plainWords(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return () => true
  return (text) => {
    const plain = plainWords(text)
    return words.every((word) => plain.includes(word))
  }
}
