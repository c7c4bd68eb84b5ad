// A text as the pieces of its words, four letters at a time: « parrain », « parrainage » and « marraine » share some, whatever their endings.

/** In letters, the word's beginning and end among them: what retrieval in French and Dutch does best with. */
const length = 4

/** `words`: in small letters, without accents. Piece -> how often. */
export function wordPieces(words: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) {
    const whole = `_${word}_`
    for (let from = 0; from + length <= Math.max(whole.length, length); from += 1) {
      const piece = whole.slice(from, from + length)
      counts.set(piece, (counts.get(piece) ?? 0) + 1)
    }
  }
  return counts
}
