// What of an update's deletions its writer asked for. Yjs adds what falls along: whoever deletes a paragraph here also deletes
// letters that had not reached them, and the person who typed those could not tell them from the ones that were meant.
import * as encoding from 'lib0/encoding'
import {
  type DeleteRange,
  type ReadUpdate,
  readUpdate,
  type UpdateBounds,
} from '#server/live/updateReader.ts'

/**
 * `applied` (V1: what an update brought into a document) with only those deletions that `sent` names. Every copy comes to the
 * same document with or without the others: what stands in something deleted is deleted wherever it arrives.
 */
export function withNamedDeletions(applied: Uint8Array, sent: ReadUpdate, bounds: UpdateBounds): Uint8Array {
  // Yjs may have joined strings that were each within the bounds.
  const read = readUpdate(applied, { ...bounds, structs: Infinity, stringBytes: Infinity, depth: Infinity })
  const named = byClient(sent.deletes)
  const kept = read.deletes.flatMap((range) => common(range, named.get(range.client) ?? []))
  const length = (ranges: readonly DeleteRange[]): number => ranges.reduce((sum, one) => sum + one.length, 0)
  if (length(kept) === length(read.deletes)) return applied
  const encoder = encoding.createEncoder()
  encoding.writeUint8Array(encoder, applied.subarray(0, read.deletesAt))
  const clients = byClient(kept)
  encoding.writeVarUint(encoder, clients.size)
  for (const [client, ranges] of clients) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const range of ranges) {
      encoding.writeVarUint(encoder, range.clock)
      encoding.writeVarUint(encoder, range.length)
    }
  }
  return encoding.toUint8Array(encoder)
}

function byClient(ranges: readonly DeleteRange[]): Map<number, DeleteRange[]> {
  const clients = new Map<number, DeleteRange[]>()
  for (const range of ranges) {
    const held = clients.get(range.client)
    if (held) held.push(range)
    else clients.set(range.client, [range])
  }
  for (const held of clients.values()) held.sort((a, b) => a.clock - b.clock)
  return clients
}

/** The parts of a range that lie in others of the same client, which are in the order of their clocks. */
function common(range: DeleteRange, others: readonly DeleteRange[]): DeleteRange[] {
  const parts: DeleteRange[] = []
  let at = range.clock
  for (const other of others) {
    const clock = Math.max(at, other.clock)
    const end = Math.min(range.clock + range.length, other.clock + other.length)
    if (end <= clock) continue
    parts.push({ client: range.client, clock, length: end - clock })
    // Ranges of a stranger may overlap: nothing is named twice.
    at = end
  }
  return parts
}
