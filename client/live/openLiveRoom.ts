// Opens a live room: its documents, its room lane and one ticket for all, outside React and until it is closed.

import type { LiveDocument, LiveRoom, SaveStatus } from '#client/live/liveRoom.ts'
import { type DeviceStorage, deviceStorage } from '#client/live/localCopyNames.ts'
import { OpenedDocument } from '#client/live/openLiveRoomDocument.ts'
import { recoverOtherCopies } from '#client/live/openLiveRoomRecovery.ts'
import { returnSchedule } from '#client/live/openLiveRoomReturn.ts'
import { Tickets } from '#client/live/openLiveRoomTickets.ts'
import { RoomConnection } from '#client/live/roomConnection.ts'
import { combinedStatus } from '#client/live/saveState.ts'
import { parseDocumentName } from '#shared/contract/documentName.ts'
import type { JoinAnswer, RoomDocument } from '#shared/room/join.ts'
import type { Changed } from '#shared/wire.ts'

export interface OpenLiveRoomOptions {
  /** Joins the same room again as the same participant. Rejects as `client/live/api` does. */
  readonly refresh: () => Promise<JoinAnswer>
  /** `http://host:port`; the page's own by default. */
  readonly origin?: string
  readonly openSocket?: (url: string) => WebSocket
  readonly storage?: DeviceStorage
  /** For errors of observers of a document; told to the page as uncaught by default. */
  readonly report?: (error: unknown) => void
}

/** Tells of changes at most so often, in milliseconds: the badge moves with every key. What is asked is always the present. */
const tellEvery = 80

export function openLiveRoom(join: JoinAnswer, options: OpenLiveRoomOptions): LiveRoom {
  return new OpenedRoom(join, options)
}

class OpenedRoom implements LiveRoom {
  readonly #options: Required<OpenLiveRoomOptions>
  readonly #tickets: Tickets
  readonly #lane: RoomConnection
  readonly #returnDelay = returnSchedule()
  readonly #listeners = new Set<() => void>()
  readonly #stopHints: () => void
  #documents: readonly OpenedDocument[]
  #timer: ReturnType<typeof setTimeout> | undefined
  #toldAt = 0
  #closed = false

  constructor(join: JoinAnswer, options: OpenLiveRoomOptions) {
    this.#options = {
      origin: options.origin ?? globalThis.location.origin,
      openSocket: options.openSocket ?? ((url) => new WebSocket(url)),
      storage: options.storage ?? deviceStorage(),
      report: options.report ?? reportUncaught,
      refresh: options.refresh,
    }
    this.#tickets = new Tickets(join, this.#options.refresh, (answer) => this.#renewed(answer))
    this.#documents = join.documents.map((document) => this.#open(document))
    this.#lane = new RoomConnection({
      origin: this.#options.origin,
      tickets: this.#tickets,
      changed: () => this.#changed(),
    })
    this.#stopHints = this.#followHints()
  }

  get join(): JoinAnswer {
    return this.#tickets.current
  }

  get documents(): readonly LiveDocument[] {
    return this.#documents
  }

  get whiteboard(): LiveDocument {
    const whiteboard = this.#documents.find(({ kind }) => kind === 'whiteboard')
    if (!whiteboard) throw new Error('A room without a whiteboard')
    return whiteboard
  }

  get drafts(): readonly LiveDocument[] {
    return this.#documents.filter(({ kind }) => kind === 'drafts')
  }

  draftsOf(spaceId: string): LiveDocument | undefined {
    return this.drafts.find(({ name }) => parseDocumentName(name)?.id === spaceId)
  }

  people() {
    return this.#lane.snapshots.people
  }

  state() {
    return this.#lane.snapshots.state
  }

  clockOffset(): number {
    return this.#lane.snapshots.clockOffset
  }

  save(): SaveStatus {
    return combinedStatus(this.#documents.map((document) => document.save()))
  }

  command(name: string, input: unknown) {
    return this.#lane.command(name, input)
  }

  subscribe(changed: () => void): () => void {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  onChanged(told: (what?: Changed) => void): () => void {
    return this.#lane.onChanged(told)
  }

  dismissRefused(documentName: string): void {
    for (const document of this.#documents) {
      if (document.name !== documentName || !document.dismissRefused()) continue
      const current = this.join.documents.find(({ name }) => name === documentName)
      if (current) this.#replace(document, current)
    }
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    clearTimeout(this.#timer)
    this.#stopHints()
    this.#lane.close()
    for (const document of this.#documents) document.close()
    this.#listeners.clear()
  }

  #open(document: RoomDocument): OpenedDocument {
    const opened = new OpenedDocument({
      ...this.#options,
      document,
      participantId: this.join.participantId,
      tickets: this.#tickets,
      returnDelay: this.#returnDelay,
    })
    opened.subscribe(() => this.#changed())
    void recoverOtherCopies(opened, this.#options.storage)
    return opened
  }

  #replace(old: OpenedDocument, document: RoomDocument): void {
    const fresh = this.#open(document)
    this.#documents = this.#documents.map((one) => (one === old ? fresh : one))
    old.close()
    this.#changed()
  }

  /** A new ticket may bring other rights, other documents, or a document started afresh. */
  #renewed(answer: JoinAnswer): void {
    if (this.#closed) return
    for (const document of this.#documents) this.#follow(document, answer)
    const known = new Set(this.#documents.map(({ name }) => name))
    const added = answer.documents.filter(({ name }) => !known.has(name))
    this.#documents = [...this.#documents, ...added.map((document) => this.#open(document))]
    this.#changed()
  }

  #follow(document: OpenedDocument, answer: JoinAnswer): void {
    const isUnsaved = document.save().unsaved > 0
    const now = answer.documents.find(({ name }) => name === document.name)
    if (!now) {
      if (isUnsaved || document.kind === 'whiteboard') document.refuse('rights')
      else this.#leave(document)
    } else if (answer.participantId !== document.owner.participantId) {
      // The cookie is lost: this person's earlier changes would be somebody else's.
      if (isUnsaved) document.refuse('identity')
      else this.#replace(document, now)
    } else if (now.generation !== document.generation) {
      if (isUnsaved) document.refuse('replaced')
      this.#replace(document, now)
    } else if (document.setAccess(now.access)) this.#replace(document, now)
  }

  #leave(document: OpenedDocument): void {
    this.#documents = this.#documents.filter((one) => one !== document)
    document.leave()
  }

  #changed(): void {
    if (this.#closed || this.#timer !== undefined) return
    const wait = tellEvery - (Date.now() - this.#toldAt)
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined
        this.#toldAt = Date.now()
        for (const listener of [...this.#listeners]) listener()
      },
      Math.max(0, wait),
    )
  }

  /** What the browser says of its line and of this page: hints, never the truth. */
  #followHints(): () => void {
    const page = globalThis.window as Window | undefined // there is none in Node
    if (!page) return () => undefined
    const each = (act: (document: OpenedDocument) => void) => (): void => this.#documents.forEach(act)
    const tryNow = (): void => {
      if (page.document.visibilityState === 'hidden') return
      each((document) => document.tryNow())()
      this.#lane.tryNow()
    }
    const flush = each((document) => document.flush())
    const beforeLeaving = (event: BeforeUnloadEvent): void => {
      flush()
      const { unsaved, keptOnDevice } = this.save()
      if (unsaved > 0 && !keptOnDevice) event.preventDefault()
    }
    const stop = new AbortController()
    const { signal } = stop
    page.addEventListener('online', tryNow, { signal })
    page.addEventListener('pageshow', tryNow, { signal })
    page.document.addEventListener('visibilitychange', tryNow, { signal })
    page.addEventListener(
      'offline',
      each((document) => document.doubt()),
      { signal },
    )
    page.addEventListener('pagehide', flush, { signal })
    page.addEventListener('beforeunload', beforeLeaving, { signal })
    return () => stop.abort()
  }
}

/** An error of a page's observer is the page's, not the line's: shown where uncaught errors are shown. */
function reportUncaught(error: unknown): void {
  if (typeof globalThis.reportError === 'function') globalThis.reportError(error)
  else
    queueMicrotask(() => {
      throw error
    })
}
