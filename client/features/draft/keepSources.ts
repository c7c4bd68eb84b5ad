// Says which letters of a change carry a source mark that is not theirs: typed, pasted or made up ones. Words that the change only
// moves about keep the mark that they had.
import type { Fragment, Mark, Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { AddMarkStep, type Step } from '@tiptap/pm/transform'

/** Positions in the document that the change results in. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

interface Letter {
  readonly char: string
  readonly ref: string | null
  /** The position before it; meaningless in a slice. */
  readonly at: number
}

/** Words that carry one mark and stand together. */
interface Marked {
  readonly ref: string
  readonly letters: readonly Letter[]
}

/** Letters in a row that show that words were moved, not typed. */
const tellingLength = 4

export const refOf = (marks: readonly Mark[]): string | null => {
  const src = marks.find((mark) => mark.type.name === 'src')
  return src ? String(src.attrs['ref']) : null
}

/** `brought`: content that came in by pasting or dropping, once what it may not carry is gone from it. */
export function foreignStretches(transaction: Transaction, brought?: Fragment): Stretch[] {
  const changes = changesOf(transaction).map(({ before, after }) => ({
    old: lettersBetween(transaction.before, before),
    now: lettersBetween(transaction.doc, after),
  }))
  if (!changes.some(({ now }) => now.some(({ ref }) => ref !== null))) return []
  const moved = changes.flatMap(({ old }) => markedIn(old))
  if (brought) moved.push(...markedIn(lettersIn(brought)))
  const places = changes.flatMap(({ old, now }) =>
    markedIn(changedPart(old, now)).flatMap((marked) => foreignIn(marked, moved)),
  )
  return joined(places)
}

interface Change {
  readonly before: Stretch
  readonly after: Stretch
}

/** What was replaced, in the document before and in the one after the whole transaction; touching ones as one. */
function changesOf(transaction: Transaction): Change[] {
  const { mapping, steps } = transaction
  const changes = steps.flatMap((step, place): Change[] => {
    const back = mapping.slice(0, place).invert()
    const on = mapping.slice(place + 1)
    return replacedBy(step).map(({ before, after }) => ({
      before: { from: back.map(before.from, -1), to: back.map(before.to, 1) },
      after: { from: on.map(after.from, -1), to: on.map(after.to, 1) },
    }))
  })
  const merged: Change[] = []
  for (const change of changes.sort((a, b) => a.after.from - b.after.from)) {
    const last = merged.at(-1)
    if (last && change.after.from <= last.after.to)
      merged[merged.length - 1] = {
        before: around(last.before, change.before),
        after: around(last.after, change.after),
      }
    else merged.push(change)
  }
  return merged
}

const around = (a: Stretch, b: Stretch): Stretch => ({
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
})

function replacedBy(step: Step): Change[] {
  // A mark that is put on letters which stay is no change of the text, and as good a way to make one up.
  if (step instanceof AddMarkStep && step.mark.type.name === 'src') {
    const stretch = { from: step.from, to: step.to }
    return [{ before: stretch, after: stretch }]
  }
  const replaced: Change[] = []
  step.getMap().forEach((oldStart, oldEnd, newStart, newEnd) => {
    replaced.push({ before: { from: oldStart, to: oldEnd }, after: { from: newStart, to: newEnd } })
  })
  return replaced
}

const lettersBetween = (doc: Node, { from, to }: Stretch): Letter[] => {
  const letters: Letter[] = []
  doc.nodesBetween(from, Math.min(to, doc.content.size), (node, at) => {
    if (node.isText) addLetters(letters, node, { at, from: Math.max(0, from - at), to: to - at })
    else if (node.isTextblock) letters.push(blockStart(at))
    return true
  })
  return letters
}

function lettersIn(content: Fragment): Letter[] {
  const letters: Letter[] = []
  content.descendants((node, at) => {
    if (node.isText) addLetters(letters, node, { at, from: 0, to: node.nodeSize })
    else if (node.isTextblock) letters.push(blockStart(at))
    return true
  })
  return letters
}

/** Words of two paragraphs do not stand together. */
const blockStart = (at: number): Letter => ({ char: '\n', ref: null, at })

function addLetters(
  letters: Letter[],
  { text = '', marks }: Node,
  part: { at: number; from: number; to: number },
): void {
  const ref = refOf(marks)
  for (let place = part.from; place < Math.min(part.to, text.length); place += 1)
    letters.push({ char: text[place] ?? '', ref, at: part.at + place })
}

/** Without what stands the same at both ends. */
function changedPart(old: readonly Letter[], now: readonly Letter[]): readonly Letter[] {
  const same = (a: Letter | undefined, b: Letter | undefined): boolean =>
    a !== undefined && b !== undefined && a.char === b.char && a.ref === b.ref
  let start = 0
  while (same(old[start], now[start])) start += 1
  let end = 0
  const room = Math.min(old.length, now.length) - start
  while (end < room && same(old[old.length - 1 - end], now[now.length - 1 - end])) end += 1
  return now.slice(start, now.length - end)
}

function markedIn(letters: readonly Letter[]): Marked[] {
  const found: { ref: string; letters: Letter[] }[] = []
  let before: string | null = null
  for (const letter of letters) {
    if (letter.ref !== null && letter.ref === before) found.at(-1)?.letters.push(letter)
    else if (letter.ref !== null) found.push({ ref: letter.ref, letters: [letter] })
    before = letter.ref
  }
  return found
}

const wordsOf = ({ letters }: Marked): string => letters.map(({ char }) => char).join('')

/** Positions of the letters that stand in none of the moved words. */
function foreignIn(marked: Marked, moved: readonly Marked[]): number[] {
  const words = wordsOf(marked)
  const pool = moved.filter(({ ref }) => ref === marked.ref).map(wordsOf)
  const foreign: number[] = []
  for (let from = 0; from < words.length; ) {
    const length = longestMoved(words, from, pool)
    if (length > 0) from += length
    else {
      foreign.push(marked.letters[from]?.at ?? 0)
      from += 1
    }
  }
  return foreign
}

/** How many letters from `from` on were there before, as a whole stretch of moved words or as a telling part of one. */
function longestMoved(words: string, from: number, pool: readonly string[]): number {
  let longest = 0
  for (const held of pool) {
    let length = 0
    while (from + length < words.length && held.includes(words.slice(from, from + length + 1))) length += 1
    if (length >= Math.min(tellingLength, held.length)) longest = Math.max(longest, length)
  }
  return longest
}

function joined(places: readonly number[]): Stretch[] {
  const stretches: { from: number; to: number }[] = []
  for (const place of [...places].sort((a, b) => a - b)) {
    const last = stretches.at(-1)
    if (last?.to === place) last.to = place + 1
    else if ((last?.to ?? -1) <= place) stretches.push({ from: place, to: place + 1 })
  }
  return stretches
}
