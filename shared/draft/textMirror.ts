// Keeps one text field and one shared text in step while either changes, also while a phone keyboard composes a word.
import { type TextChange, textChange } from '#shared/whiteboard/noteWords.ts'

/** One step of a Yjs text change, in the order in which it applies. */
export interface TextStep {
  readonly retain?: number
  readonly insert?: string
  readonly delete?: number
}

/**
 * A stretch of text: in the field and in the shared text (`both`), only in the shared text because the field has not been
 * repainted since somebody wrote it (`shared`), or only in the field because somebody deleted it meanwhile (`shown`).
 */
interface Stretch {
  readonly where: 'both' | 'shared' | 'shown'
  readonly text: string
}

/**
 * A field cannot be repainted while a word is being composed, so field and shared text may differ for a while. The mirror
 * knows both, letter by letter: what is typed goes to its right place at once, what others write is held until `repaint`.
 */
export interface TextMirror {
  /** The field's words, as last painted or typed. */
  shown(): string
  /** The shared text's words. */
  shared(): string
  /** Somebody changed the shared text. */
  receive(steps: readonly TextStep[]): void
  /** The field now holds `next`; returns what to do to the shared text, in this order. */
  type(next: string, caret: number): readonly TextChange[]
  /** The field is about to show the shared text: returns a function that carries positions of the old words to the new. */
  repaint(): (position: number) => number
}

export function textMirror(initial: string): TextMirror {
  let stretches: readonly Stretch[] = [{ where: 'both', text: initial }]
  const words = (hidden: Stretch['where']): string =>
    stretches.flatMap((s) => (s.where === hidden ? [] : [s.text])).join('')
  return {
    shown: () => words('shared'),
    shared: () => words('shown'),
    receive: (steps) => {
      stretches = received(stretches, steps)
    },
    type: (next, caret) => {
      const change = textChange(words('shared'), next, caret)
      if (!change) return []
      const typed = typedInto(stretches, change)
      stretches = typed.stretches
      return typed.edits
    },
    repaint: () => {
      const old = stretches
      stretches = [{ where: 'both', text: words('shown') }]
      return (position) => carried(old, position)
    },
  }
}

/** Walks the stretches with a queue from which `take` cuts pieces. */
function queueOf(stretches: readonly Stretch[]) {
  const rest = [...stretches]
  return {
    rest: () => rest,
    next: () => rest[0],
    take: (length: number): Stretch => {
      const head = rest.shift()
      if (!head) throw new Error('more text was taken than there is')
      if (head.text.length <= length) return head
      rest.unshift({ where: head.where, text: head.text.slice(length) })
      return { where: head.where, text: head.text.slice(0, length) }
    },
  }
}

function received(stretches: readonly Stretch[], steps: readonly TextStep[]): readonly Stretch[] {
  const queue = queueOf(stretches)
  const done: Stretch[] = []
  const walk = (length: number, keep: (s: Stretch) => Stretch | undefined): void => {
    let left = length
    while (left > 0) {
      const piece = queue.take(left)
      if (piece.where === 'shown') {
        done.push(piece)
        continue
      }
      left -= piece.text.length
      const kept = keep(piece)
      if (kept) done.push(kept)
    }
  }
  for (const step of steps) {
    if (step.retain !== undefined) walk(step.retain, (s) => s)
    else if (step.insert !== undefined) done.push({ where: 'shared', text: step.insert })
    else if (step.delete !== undefined)
      walk(step.delete, (s) => (s.where === 'both' ? { where: 'shown', text: s.text } : undefined))
  }
  return [...done, ...queue.rest()]
}

function typedInto(
  stretches: readonly Stretch[],
  change: TextChange,
): { stretches: readonly Stretch[]; edits: readonly TextChange[] } {
  const queue = queueOf(stretches)
  const before: Stretch[] = []
  const others: Stretch[] = [] // what others wrote inside the replaced words stays, after the new words
  const edits: TextChange[] = []
  let at = 0
  const take = (left: number): Stretch =>
    queue.take(queue.next()?.where === 'shared' ? Number.POSITIVE_INFINITY : left)
  for (let left = change.at; left > 0; ) {
    const piece = take(left)
    if (piece.where !== 'shared') left -= piece.text.length
    if (piece.where !== 'shown') at += piece.text.length
    before.push(piece)
  }
  if (change.insert !== '') edits.push({ at, remove: 0, insert: change.insert })
  for (let left = change.remove; left > 0; ) {
    const piece = take(left)
    if (piece.where === 'shared') others.push(piece)
    else left -= piece.text.length
    const gone = at + change.insert.length + lengthOf(others)
    if (piece.where === 'both') edits.push({ at: gone, remove: piece.text.length, insert: '' })
  }
  const typed: Stretch[] = change.insert === '' ? [] : [{ where: 'both', text: change.insert }]
  return { stretches: [...before, ...typed, ...others, ...queue.rest()], edits }
}

/** Where a position of the field's old words stands in the shared text; what others wrote exactly there comes after it. */
function carried(stretches: readonly Stretch[], position: number): number {
  const queue = queueOf(stretches)
  let at = 0
  for (let left = position; left > 0 && queue.next(); ) {
    const piece = queue.take(queue.next()?.where === 'shared' ? Number.POSITIVE_INFINITY : left)
    if (piece.where !== 'shared') left -= piece.text.length
    if (piece.where !== 'shown') at += piece.text.length
  }
  return at
}

const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, s) => sum + s.text.length, 0)
