// The words that differ between two wordings of one line: what to take out and put in, every other word stays as it is.

/** In the order in which they stand; offsets are those of the older line. */
export interface WordEdit {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/** A stretch of a difference, for showing it. */
export interface WordStretch {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Words with their accents and apostrophes, blanks, and every other sign by itself. */
const token = /[\p{L}\p{M}\p{N}’']+|\s+|[^\s\p{L}\p{M}\p{N}’']/gu
const tokensOf = (line: string): string[] => line.match(token) ?? []
const alike = (a = '', b = ''): boolean => a === b || a.normalize('NFC') === b.normalize('NFC')

/** Beyond that many pairs of words nobody looks for the shortest difference: the differing middle is replaced as a whole. */
const searchLimit = 400_000

/** Old and new in turn; the texts of `same` and `removed` together are the older line, those of `same` and `added` the newer. */
export function wordStretches(before: string, after: string): readonly WordStretch[] {
  const [old, fresh] = [tokensOf(before), tokensOf(after)]
  let head = 0
  while (head < old.length && head < fresh.length && alike(old[head], fresh[head])) head++
  let tail = 0
  while (
    tail < old.length - head &&
    tail < fresh.length - head &&
    alike(old[old.length - 1 - tail], fresh[fresh.length - 1 - tail])
  )
    tail++
  const middle = difference(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail))
  const same = (words: readonly string[]): WordStretch[] => words.map((text) => ({ kind: 'same', text }))
  return gathered([...same(old.slice(0, head)), ...middle, ...same(old.slice(old.length - tail))])
}

export function wordEdits(before: string, after: string): readonly WordEdit[] {
  const edits: WordEdit[] = []
  let at = 0
  let open: { at: number; remove: number; insert: string } | undefined
  for (const { kind, text } of wordStretches(before, after)) {
    if (kind === 'same') open = undefined
    else if (!open) {
      open = { at, remove: 0, insert: '' }
      edits.push(open)
    }
    if (kind !== 'added') at += text.length
    if (open && kind === 'removed') open.remove += text.length
    if (open && kind === 'added') open.insert += text
  }
  return edits
}

function difference(old: readonly string[], fresh: readonly string[]): WordStretch[] {
  if (old.length * fresh.length > searchLimit)
    return [
      { kind: 'removed', text: old.join('') },
      { kind: 'added', text: fresh.join('') },
    ]
  const table = commonFrom(old, fresh)
  const found: WordStretch[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && alike(old[i], fresh[j])) {
      found.push({ kind: 'same', text: old[i] ?? '' })
      i++
      j++
    } else if (j >= fresh.length || (i < old.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0)))
      found.push({ kind: 'removed', text: old[i++] ?? '' })
    else found.push({ kind: 'added', text: fresh[j++] ?? '' })
  }
  return found
}

/** For each pair of places how much the rests have in common, in letters: one long word weighs more than two blanks. */
function commonFrom(old: readonly string[], fresh: readonly string[]): Uint32Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint32Array(fresh.length + 1))
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--) {
      const [row, below] = [table[i], table[i + 1]]
      if (!row || !below) continue
      row[j] = alike(old[i], fresh[j])
        ? (below[j + 1] ?? 0) + (old[i]?.length ?? 0)
        : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  return table
}

/** Neighbours of one kind as one; between two unchanged words what goes stands before what comes. */
function gathered(stretches: readonly WordStretch[]): WordStretch[] {
  const made: { kind: WordStretch['kind']; text: string }[] = []
  for (const { kind, text } of stretches) {
    if (text === '') continue
    const last = made.at(-1)
    if (last?.kind === kind) last.text += text
    else if (kind === 'removed' && last?.kind === 'added') {
      const before = made.at(-2)
      if (before?.kind === 'removed') before.text += text
      else made.splice(-1, 0, { kind, text })
    } else made.push({ kind, text })
  }
  return made
}
