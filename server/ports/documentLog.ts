// The truth of the document lane: an append-only log of raw updates, in the order in which they were kept.

export interface LogEntry {
  /** Participant id, or `server` for what the server itself writes (seeds, migrations, commands). */
  readonly author: string
  /** A Yjs update, V1 encoding, as it was accepted. */
  readonly update: Uint8Array
}

export interface LogRow extends LogEntry {
  /** 1, 2, 3… without gaps in one document. */
  readonly seq: number
  /** Milliseconds since 1970, server clock. */
  readonly at: number
}

export interface Snapshot {
  /** The snapshot holds rows 1..seq; it is a cache, and any snapshot may be missing. */
  readonly seq: number
  /** A Yjs document, V2 encoding. */
  readonly state: Uint8Array
}

export interface KeptDocument {
  readonly name: string
  readonly generation: number
  readonly headSeq: number
  readonly snapshot: Snapshot | undefined
  /** Rows after the snapshot, ascending. */
  readonly rows: readonly LogRow[]
  /** Yjs client id -> participant id, for every id ever shown in this document. */
  readonly clients: ReadonlyMap<number, string>
}

export interface DocumentLog {
  /** Makes an empty document. Does nothing where it exists. Names exist here before anyone may connect to them. */
  create(name: string): Promise<void>
  exists(name: string): Promise<boolean>
  generation(name: string): Promise<number | undefined>
  /**
   * Reads the last good snapshot and the rows after it, or undefined for an unknown name.
   * Throws `DamagedLog` when a row's checksum or the chain of hashes does not hold: nothing damaged is ever served.
   */
  load(name: string): Promise<KeptDocument | undefined>
  /**
   * Appends in order, all or nothing, in one durable transaction that also moves `documents.head_seq` and `head_hash`
   * under a row lock, and binds new client ids. Resolves, once on disk, with the seq of the last row (the head if `entries` is empty).
   * Rejects with `ClientIdTaken` when another participant already holds one of the ids: nothing is written then.
   */
  append(
    name: string,
    entries: readonly LogEntry[],
    newClients?: ReadonlyMap<number, string>,
  ): Promise<number>
  /** Keeps a snapshot that stands for rows 1..seq, and forgets the older ones but the last two. */
  saveSnapshot(name: string, snapshot: Snapshot): Promise<void>
  /** All rows, ascending: history, replay, attribution, audit. */
  history(name: string, fromSeq?: number): AsyncIterable<LogRow>
  /** Yjs client id -> participant id, for attribution. */
  clients(name: string): Promise<ReadonlyMap<number, string>>
  /** Size of the log and of its newest snapshot, in bytes. */
  size(name: string): Promise<number>
  /** Removes a document with its log, snapshots and client ids. */
  remove(name: string): Promise<void>
}

export class DamagedLog extends Error {
  override readonly name = 'DamagedLog'
}
export class ClientIdTaken extends Error {
  override readonly name = 'ClientIdTaken'
}
