// The copy of one document that this browser keeps: what was read, what was written, and what the server has not acknowledged.
import * as Y from 'yjs'
import { type DeviceStorage, forgetCopy, listCopy } from '#client/live/localCopyNames.ts'
import { answerOf, openDatabase, transact } from '#client/live/localCopyStore.ts'

/** A tab's note beside its changes, kept in the same transaction: so much is not acknowledged. */
export interface UnsavedMark {
  /** The tab's Yjs client id in this document. */
  readonly client: number
  /** Structs of that client from this clock on are not acknowledged. */
  readonly fromClock: number
  readonly changes: number
  /** Milliseconds since 1970, this device's clock. */
  readonly at: number
}

export interface LoadedCopy {
  readonly updates: readonly Uint8Array[]
  /** Left by tabs that were closed, or of tabs that live beside this one. */
  readonly marks: readonly UnsavedMark[]
}

const nothing: LoadedCopy = { updates: [], marks: [] }

/** Milliseconds: Safari may leave an opening request unanswered for ever; the person must not wait for that. */
const openingLimit = 1_500
/** What others write may be kept a moment later, and a mark be taken away later: milliseconds. */
const unhurried = 250
/** After a failure the next attempt waits so long, in milliseconds. */
const retryAfter = 5_000
/** Rows beyond which they are merged into one. */
const rowsAtOpening = 40
const rowsWhileOpen = 400

export interface LocalCopyOptions {
  readonly name: string
  readonly storage: DeviceStorage
  /** The whole document, for after a failure that left a hole. */
  readonly whole: () => Uint8Array
  /** Says whether every local change so far is in a completed transaction. */
  readonly kept: (onDevice: boolean) => void
}

export class LocalCopy {
  readonly #options: LocalCopyOptions
  #database: IDBDatabase | undefined
  /** Never written again: forgotten here or by another tab, or closed. */
  #ended = false
  #queue: Uint8Array[] = []
  #mark: UnsavedMark | undefined
  #markMoved = false
  #markKey: number | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #due = false
  /** Local changes given, and how many of them completed transactions hold. */
  #given = 0
  #kept = 0
  #holed = false
  #failedAt = Number.NEGATIVE_INFINITY
  #rows = 0
  #loadedUntil: IDBValidKey | undefined

  constructor(options: LocalCopyOptions) {
    this.#options = options
  }

  /** Reads what is kept; nothing, within 1.5 s, where the browser gives no storage: the document then lives in memory only. */
  async load(): Promise<LoadedCopy> {
    const database = await this.#open()
    if (!database) return nothing
    try {
      const requests = await transact(database, 'readonly', (updates, marks) => ({
        keys: updates.getAllKeys(),
        rows: updates.getAll(),
        marks: marks.getAll(),
      }))
      const [rows, marks] = [requests.rows.result as Uint8Array[], requests.marks.result as UnsavedMark[]] // only we write here
      this.#loadedUntil = requests.keys.result.at(-1)
      this.#rows = rows.length
      this.#tell()
      return { updates: rows, marks }
    } catch {
      this.#fail()
      return nothing
    }
  }

  /** Keeps an update; at once when it was made on this device. `mark` says what is unacknowledged with it. */
  write(update: Uint8Array, mark: UnsavedMark | undefined): void {
    if (this.#ended) return
    this.#queue.push(update)
    this.#schedule(mark ? 0 : unhurried)
    if (!mark) return
    this.#given += 1
    this.#setMark(mark)
    this.#tell()
  }

  /** What is unacknowledged has become less or nothing. */
  unmark(mark: UnsavedMark | undefined): void {
    if (this.#ended || (!mark && !this.#mark)) return
    this.#setMark(mark)
    this.#schedule(unhurried)
  }

  /** The server has what these marks of other tabs stood for; a mark that moved since is a living tab's and stays. */
  settle(marks: readonly UnsavedMark[]): void {
    const database = this.#database
    if (!database || marks.length === 0) return
    const settled = transact(database, 'readwrite', (_updates, store) => {
      for (const mark of marks) {
        void answerOf<UnsavedMark | undefined>(store.get(mark.client)).then((now) => {
          if (now && now.changes === mark.changes && now.at === mark.at) store.delete(mark.client)
        })
      }
    })
    void settled.catch(() => this.#fail())
  }

  /** One row for many, once the document holds what was loaded: deleted words then take no room either. */
  compact(): void {
    if (this.#rows > rowsAtOpening) void this.#merge()
  }

  /** Issues everything that waits, as when the page is about to go. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#due = false
    void this.#flush()
  }

  /** Stops writing, leaving what is kept. */
  close(): void {
    if (this.#ended) return
    this.flush()
    this.#end()
  }

  /** Deletes the copy. */
  async forget(): Promise<void> {
    this.#queue = []
    this.#end()
    await forgetCopy(this.#options.storage, this.#options.name)
  }

  #end(): void {
    this.#ended = true
    clearTimeout(this.#timer)
    this.#database?.close()
    this.#database = undefined
    this.#options.kept(false)
  }

  async #open(): Promise<IDBDatabase | undefined> {
    const { storage, name } = this.#options
    if (this.#database || !storage.indexedDB || this.#ended) return this.#database
    const database = await openDatabase(storage.indexedDB, name, openingLimit).catch(() => undefined)
    if (!database || this.#ended) {
      database?.close()
      this.#fail()
      return undefined
    }
    this.#database = database
    listCopy(storage.localStorage, name)
    // Another tab forgets the copy (sign-out, a refusal): it must be able to.
    database.onversionchange = () => this.#end()
    database.onclose = () => this.#fail()
    return database
  }

  #setMark(mark: UnsavedMark | undefined): void {
    this.#mark = mark
    this.#markMoved = true
    if (mark) this.#markKey = mark.client
  }

  #schedule(wait: number): void {
    if (wait > 0 && this.#due) return
    clearTimeout(this.#timer)
    this.#due = true
    if (wait > 0) this.#timer = setTimeout(() => this.flush(), wait)
    else queueMicrotask(() => this.flush())
  }

  async #flush(): Promise<void> {
    if (this.#ended || (this.#queue.length === 0 && !this.#markMoved && !this.#holed)) return
    const early = Date.now() - this.#failedAt < retryAfter
    const database = this.#database ?? (early ? undefined : await this.#open())
    if (!database) {
      // In memory only; once a store answers again it gets the whole document.
      this.#queue = []
      this.#holed = true
      return
    }
    const rows = this.#takeRows()
    const [mark, key, markMoved] = [this.#mark, this.#markKey, this.#markMoved]
    const given = this.#given
    this.#markMoved = false
    try {
      await transact(database, 'readwrite', (updates, marks) => {
        for (const row of rows) updates.add(row)
        if (markMoved && mark) marks.put(mark, mark.client)
        else if (markMoved && key !== undefined) marks.delete(key)
        updates.transaction.commit?.()
      })
      this.#rows += rows.length
      this.#kept = given
      this.#tell()
    } catch {
      this.#fail()
    }
    if (this.#rows > rowsWhileOpen) void this.#merge()
  }

  #takeRows(): Uint8Array[] {
    const queue = this.#queue.splice(0)
    if (this.#holed) {
      this.#holed = false
      return [this.#options.whole()]
    }
    return queue.length > 1 ? [Y.mergeUpdates(queue)] : queue
  }

  /** Everything given may be missing from the device: the next attempt keeps the whole document. */
  #fail(): void {
    this.#database?.close()
    this.#database = undefined
    this.#failedAt = Date.now()
    this.#holed = true
    this.#markMoved = this.#mark !== undefined
    this.#tell()
    if (!this.#ended && this.#options.storage.indexedDB) this.#schedule(retryAfter + 1)
  }

  #tell(): void {
    const complete = this.#kept === this.#given && !this.#holed
    this.#options.kept(!this.#ended && this.#database !== undefined && complete)
  }

  async #merge(): Promise<void> {
    const database = this.#database
    if (!database) return
    this.#rows = 0
    await transact(database, 'readwrite', (updates) => {
      const keys = updates.getAllKeys()
      const rows = updates.getAll()
      // Requests are answered in order, and the transaction lives until the last: nobody writes in between.
      rows.onsuccess = () => {
        const last = keys.result.at(-1)
        if (last === undefined) return
        const onlyLoaded = last === this.#loadedUntil
        updates.delete(IDBKeyRange.upperBound(last))
        // Another tab may have added rows that this document does not hold: those are merged as they are.
        updates.add(onlyLoaded ? this.#options.whole() : Y.mergeUpdates(rows.result as Uint8Array[])) // only we write here
      }
    }).catch(() => this.#fail())
  }
}
