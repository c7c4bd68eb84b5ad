// Which documents are open. Memory is given back when the last socket has gone.
import type * as Y from 'yjs'
import { OpenDocument, type OpenDocumentOptions, type SchemaCheck } from '#server/live/openDocument.ts'
import type { UpdateBounds } from '#server/live/updateReader.ts'
import { type CloseCode, closeCode } from '#shared/contract/closeCode.ts'
import { type DocumentKind, parseDocumentName } from '#shared/contract/documentName.ts'

/** What the gate knows of one kind of document. */
export interface DocumentSchema {
  readonly roots: ReadonlySet<string>
  readonly check: SchemaCheck
  /** Called once with each document that is read from the log, before anything is applied to it. */
  readonly prepare?: (doc: Y.Doc) => void
  /** Puts back what a document cannot be used without. */
  readonly mend?: {
    /** Names what is lacking; empty when there is nothing to do. */
    readonly lacking: (doc: Y.Doc) => readonly string[]
    readonly put: (doc: Y.Doc) => void
  }
}

export interface DocumentsOptions extends Omit<OpenDocumentOptions, 'check' | 'bounds' | 'prepare'> {
  readonly schemas: Readonly<Record<DocumentKind, DocumentSchema>>
}

/** A reload of the last tab must not read the document again; milliseconds. */
const grace = 2_000
/** Rows after which a snapshot saves the next opening more than it costs. */
const rowsForSnapshot = { atClose: 50, whileOpen: 2_000 }

export class Documents {
  readonly #options: DocumentsOptions
  readonly #open = new Map<string, Promise<OpenDocument | undefined>>()
  readonly #leaving = new Map<string, NodeJS.Timeout>()

  constructor(options: DocumentsOptions) {
    this.#options = options
  }

  get size(): number {
    return this.#open.size
  }

  /** Opens a document, or gives the open one; undefined for a name that does not exist. Throws `DamagedLog`. */
  async open(name: string): Promise<OpenDocument | undefined> {
    for (;;) {
      const opening = this.#open.get(name) ?? this.#load(name)
      const document = await opening
      if (!document?.isClosed) return document
      // It failed or was evicted since: forget it and read again.
      if (this.#open.get(name) === opening) this.#open.delete(name)
    }
  }

  #load(name: string): Promise<OpenDocument | undefined> {
    const kind = parseDocumentName(name)?.kind
    const loading = (async () => {
      const document = kind && (await this.#read(name, kind))
      if (!document || (await this.#mend(document, kind))) return document
      // It could not be mended, and is of no use after that: as it stands on disk it can at least be read.
      return this.#read(name, kind)
    })()
    this.#open.set(name, loading)
    const forget = (): void => {
      if (this.#open.get(name) === loading) this.#open.delete(name)
    }
    loading.then((document) => document ?? forget(), forget)
    return loading
  }

  async #read(name: string, kind: DocumentKind): Promise<OpenDocument | undefined> {
    const { schemas, ...options } = this.#options
    const { check, roots, prepare } = schemas[kind]
    const bounds: UpdateBounds = {
      structs: options.limits.structsPerUpdate,
      stringBytes: options.limits.stringBytes,
      depth: options.limits.nesting,
      roots,
    }
    const document = new OpenDocument(name, {
      ...options,
      check,
      bounds,
      prepare: prepare ?? (() => undefined),
    })
    return (await document.load()) ? document : undefined
  }

  /** The server's own update, through the gate and into the log as any other. False when it could not be made. */
  async #mend(document: OpenDocument, kind: DocumentKind): Promise<boolean> {
    const { schemas, warn } = this.#options
    const { mend } = schemas[kind]
    const lacking = mend ? await document.read(mend.lacking) : []
    if (!mend || lacking.length === 0) return true
    const { name } = document
    try {
      // A new room's board is empty: nothing happened to it.
      if (document.headSeq > 0)
        warn({ document: name, lacking }, 'put back what the document cannot do without')
      await document.edit(mend.put)
      return true
    } catch (error) {
      warn({ document: name, lacking, error }, 'what the document cannot do without was not put back')
      await document.close(closeCode.shuttingDown, 'cannot be mended now')
      return false
    }
  }

  /** To be called whenever a socket has left. */
  left(document: OpenDocument): void {
    if (document.peers.size > 0 || this.#leaving.has(document.name)) return
    const timer = setTimeout(() => {
      this.#leaving.delete(document.name)
      if (document.peers.size === 0) void this.#close(document)
      else void this.#snapshot(document, rowsForSnapshot.whileOpen)
    }, grace)
    timer.unref()
    this.#leaving.set(document.name, timer)
  }

  async #close(document: OpenDocument): Promise<void> {
    await this.#snapshot(document, rowsForSnapshot.atClose)
    // Somebody may have come while the snapshot was written.
    if (document.peers.size > 0) return
    await document.close(closeCode.rightsChanged, 'closed')
    this.#open.delete(document.name)
  }

  /** A snapshot is only a cache: failing to write one loses nothing. */
  async #snapshot(document: OpenDocument, rows: number): Promise<void> {
    try {
      await document.snapshot(rows)
    } catch (error) {
      this.#options.warn({ document: document.name, error }, 'snapshot not written')
    }
  }

  /** Changes a document as the server; opens it for as long as that takes. */
  async edit(name: string, change: (doc: Y.Doc) => void): Promise<void> {
    const document = await this.open(name)
    if (!document) throw new Error(`no document ${name}`)
    await document.edit(change)
    this.left(document)
  }

  async read<T>(name: string, look: (doc: Y.Doc) => T): Promise<T | undefined> {
    const document = await this.open(name)
    if (!document) return undefined
    const seen = await document.read(look)
    this.left(document)
    return seen
  }

  /** Closes these documents (all when absent) with everything kept that was accepted. */
  async close(code: CloseCode, reason: string, names?: readonly string[]): Promise<void> {
    const chosen = names ?? [...this.#open.keys()]
    await Promise.all(
      chosen.map(async (name) => {
        const document = await this.#open.get(name)?.catch(() => undefined)
        await document?.close(code, reason)
        this.#open.delete(name)
      }),
    )
  }
}
