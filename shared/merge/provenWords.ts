// Which words of a text that claims to come from a passage do stand in that passage, and where.

export interface PlacedToken {
  /** Composed, without capitals. */
  readonly word: string
  readonly start: number
  readonly end: number
}

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu

export const tokensOf = (text: string): PlacedToken[] =>
  [...text.matchAll(wordPattern)].map(({ 0: found, index }) => ({
    word: found.normalize('NFC').toLowerCase(),
    start: index,
    end: index + found.length,
  }))

/** Shorter words stand everywhere: alone between foreign words they prove nothing. */
const tellingLength = 4

/**
 * For each claimed word its place in the passage, or -1. Words of the passage that are gone do no harm as long as the rest is
 * in order; where a foreign word stands among them, or their order is another, stretches count that stand together in both.
 */
export function placesInPassage(claimed: readonly string[], passage: readonly string[]): number[] {
  const whole = standsIn(claimed, passage)
  if (whole >= 0) return claimed.map((_word, index) => whole + index)
  const places = inOrder(claimed, passage)
  if (places.every((place) => place >= 0)) return places
  const sure = withoutLoneWords(claimed, places)
  return withMoved(claimed, passage, sure)
}

/** Where all of the words stand together, or -1. */
function standsIn(words: readonly string[], passage: readonly string[]): number {
  for (let from = 0; from + words.length <= passage.length; from++)
    if (words.every((word, index) => passage[from + index] === word)) return from
  return -1
}

/** The longest common subsequence. */
function inOrder(claimed: readonly string[], passage: readonly string[]): number[] {
  const width = passage.length + 1
  const best = new Uint16Array((claimed.length + 1) * width)
  const at = (i: number, j: number): number => best[i * width + j] ?? 0
  for (let i = claimed.length - 1; i >= 0; i--)
    for (let j = passage.length - 1; j >= 0; j--)
      best[i * width + j] =
        claimed[i] === passage[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const places: number[] = []
  let j = 0
  for (let i = 0; i < claimed.length; ) {
    if (j < passage.length && claimed[i] === passage[j]) {
      places.push(j++)
      i++
    } else if (j >= passage.length || at(i + 1, j) >= at(i, j + 1)) {
      places.push(-1)
      i++
    } else j++
  }
  return places
}

function withoutLoneWords(claimed: readonly string[], places: readonly number[]): number[] {
  const isNext = (index: number): boolean => {
    const place = places[index] ?? -1
    return place >= 0 && index > 0 && places[index - 1] === place - 1
  }
  return places.map((place, index) =>
    isNext(index) || isNext(index + 1) || (claimed[index] ?? '').length >= tellingLength ? place : -1,
  )
}

/** Words that were moved: two or more together that stand together elsewhere in the passage. */
function withMoved(
  claimed: readonly string[],
  passage: readonly string[],
  sure: readonly number[],
): number[] {
  const places = [...sure]
  for (let index = 0; index < places.length; index++) {
    if (places[index] !== -1) continue
    let length = 0
    let found = -1
    for (let end = index + 2; end <= places.length && places[end - 1] === -1; end++) {
      const from = standsIn(claimed.slice(index, end), passage)
      if (from < 0) break
      length = end - index
      found = from
    }
    for (let step = 0; step < length; step++) places[index + step] = found + step
  }
  return places
}
