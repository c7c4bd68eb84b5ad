// Checksums of the document log: each row's hash covers the row and everything before it, so that no changed byte goes unseen.
import { createHash } from 'node:crypto'

/** Hashes parts with their lengths, so that no byte can move from one part to the next unseen. */
function digest(parts: readonly (string | number | Uint8Array)[]): Uint8Array {
  const hash = createHash('sha256')
  for (const part of parts) {
    const bytes = part instanceof Uint8Array ? part : Buffer.from(String(part), 'utf8')
    hash.update(`${bytes.byteLength}:`).update(bytes)
  }
  return new Uint8Array(hash.digest())
}

/** What stands before row 1. */
export const chainStart = (name: string, generation: number): Uint8Array => digest(['log', name, generation])

export interface ChainedRow {
  readonly seq: number
  readonly author: string
  readonly at: number
  readonly bytes: Uint8Array
}

export const rowHash = (previous: Uint8Array, row: ChainedRow): Uint8Array =>
  digest([previous, row.seq, row.author, row.at, row.bytes])

export interface SnapshotParts {
  /** The chain's hash after row `seq`. */
  readonly logHash: Uint8Array
  readonly seq: number
  readonly state: Uint8Array
}

/** A snapshot is tied to the log's prefix that it replaces, from the chain's start to row `seq`. */
export const snapshotChecksum = (start: Uint8Array, { logHash, seq, state }: SnapshotParts): Uint8Array =>
  digest(['snapshot', start, logHash, seq, state])

export interface Binding {
  readonly client: number
  readonly participant: string
}

/** What stands for no client ids at all. */
export const noClients = (): Uint8Array => new Uint8Array(32)

/** The digest of a document's client ids with one more among them; their order does not matter. */
export function withClient(
  clients: Uint8Array,
  start: Uint8Array,
  { client, participant }: Binding,
): Uint8Array {
  const one = digest(['client', start, client, participant])
  return clients.map((byte, index) => byte ^ (one[index] ?? 0))
}

/** False for anything that is not bytes: a damaged cell may come back as text, number or null. */
export const sameBytes = (a: unknown, b: Uint8Array): boolean =>
  a instanceof Uint8Array && a.byteLength === b.byteLength && Buffer.compare(a, b) === 0
