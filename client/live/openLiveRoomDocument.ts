// One live document as a whole: its Y.Doc, its presence, its connection, its copy on this device and its honest badge.
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { DocumentConnection, fromServer } from '#client/live/documentConnection.ts'
import { refusedText, type UnsavedRange } from '#client/live/documentConnectionRefusedText.ts'
import type { LiveDocument, RefusedChange, SaveStatus } from '#client/live/liveRoom.ts'
import { LocalCopy, type UnsavedMark } from '#client/live/localCopy.ts'
import { type CopyOwner, copyName, type DeviceStorage } from '#client/live/localCopyNames.ts'
import { forgetRefused, keepRefused, refusedOf } from '#client/live/localCopyRefused.ts'
import type { Failure } from '#client/live/openLiveRoomReturn.ts'
import type { Tickets } from '#client/live/openLiveRoomTickets.ts'
import {
  newLedger,
  recordEvent,
  type SaveEvent,
  type SaveLedger,
  saveStatus,
  unsavedOf,
} from '#client/live/saveState.ts'
import type { Access } from '#shared/people/access.ts'
import type { RoomDocument } from '#shared/room/join.ts'

export interface DocumentSettings {
  readonly document: RoomDocument
  readonly participantId: string
  /** `http://host:port` of the server. */
  readonly origin: string
  readonly storage: DeviceStorage
  readonly tickets: Tickets
  readonly openSocket: (url: string) => WebSocket
  readonly returnDelay: (failure: Failure) => number
  readonly report: (error: unknown) => void
}

/** How long a return is told, in milliseconds. */
const backTime = 6_000
/** The origin of what was read from this device: neither local news nor the server's. */
const fromCopy = { name: 'copy on this device' } as const

export class OpenedDocument implements LiveDocument {
  readonly name: string
  readonly kind: RoomDocument['kind']
  readonly generation: number
  readonly groupId: string | null
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly #settings: DocumentSettings
  readonly #connection: DocumentConnection
  readonly #listeners = new Set<() => void>()
  #copy: LocalCopy
  #access: Access
  #ledger: SaveLedger = newLedger
  #readable = false
  #inherited: readonly UnsavedMark[] = []
  /** Changes were made here without the right to: they are sent nowhere, and the document is no longer the server's. */
  #strayed = false
  #calm: ReturnType<typeof setTimeout> | undefined
  #closed = false

  constructor(settings: DocumentSettings) {
    const { name, kind, generation, groupId, access } = settings.document
    this.#settings = settings
    this.name = name
    this.kind = kind
    this.generation = generation
    this.groupId = groupId
    this.#access = access
    this.#copy = this.#newCopy()
    this.#connection = this.#newConnection()
    this.doc.on('update', (update: Uint8Array, origin: unknown) => this.#updated(update, origin))
    void this.#open()
  }

  get access(): Access {
    return this.#access
  }

  get owner(): CopyOwner {
    const { origin, participantId } = this.#settings
    return { origin, documentName: this.name, participantId, generation: this.generation }
  }

  isReadable(): boolean {
    return this.#readable
  }

  save(): SaveStatus {
    return saveStatus(this.#ledger)
  }

  subscribe(changed: () => void): () => void {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  /** The rights that a new ticket brings. True when the document must be opened afresh to go on. */
  setAccess(access: Access): boolean {
    if (access === this.#access) return false
    this.#access = access
    if (access === 'read' && unsavedOf(this.#ledger) > 0) this.refuse('read-only')
    this.#notify()
    return access === 'write' && this.#strayed
  }

  /** The server will not have what is unsaved here: the words are kept for copying out, the copy is dropped. */
  refuse(code: RefusedChange['code']): void {
    if (this.#ledger.blocked || this.#closed) return
    const change = { documentName: this.name, code, text: refusedText(this.doc, this.#unsavedRanges()) }
    keepRefused(this.#settings.storage.localStorage, change)
    this.#record({ type: 'refused', change })
    this.#connection.stop()
    // Without a ticket nothing was judged: whoever comes back with a right still finds the words.
    if (code === 'ticket') this.#copy.close()
    else void this.#copy.forget()
  }

  /** Words found elsewhere on this device that cannot be sent any more: offered, without blocking anything. */
  remember(change: RefusedChange): void {
    this.#record({ type: 'remembered', changes: [change] })
  }

  /** The refused words were copied out. True when the document must be opened afresh. */
  dismissRefused(): boolean {
    forgetRefused(this.#settings.storage.localStorage, this.name)
    this.#record({ type: 'dismissed' })
    return this.#ledger.blocked
  }

  flush(): void {
    this.#connection.flush()
    this.#copy.flush()
  }

  tryNow(): void {
    this.#connection.tryNow()
  }

  doubt(): void {
    this.#connection.doubt()
  }

  /** Its rights are over, and nothing of one's own waits in it: what this device kept of it goes too. */
  leave(): void {
    void this.#copy.forget()
    this.close()
  }

  /** Ends everything; what is kept on this device stays. */
  close(): void {
    if (this.#closed) return
    this.#connection.stop()
    this.#copy.close()
    this.#closed = true
    clearTimeout(this.#calm)
    this.awareness.destroy()
    this.doc.destroy()
    this.#listeners.clear()
  }

  async #open(): Promise<void> {
    const { updates, marks } = await this.#copy.load()
    if (this.#closed) return
    if (this.#access === 'read' && marks.length > 0) await this.#refuseKept(updates, marks)
    else this.#adopt(updates, marks)
    const remembered = refusedOf(this.#settings.storage.localStorage, this.name)
    if (remembered.length > 0) this.#record({ type: 'remembered', changes: remembered })
    if (!this.#closed) this.#connection.start()
  }

  #adopt(updates: readonly Uint8Array[], marks: readonly UnsavedMark[]): void {
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update, fromCopy)
    }, fromCopy)
    this.#copy.compact()
    this.#inherited = marks
    this.#readable = updates.length > 0
    this.#record({ type: 'inherited', changes: marks.reduce((sum, { changes }) => sum + changes, 0) })
    this.#notify()
  }

  /** Words written with a right that is gone: they are offered to their author, never shown as if they stood in the text. */
  async #refuseKept(updates: readonly Uint8Array[], marks: readonly UnsavedMark[]): Promise<void> {
    const kept = new Y.Doc()
    for (const update of updates) Y.applyUpdate(kept, update)
    const text = refusedText(kept, marks)
    kept.destroy()
    keepRefused(this.#settings.storage.localStorage, { documentName: this.name, code: 'read-only', text })
    await this.#copy.forget()
    this.#copy = this.#newCopy()
    await this.#copy.load()
  }

  #newCopy(): LocalCopy {
    const { storage } = this.#settings
    return new LocalCopy({
      name: copyName(this.owner),
      storage,
      whole: () => Y.encodeStateAsUpdate(this.doc),
      kept: (onDevice) => this.#record({ type: 'kept', onDevice }),
    })
  }

  #newConnection(): DocumentConnection {
    const { origin, tickets, openSocket, returnDelay, report } = this.#settings
    return new DocumentConnection({
      doc: this.doc,
      awareness: this.awareness,
      mayWrite: () => this.#access === 'write' && !this.#ledger.blocked,
      address: () => {
        const query = new URLSearchParams({ ticket: tickets.current.ticket, ack: '1' })
        return `${origin.replace(/^http/, 'ws')}/yjs/${this.name}?${query}`
      },
      openSocket,
      renew: (limit, since) => tickets.renew(limit, since),
      returnDelay,
      ledger: () => this.#ledger,
      record: (event) => this.#record(event),
      read: () => this.#read(),
      refuse: (code) => this.refuse(code),
      report,
    })
  }

  #updated(update: Uint8Array, origin: unknown): void {
    if (origin === fromCopy) return
    if (origin === fromServer) return this.#copy.write(update, undefined)
    if (this.#access !== 'write' || this.#ledger.blocked) {
      this.#strayed = true
      return
    }
    this.#record({ type: 'changed', at: Date.now() })
    this.#copy.write(update, this.#mark())
    this.#connection.changed(update)
  }

  #mark(): UnsavedMark | undefined {
    const changes = unsavedOf(this.#ledger)
    if (changes === 0) return undefined
    return { client: this.doc.clientID, fromClock: this.#ledger.savedClock, changes, at: Date.now() }
  }

  #unsavedRanges(): UnsavedRange[] {
    return [...this.#inherited, { client: this.doc.clientID, fromClock: this.#ledger.savedClock }]
  }

  #read(): void {
    if (this.#readable) return
    this.#readable = true
    this.#notify()
  }

  #record(event: SaveEvent): void {
    if (this.#closed) return
    const [before, status] = [this.#ledger, this.save()]
    this.#ledger = recordEvent(before, event)
    if (event.type === 'acknowledged') this.#acknowledged(before)
    const now = this.save()
    const isSame = (Object.keys({ ...status, ...now }) as (keyof SaveStatus)[]).every(
      (key) => status[key] === now[key],
    ) // keys of the two
    if (!isSame) this.#notify()
  }

  #acknowledged(before: SaveLedger): void {
    this.#copy.unmark(this.#mark())
    if (before.line === 'joined' || this.#ledger.line !== 'joined') return
    this.#copy.settle(this.#inherited)
    this.#inherited = []
    clearTimeout(this.#calm)
    if (this.#ledger.back > 0) this.#calm = setTimeout(() => this.#record({ type: 'calm' }), backTime)
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) listener()
  }
}
