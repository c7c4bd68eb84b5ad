// Takes out of a document, as it is read from the log, values nested so deeply that a browser's stack ends when it reads them.
import * as Y from 'yjs'

/** Levels of arrays and objects. The gate allows far fewer; browsers fail at some thousands. */
export const deepestServed = 200

/**
 * Deletes whatever holds a value deeper than `deepestServed` levels: a poisoned board from before the gate's rules still opens
 * for everyone. The log keeps its rows; each reading comes to the same result. Returns how many values were taken out.
 */
export function dropTooDeep(doc: Y.Doc): number {
  const found: Y.Item[] = []
  for (const structs of doc.store.clients.values())
    for (const struct of structs)
      if (struct instanceof Y.Item && !struct.deleted && valuesOf(struct).some(isTooDeep)) found.push(struct)
  if (found.length > 0) doc.transact((transaction) => found.forEach((item) => item.delete(transaction)))
  return found.length
}

function valuesOf({ content }: Y.Item): readonly unknown[] {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr
  if (content instanceof Y.ContentFormat) return [content.value]
  return content instanceof Y.ContentEmbed ? [content.embed] : []
}

/** Level by level: a walk that calls itself would end as the browser does. */
function isTooDeep(value: unknown): boolean {
  let level = [value].filter(isNested)
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > deepestServed) return true
    level = level.flatMap((inner) => Object.values(inner)).filter(isNested)
  }
  return false
}

const isNested = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array)
