// Writes letters that a person typed into a shared text: as bold as the words before them, and never marked as a group's.
import type * as Y from 'yjs'

/**
 * With their marks from the start. Written into the mark of the words before and taken out of it afterwards, they would stand
 * before that mark's end, and the letters that follow behind it: others' words could come between.
 */
export function insertTyped(words: Y.XmlText, at: number, letters: string): void {
  words.insert(at, letters, { ...marksBefore(words, at), src: null })
}

function marksBefore(words: Y.XmlText, at: number): Record<string, unknown> {
  let start = 0
  const delta = words.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[] // Yjs types deltas as any
  for (const { insert, attributes } of delta) {
    const end = start + (typeof insert === 'string' ? insert.length : 1)
    if (start < at && at <= end) return attributes ?? {}
    start = end
  }
  return {}
}
