// Words that are written almost like one that nobody wrote: a letter too many, too few, another or two in the wrong order.

/** How many letters may differ: none in short words, where every letter tells. */
export const slipsAllowed = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

/**
 * Letters to add, take away, change or swap with their neighbour; `most + 1` as soon as it is more than `most`.
 * (Optimal string alignment.)
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let slips = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, (before[j - 2] ?? 0) + 1)
      row.push(slips)
      least = Math.min(least, slips)
    }
    if (least > most) return most + 1
    ;[before, last] = [last, row]
  }
  return Math.min(last[b.length] ?? 0, most + 1)
}

/** The closest of these words, each with its slips; the first letter is rarely the wrong one. */
export function closeSpellings(word: string, words: Iterable<string>): string[] {
  const most = slipsAllowed(word)
  if (most === 0 || /\d/u.test(word)) return []
  let closest = most
  let found: string[] = []
  for (const other of words) {
    if (other[0] !== word[0] || Math.abs(other.length - word.length) > closest) continue
    const slips = slipsBetween(word, other, closest)
    if (slips > closest) continue
    if (slips < closest) [closest, found] = [slips, []]
    found.push(other)
  }
  return found
}
