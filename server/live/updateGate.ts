// What an update would add to a document: nothing, news by somebody who may say it, or something that must be refused.
import type * as Y from 'yjs'
import type { ReadUpdate, StructId } from '#server/live/updateReader.ts'

/** Yjs keeps a document's structs per client, ordered by clock. Only what is needed of it. */
type Store = Y.Doc['store']

export type Verdict =
  /** Everything in it is already held: nothing to do for anyone. */
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'news'; readonly newClients: readonly number[] }
  /** It builds on what the server does not have: nothing is kept, and the sender is asked for the rest. */
  | { readonly kind: 'missing-dependencies' }
  /** It speaks under a client id that belongs to somebody else. */
  | { readonly kind: 'identity'; readonly client: number }

/** Clock up to which the store holds a client's structs. */
export function heldUntil(store: Store, client: number): number {
  const last = store.clients.get(client)?.at(-1)
  return last ? last.id.clock + last.length : 0
}

/**
 * Judges an update against a document, and against who owns which client id in it. Only structs that the document does not
 * hold are judged; what it holds already may come from anyone, since honest clients repeat it.
 */
export function judge(
  doc: Y.Doc,
  update: ReadUpdate,
  owners: ReadonlyMap<number, string>,
  participantId: string,
): Verdict {
  const { store } = doc
  const ends = new Map(update.clients.map(({ client, end }) => [client, end]))
  const knows = ({ client, clock }: StructId): boolean =>
    clock < heldUntil(store, client) || clock < (ends.get(client) ?? 0)
  const newClients: number[] = []
  let news = false
  for (const block of update.clients) {
    const held = heldUntil(store, block.client)
    if (block.end <= held) continue
    news = true
    if (block.clock > held) return { kind: 'missing-dependencies' }
    const owner = owners.get(block.client)
    if (owner === undefined) newClients.push(block.client)
    else if (owner !== participantId) return { kind: 'identity', client: block.client }
    for (const struct of block.structs) {
      if (struct.clock + struct.length <= held) continue
      const needed = [struct.origin, struct.rightOrigin, struct.parent]
      if (needed.some((id) => id && !knows(id))) return { kind: 'missing-dependencies' }
    }
  }
  for (const range of update.deletes) {
    const end = range.clock + range.length
    if (end > heldUntil(store, range.client) && end > (ends.get(range.client) ?? 0))
      return { kind: 'missing-dependencies' }
    if (!news && !isDeleted(store, range.client, range.clock, end)) news = true
  }
  return news ? { kind: 'news', newClients } : { kind: 'nothing-new' }
}

/** Whether every struct of the range is deleted already. */
function isDeleted(store: Store, client: number, from: number, to: number): boolean {
  const structs = store.clients.get(client)
  if (!structs) return false
  let low = 0
  let high = structs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((structs[middle]?.id.clock ?? 0) <= from) low = middle
    else high = middle - 1
  }
  for (let i = low; i < structs.length; i++) {
    const struct = structs[i]
    if (!struct || struct.id.clock >= to) break
    if (!struct.deleted) return false
  }
  return true
}
