// Editing a note's words: what a text field says becomes the smallest change of the shared text.
import type * as Y from 'yjs'

/** Letters a note may hold, in UTF-16 units as Yjs and text fields count them. */
export const longestNote = 2_000

export interface TextChange {
  /** Offset in UTF-16 units. */
  readonly at: number
  readonly remove: number
  readonly insert: string
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

/**
 * The smallest change that turns one text into the other. `caret` (the end of what was typed, in the new text) tells
 * which of several equal letters was typed: without it, one more « l » in « elle » could land before or after.
 * Never cuts a surrogate pair in two.
 */
export function textChange(before: string, after: string, caret = after.length): TextChange | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  const suffixLimit = Math.min(shorter, Math.max(0, after.length - caret))
  let suffix = 0
  while (suffix < suffixLimit && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix++
  let prefix = 0
  while (prefix < shorter - suffix && before[prefix] === after[prefix]) prefix++
  while (suffix < shorter - prefix && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix++
  if (prefix > 0 && isHighSurrogate(before.charCodeAt(prefix - 1))) prefix--
  if (suffix > 0 && isLowSurrogate(before.charCodeAt(before.length - suffix))) suffix--
  return {
    at: prefix,
    remove: before.length - prefix - suffix,
    insert: after.slice(prefix, after.length - suffix),
  }
}

/** Cuts a text to what a note may hold, between letters. */
export function fitNote(text: string): string {
  if (text.length <= longestNote) return text
  const end = isHighSurrogate(text.charCodeAt(longestNote - 1)) ? longestNote - 1 : longestNote
  return text.slice(0, end)
}

/**
 * Writes what a text field holds into a note's words, and nothing else. Returns the change that was made.
 * What would go beyond the limit is cut from the insertion, never from what was there.
 */
export function writeWords(
  words: Y.Text,
  value: string,
  caret?: number,
  origin?: unknown,
): TextChange | undefined {
  const before = words.toString()
  const change = textChange(before, value, caret)
  if (!change) return undefined
  const room = Math.max(0, longestNote - (before.length - change.remove))
  let insert = change.insert.slice(0, room)
  if (isHighSurrogate(insert.charCodeAt(insert.length - 1))) insert = insert.slice(0, -1)
  const kept = { ...change, insert }
  const write = (): void => {
    if (kept.remove > 0) words.delete(kept.at, kept.remove)
    if (kept.insert) words.insert(kept.at, kept.insert)
  }
  if (words.doc) words.doc.transact(write, origin ?? null)
  else write()
  return kept
}

type Delta = readonly { retain?: number; insert?: unknown; delete?: number }[]

/** Where a caret (UTF-16 offset) stands after somebody else's change: letters before it push it, letters at it do not. */
export function caretAfter(caret: number, delta: Delta): number {
  let position = 0
  let moved = caret
  for (const step of delta) {
    if (position > moved) break
    if (step.retain !== undefined) position += step.retain
    else if (step.delete !== undefined) moved -= Math.max(0, Math.min(step.delete, moved - position))
    else if (step.insert !== undefined) {
      const length = typeof step.insert === 'string' ? step.insert.length : 1
      if (position < moved) moved += length
      position += length
    }
  }
  return moved
}
