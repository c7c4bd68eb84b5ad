// Whether an update touches entries of a document that are locked, told from its bytes before it is applied: nothing to undo.
import * as Y from 'yjs'
import { heldUntil } from '#server/live/updateGate.ts'
import type { ReadUpdate, StructId } from '#server/live/updateReader.ts'

type Struct = Y.Item | Y.GC

/**
 * An entry is a key of the document's root with all that is under it. `update` was judged to be news. A struct goes where
 * its neighbours or its parent are; those that come with the update are looked at on their own, so that looking one step
 * far, into what the document holds, sees everything.
 */
export function touchesBarred(doc: Y.Doc, update: ReadUpdate, barred: ReadonlySet<string>): boolean {
  if (barred.size === 0) return false
  const { store } = doc
  const isBarred = (struct: Struct | undefined): boolean => {
    const entry = struct && entryOf(struct)
    return entry !== undefined && barred.has(entry)
  }
  const leadsThere = (id: StructId | undefined): boolean =>
    id !== undefined && id.clock < heldUntil(store, id.client) && isBarred(structAt(store, id))
  return (
    update.clients.some(({ client, structs }) => {
      const held = heldUntil(store, client)
      return structs.some(
        ({ clock, length, rootKey, origin, rightOrigin, parent }) =>
          clock + length > held &&
          ((rootKey !== undefined && barred.has(rootKey)) ||
            leadsThere(origin) ||
            leadsThere(rightOrigin) ||
            leadsThere(parent)),
      )
    }) || update.deletes.some((range) => standingIn(store, range).some(isBarred))
  )
}

/** What the document holds of a range and was not deleted before: clients repeat all deletions that they know. */
function standingIn(store: Y.Doc['store'], range: StructId & { readonly length: number }): Struct[] {
  const structs = store.clients.get(range.client)
  const end = Math.min(range.clock + range.length, heldUntil(store, range.client))
  const standing: Struct[] = []
  if (!structs || range.clock >= end) return standing
  for (let at = Y.findIndexSS(structs, range.clock); at < structs.length; at++) {
    const struct = structs[at]
    if (!struct || struct.id.clock >= end) break
    if (!struct.deleted) standing.push(struct)
  }
  return standing
}

function structAt(store: Y.Doc['store'], { client, clock }: StructId): Struct | undefined {
  const structs = store.clients.get(client)
  return structs?.[Y.findIndexSS(structs, clock)]
}

/** The key under which something stands, at whatever depth; undefined for what was collected. */
function entryOf(struct: Struct): string | undefined {
  let item = struct instanceof Y.Item ? struct : null
  while (item) {
    const parent = item.parent as Y.AbstractType<unknown> | null // an id only in structs that are not integrated
    if (!parent) return undefined
    if (!parent._item) return item.parentSub ?? undefined
    item = parent._item
  }
  return undefined
}
