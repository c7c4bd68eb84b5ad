// Remembers, while an update of others is applied, what its writer took away: Yjs itself merges that with all that goes along.
import * as Y from 'yjs'

export type Deletions = ReturnType<typeof Y.createDeleteSet>

const underWay = new WeakMap<Y.Doc, { readonly update: Uint8Array; deletions?: Deletions }>()

/** Applies an update of others. Throws what Yjs throws for bytes that are none. */
export function applyReceived(doc: Y.Doc, update: Uint8Array, origin: unknown): void {
  underWay.set(doc, { update })
  try {
    Y.applyUpdate(doc, update, origin)
  } finally {
    underWay.delete(doc)
  }
}

/**
 * The deletions that the update being applied names itself: letters that fell with their paragraph, unknown to its writer, are
 * not among them. Undefined outside of `applyReceived`. Read only when asked for.
 */
export function namedDeletions(doc: Y.Doc): Deletions | undefined {
  const held = underWay.get(doc)
  if (!held) return undefined
  held.deletions ??= Y.decodeUpdate(held.update).ds
  return held.deletions
}
