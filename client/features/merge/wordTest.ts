// Finding by words: accents, case and order do not matter.

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’`]/g, "'")

/** A test for texts that hold every word asked for, each anywhere. */
export function wordTest(query: string): (text: string) => boolean {
  const words = plain(query).split(/\s+/).filter(Boolean)
  return (text) => {
    const here = plain(text)
    return words.every((word) => here.includes(word))
  }
}
