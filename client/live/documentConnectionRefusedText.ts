// The words that would be lost with a refused change, found in the document that still holds them, for copying out.
import * as Y from 'yjs'

/** Structs of one Yjs client from a clock on: what a tab wrote and never saw acknowledged. */
export interface UnsavedRange {
  readonly client: number
  readonly fromClock: number
}

/** Longest text that is kept for copying out, in characters. */
const limit = 200_000

/**
 * The whole of each text that holds unsaved words, one paragraph a text, in the order in which they were written. Whole
 * texts rather than bare letters: a word typed into the middle of a sentence says little without it.
 */
export function refusedText(doc: Y.Doc, ranges: readonly UnsavedRange[]): string {
  const texts = new Map<unknown, string>()
  for (const { client, fromClock } of ranges) {
    for (const struct of doc.store.clients.get(client) ?? []) {
      if (struct.id.clock + struct.length <= fromClock || !(struct instanceof Y.Item)) continue
      const said = struct.deleted ? '' : wordsOf(struct)
      if (said !== '') texts.set(struct.parent instanceof Y.Text ? struct.parent : struct, said)
    }
  }
  return [...new Set(texts.values())].join('\n\n').slice(0, limit)
}

function wordsOf(item: Y.Item): string {
  if (item.content instanceof Y.ContentString) {
    return item.parent instanceof Y.Text ? plain(item.parent) : item.content.str
  }
  // Plain values: drawn text keeps its words in objects with a `text`; ids, colours and places are not words.
  if (item.content instanceof Y.ContentAny) return item.content.arr.flatMap(textsIn).join('\n')
  return ''
}

function plain(text: Y.Text): string {
  const delta = text.toDelta() as { insert?: unknown }[] // Yjs types deltas as any
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'text' && typeof inner === 'string' ? [inner] : textsIn(inner),
  )
}
