// A document's content without its past: nothing deleted, and no trace of which hand wrote what.
import * as Y from 'yjs'

/** The one client id under which every copy is written. */
const nobody = 1

/**
 * Yjs names a client id at each letter, and whoever was in the room may remember whose it was: the copy is written anew, by nobody.
 * The same content gives the same bytes.
 */
export function plainCopy(doc: Y.Doc, root: string): Uint8Array {
  const copy = new Y.Doc()
  copy.clientID = nobody
  const from = doc.getMap<unknown>(root)
  const to = copy.getMap<unknown>(root)
  copy.transact(() => {
    for (const key of [...from.keys()].sort()) {
      const value = from.get(key)
      if (!(value instanceof Y.Doc)) to.set(key, value instanceof Y.AbstractType ? value.clone() : value)
    }
  })
  const update = Y.encodeStateAsUpdateV2(copy)
  copy.destroy()
  return update
}
