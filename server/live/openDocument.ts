// One live document: every update is judged, applied, kept, and only then told. Nobody sees what is not on disk.
import * as Y from 'yjs'
import { touchesBarred } from '#server/live/barredEntries.ts'
import { type Bucket, bucket } from '#server/live/bucket.ts'
import type { Limits } from '#server/live/limits.ts'
import { withNamedDeletions } from '#server/live/namedDeletions.ts'
import { Presence, type PresencePeer } from '#server/live/presence.ts'
import { readKept } from '#server/live/readKept.ts'
import { shallowRow } from '#server/live/shallowRow.ts'
import { judge } from '#server/live/updateGate.ts'
import { MalformedUpdate, type ReadUpdate, readUpdate, type UpdateBounds } from '#server/live/updateReader.ts'
import type { DocumentLog, KeptDocument, LogEntry } from '#server/ports/documentLog.ts'
import { StoreFailure } from '#server/ports/storeFailure.ts'
import type { FrameRefusal } from '#shared/contract/acknowledgement.ts'
import { type CloseCode, closeCode } from '#shared/contract/closeCode.ts'
import type { Access } from '#shared/people/access.ts'

export const serverAuthor = 'server'

/** What an open document needs of a socket. */
export interface DocumentPeer extends PresencePeer {
  access(): Access
  /** Names that this participant may put under a note. */
  names(): readonly string[]
  /** Keys of the document's root that this participant may not touch now. */
  barred(): ReadonlySet<string>
  sendStepTwo(update: Uint8Array): void
  /** News of others, durable up to log row `seq`. */
  sendRelay(update: Uint8Array, seq: number): void
  acknowledge(frame: number, seq: number): void
  refuse(frame: number, code: FrameRefusal, close?: CloseCode): void
  /** Sends our step 1, at most once a second. */
  askForMore(stateVector: Uint8Array): void
  closed(code: CloseCode, reason: string): void
}

/** Checks what a transaction touched; a short code when it must be refused. */
export type SchemaCheck = (
  transaction: Y.Transaction,
  by: { server: boolean; names: readonly string[] },
) => string | undefined

export interface OpenDocumentOptions {
  readonly log: DocumentLog
  readonly limits: Limits
  readonly bounds: UpdateBounds
  readonly check: SchemaCheck
  /** Called with the document as it was read, before anything is applied to it. */
  readonly prepare: (doc: Y.Doc) => void
  readonly count: DocumentCounters
  /** The store failed in a way that only a restart may mend. */
  readonly fatal: (error: unknown) => void
  readonly warn: (context: Record<string, unknown>, message: string) => void
}

export interface DocumentCounters {
  updateIn(): void
  updateOut(peers: number): void
  refused(code: FrameRefusal): void
  /** Milliseconds between an update's arrival and its being on disk. */
  kept(milliseconds: number): void
}

interface Pending {
  readonly author: string
  /** Empty where the frame brought nothing new and only waits for what came before it. */
  readonly update: Uint8Array | undefined
  readonly peer: DocumentPeer | undefined
  readonly frame: number
  readonly at: number
  readonly done?: (error?: unknown) => void
}

const emptyStateVector = Y.encodeStateVector(new Map())

export class OpenDocument {
  readonly name: string
  readonly peers = new Set<DocumentPeer>()
  readonly presence: Presence
  readonly #options: OpenDocumentOptions
  #doc = new Y.Doc()
  #owners = new Map<number, string>()
  #headSeq = 0
  #bytes = 0
  #rowsSinceSnapshot = 0
  #pending: Pending[] = []
  #inFlight: Pending[] = []
  #newClients = new Map<number, string>()
  #emitted: Uint8Array[] = []
  #transaction: Y.Transaction | undefined
  #scheduled = false
  #committing: Promise<void> | undefined
  /** While somebody waits for a durable encoding, or the document is being rebuilt, what arrives waits here. */
  #barred = 0
  /** While set, the document in memory holds something that was refused. */
  #rebuilding: Promise<void> | undefined
  readonly #waiting: (() => void)[] = []
  readonly #joining: { peer: DocumentPeer; stateVector: Uint8Array; answered: () => void }[] = []
  #fullState: { seq: number; update: Uint8Array } | undefined
  readonly #rates = new Map<string, { updates: Bucket; bytes: Bucket }>()
  readonly #refusals = new Map<string, number[]>()
  #closed = false

  constructor(name: string, options: OpenDocumentOptions) {
    this.name = name
    this.#options = options
    this.presence = new Presence(options.limits.presenceBytes)
  }

  /** Reads the document from the log. Throws `DamagedLog`; false for a name that does not exist. */
  async load(): Promise<boolean> {
    const kept = await this.#options.log.load(this.name)
    if (!kept) return false
    this.#owners = new Map(kept.clients)
    await this.#adopt(kept)
    this.#bytes = await this.#options.log.size(this.name)
    return true
  }

  async #adopt(kept: KeptDocument): Promise<void> {
    const { log, warn } = this.#options
    const { doc, dropped, snapshotError } = await readKept(log, kept)
    if (snapshotError !== undefined)
      warn({ document: this.name, error: snapshotError }, 'snapshot not readable, the whole log was read')
    if (dropped > 0) warn({ document: this.name, dropped }, 'values too deep to be served')
    this.#doc.destroy()
    this.#doc = doc
    this.#headSeq = kept.headSeq
    this.#rowsSinceSnapshot = kept.rows.length
    this.#fullState = undefined
    this.#options.prepare(this.#doc)
    this.#doc.on('update', (update: Uint8Array) => this.#emitted.push(update))
    // The first transaction is the one that was asked for; Yjs may add clean-ups of its own after it.
    this.#doc.on('afterTransaction', (transaction: Y.Transaction) => {
      this.#transaction ??= transaction
    })
  }

  #own(client: number, participantId: string): void {
    this.#owners.set(client, participantId)
    this.#newClients.set(client, participantId)
  }

  get headSeq(): number {
    return this.#headSeq
  }

  /** Whether the document has reached its quota and only reads. */
  isFull(): boolean {
    return this.#bytes >= this.#options.limits.documentBytes
  }

  /** Binds an id that a socket shows in its presence; false when it is somebody else's. */
  claim(client: number, participantId: string): boolean {
    const owner = this.#owners.get(client)
    if (owner !== undefined) return owner === participantId
    this.#own(client, participantId)
    this.#schedule()
    return true
  }

  /** Milliseconds for which this participant must wait before the next update is read; 0 when it may speak. */
  pace(participantId: string, bytes: number): number {
    const { updatesPerSecond, updateBurst, bytesPerSecond, frameStepTwo } = this.#options.limits
    const rate = this.#rates.get(participantId) ?? {
      updates: bucket(updatesPerSecond, updateBurst),
      bytes: bucket(bytesPerSecond, frameStepTwo),
    }
    this.#rates.set(participantId, rate)
    const now = performance.now() + 1
    const wait = Math.max(rate.updates.wait(now), rate.bytes.wait(now))
    if (wait > 0) return wait
    rate.updates.take(1, now)
    rate.bytes.take(bytes, now)
    return 0
  }

  isCalm(participantId: string): boolean {
    const rate = this.#rates.get(participantId)
    const now = performance.now() + 1
    return !rate || (rate.updates.isCalm(now) && rate.bytes.isCalm(now))
  }

  /** Answers a step 1 with what is on disk, then asks for what the peer has; what others say meanwhile follows. */
  join(peer: DocumentPeer, stateVector: Uint8Array): Promise<void> {
    return new Promise((answered) => {
      this.#joining.push({ peer, stateVector, answered })
      this.#barred += 1
      this.#settle()
    })
  }

  /** Takes an update-bearing frame, the peer's n-th. */
  receive(peer: DocumentPeer, update: Uint8Array, frame: number): void {
    if (this.#barred > 0) {
      this.#waiting.push(() => this.receive(peer, update, frame))
      return
    }
    if (this.#closed) return
    this.#options.count.updateIn()
    const verdict = this.#judge(peer, update)
    switch (verdict.kind) {
      case 'nothing-new':
        this.#queue({ author: peer.participantId, update: undefined, peer, frame, at: performance.now() })
        return
      case 'news':
        this.#apply(peer, { update, read: verdict.read }, frame, verdict.newClients)
        return
      case 'missing-dependencies':
        this.#refuse(peer, frame, 'missing-dependencies')
        peer.askForMore(Y.encodeStateVector(this.#doc))
        return
      case 'refused':
        this.#refuse(peer, frame, verdict.code, verdict.close)
        return
      default:
        verdict satisfies never
    }
  }

  #judge(peer: DocumentPeer, update: Uint8Array) {
    const refused = (code: FrameRefusal, close?: CloseCode) => ({
      kind: 'refused' as const,
      code,
      ...(close ? { close } : {}),
    })
    try {
      const read = readUpdate(update, this.#options.bounds)
      const verdict = judge(this.#doc, read, this.#owners, peer.participantId)
      if (verdict.kind === 'nothing-new') return verdict
      if (peer.access() !== 'write') return refused('read-only')
      if (verdict.kind === 'identity') return refused('identity', closeCode.notYours)
      if (verdict.kind === 'news' && verdict.newClients.length > this.#options.limits.clientIdsPerSocket)
        return refused('identity', closeCode.notYours)
      if (this.#isMuted(peer.participantId)) return refused('muted')
      // A full document only reads; it does not close.
      if (this.isFull()) return refused('too-large')
      if (touchesBarred(this.#doc, read, peer.barred())) return refused('locked')
      return { ...verdict, read }
    } catch (error) {
      if (error instanceof MalformedUpdate) return refused('structure', closeCode.malformed)
      throw error
    }
  }

  #refuse(peer: DocumentPeer, frame: number, code: FrameRefusal, close?: CloseCode): void {
    this.#options.count.refused(code)
    if (close) this.#rememberRefusal(peer.participantId)
    peer.refuse(frame, code, close)
  }

  #rememberRefusal(participantId: string): void {
    const now = performance.now()
    const recent = (this.#refusals.get(participantId) ?? []).filter((at) => now - at < 60_000)
    this.#refusals.set(participantId, [...recent, now])
  }

  /** Three refusals in a minute: whoever it is, something is wrong over there. */
  #isMuted(participantId: string): boolean {
    const now = performance.now()
    return (this.#refusals.get(participantId) ?? []).filter((at) => now - at < 60_000).length >= 3
  }

  #apply(
    peer: DocumentPeer,
    { update, read }: { update: Uint8Array; read: ReadUpdate },
    frame: number,
    newClients: readonly number[],
  ): void {
    const refusal = this.#try(() => Y.applyUpdate(this.#doc, update, peer), {
      server: false,
      names: peer.names(),
    })
    if (refusal !== undefined) {
      this.#options.warn(
        { document: this.name, participantId: peer.participantId, rule: refusal },
        'update refused',
      )
      this.#refuse(peer, frame, 'schema', closeCode.malformed)
      this.#rebuild()
      return
    }
    for (const client of newClients) this.#own(client, peer.participantId)
    const applied = this.#takeEmitted()
    const deletes = (this.#transaction?.deleteSet.clients.size ?? 0) > 0
    this.#queue({
      author: peer.participantId,
      update: applied && deletes ? withNamedDeletions(applied, read, this.#options.bounds) : applied,
      peer,
      frame,
      at: performance.now(),
    })
  }

  /** Runs a change on the document; the reason when it must not stand. The document is unusable after a refusal. */
  #try(change: () => void, by: { server: boolean; names: readonly string[] }): string | undefined {
    this.#emitted = []
    this.#transaction = undefined
    try {
      change()
      const transaction = this.#transaction as Y.Transaction | undefined // set by the listener while `change` ran
      if (this.#doc.store.pendingStructs !== null || this.#doc.store.pendingDs !== null) return 'pending'
      return transaction ? this.#options.check(transaction, by) : undefined
    } catch (error) {
      return error instanceof Error ? `threw: ${error.message.slice(0, 80)}` : 'threw'
    }
  }

  #takeEmitted(): Uint8Array | undefined {
    const emitted = this.#emitted
    this.#emitted = []
    return emitted.length > 1 ? Y.mergeUpdates(emitted) : emitted[0]
  }

  /** Changes the document as the server itself. Resolves once on disk. */
  edit(change: (doc: Y.Doc) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const run = (): void => {
        if (this.#closed) return reject(new Error(`${this.name} was closed`))
        if (!this.#owners.has(this.#doc.clientID)) this.#own(this.#doc.clientID, serverAuthor)
        const refusal = this.#try(() => this.#doc.transact(() => change(this.#doc), serverAuthor), {
          server: true,
          names: [],
        })
        if (refusal !== undefined) {
          this.#rebuild()
          return reject(new Error(`the server's own change to ${this.name} was refused: ${refusal}`))
        }
        const done = (error?: unknown): void => (error === undefined ? resolve() : reject(error as Error)) // whatever the store rejected with
        this.#queue({
          author: serverAuthor,
          update: this.#takeEmitted(),
          peer: undefined,
          frame: 0,
          at: performance.now(),
          done,
        })
      }
      if (this.#barred > 0) this.#waiting.push(run)
      else run()
    })
  }

  /** Reads the document as it stands on disk. */
  async read<T>(look: (doc: Y.Doc) => T): Promise<T> {
    this.#barred += 1
    try {
      await this.#rebuilding
      await this.flush()
      return look(this.#doc)
    } finally {
      this.#barred -= 1
      this.#settle()
    }
  }

  #queue(pending: Pending): void {
    this.#pending.push(pending)
    this.#schedule()
  }

  /** What arrives within one turn of the event loop becomes one transaction of the store. */
  #schedule(): void {
    if (this.#scheduled || this.#committing) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      this.#committing ??= this.#commit().finally(() => {
        this.#committing = undefined
        if (this.#pending.length > 0) this.#schedule()
        else this.#settle()
      })
    })
  }

  async #commit(): Promise<void> {
    while (this.#pending.length > 0 || this.#newClients.size > 0) {
      const batch = this.#pending
      const newClients = this.#newClients
      this.#inFlight = batch
      this.#pending = []
      this.#newClients = new Map()
      try {
        const entries = rowsOf(batch)
        if (entries.length > 0 || newClients.size > 0) {
          this.#headSeq = await this.#options.log.append(this.name, entries, newClients)
          this.#rowsSinceSnapshot += entries.length
          for (const { update } of entries) this.#bytes += update.length
        }
      } catch (error) {
        this.#fail(error, [...batch, ...this.#pending])
        return
      } finally {
        this.#inFlight = []
      }
      this.#tell(batch)
    }
  }

  /** Only durable batches come here: relays first, then the acknowledgements. */
  #tell(batch: readonly Pending[]): void {
    const news = batch.filter((p): p is Pending & { update: Uint8Array } => p.update !== undefined)
    if (news.length > 0) {
      const authors = new Set(news.map((p) => p.peer))
      const all = merged(news)
      for (const peer of this.peers) {
        const others = authors.has(peer) ? merged(news.filter((p) => p.peer !== peer)) : all
        if (others) peer.sendRelay(others, this.#headSeq)
      }
      this.#options.count.updateOut(this.peers.size)
    }
    const now = performance.now()
    const last = new Map<DocumentPeer, number>()
    for (const { peer, frame, at, done, update } of batch) {
      if (peer) last.set(peer, frame)
      if (update) this.#options.count.kept(now - at)
      done?.()
    }
    for (const [peer, frame] of last) peer.acknowledge(frame, this.#headSeq)
  }

  /** The store refused: nothing of the batch is told, everybody comes back later and says it again. */
  #fail(error: unknown, lost: readonly Pending[]): void {
    this.#options.warn({ document: this.name, error }, 'updates could not be kept')
    this.#pending = []
    for (const { done } of lost) done?.(error)
    this.#shut(closeCode.shuttingDown, 'cannot be saved now')
    // A full disk mends itself when there is room again; a broken one must not be written on any more.
    if (error instanceof StoreFailure && error.kind === 'broken') this.#options.fatal(error)
  }

  /** After a refusal the document is read again, with what was accepted and is not yet on disk. */
  #rebuild(): void {
    this.#barred += 1
    const again = async (): Promise<void> => {
      await this.flush()
      const kept = await this.#options.log.load(this.name)
      if (!kept) throw new Error(`${this.name} is gone`)
      await this.#adopt(kept)
    }
    this.#rebuilding = again()
      .catch((error: unknown) => this.#fail(error, this.#pending))
      .finally(() => {
        this.#rebuilding = undefined
        this.#barred -= 1
        this.#settle()
      })
  }

  /** Resolves when nothing is pending. What arrives meanwhile is waited for too, unless the document is barred. */
  async flush(): Promise<void> {
    while (this.#pending.length > 0 || this.#scheduled || this.#committing) {
      await (this.#committing ?? new Promise((resolve) => setImmediate(resolve)))
    }
  }

  /** When nothing is pending, serves those who wait for a durable encoding, then lets in what waited. */
  #settle(): void {
    if (this.#pending.length > 0 || this.#committing || this.#scheduled || this.#rebuilding) return
    for (const { peer, stateVector, answered } of this.#joining.splice(0)) {
      this.#barred -= 1
      peer.sendStepTwo(this.#encode(stateVector))
      peer.askForMore(Y.encodeStateVector(this.#doc))
      answered()
    }
    if (this.#barred > 0) return
    for (const enter of this.#waiting.splice(0)) enter()
  }

  #encode(stateVector: Uint8Array): Uint8Array {
    if (stateVector.length !== emptyStateVector.length) return Y.encodeStateAsUpdate(this.#doc, stateVector)
    if (this.#fullState?.seq !== this.#headSeq)
      this.#fullState = { seq: this.#headSeq, update: Y.encodeStateAsUpdate(this.#doc) }
    return this.#fullState.update
  }

  /** Keeps a snapshot when enough has come since the last. */
  async snapshot(minimumRows: number): Promise<void> {
    if (this.#rowsSinceSnapshot < minimumRows) return
    const kept = await this.read((doc) => ({ seq: this.#headSeq, state: Y.encodeStateAsUpdateV2(doc) }))
    await this.#options.log.saveSnapshot(this.name, kept)
    this.#rowsSinceSnapshot = 0
  }

  /** Ends everything in memory; what was pending must have been flushed before. */
  #shut(code: CloseCode, reason: string): void {
    this.#closed = true
    for (const peer of [...this.peers]) peer.closed(code, reason)
    this.#waiting.length = 0
    for (const { answered } of this.#joining.splice(0)) answered()
    this.presence.close()
  }

  get isClosed(): boolean {
    return this.#closed
  }

  async close(code: CloseCode, reason: string): Promise<void> {
    if (this.#closed) return
    await this.#rebuilding
    await this.flush()
    this.#shut(code, reason)
    this.#doc.destroy()
  }

  /** Rows after `seq`, as one update: the catch-up of a reader that was too slow for the relays. */
  async since(seq: number): Promise<{ update: Uint8Array; seq: number } | undefined> {
    const updates: Uint8Array[] = []
    let last = seq
    for await (const row of this.#options.log.history(this.name, seq + 1)) {
      updates.push(shallowRow(row.update).update)
      last = row.seq
    }
    return updates.length > 0 ? { update: Y.mergeUpdates(updates), seq: last } : undefined
  }
}

/** One row for what one author said in a row. */
function rowsOf(batch: readonly Pending[]): LogEntry[] {
  const rows: { author: string; updates: Uint8Array[] }[] = []
  for (const { author, update } of batch) {
    if (!update) continue
    const last = rows.at(-1)
    if (last?.author === author) last.updates.push(update)
    else rows.push({ author, updates: [update] })
  }
  return rows.map(({ author, updates }) => ({
    author,
    update: updates.length > 1 ? Y.mergeUpdates(updates) : (updates[0] as Uint8Array),
  })) // never empty
}

function merged(news: readonly { readonly update: Uint8Array }[]): Uint8Array | undefined {
  return news.length > 1 ? Y.mergeUpdates(news.map((p) => p.update)) : news[0]?.update
}
