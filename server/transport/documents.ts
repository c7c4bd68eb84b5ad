// The Yjs sockets: `/yjs/<document name>?ticket=…`, the y-websocket protocol. Accepts first, then judges and closes with a
// code, because a browser cannot read a refused upgrade.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, WebSocket, WebSocketServer } from 'ws'
import type * as Y from 'yjs'
import { DocumentSocket, type Wire } from '#server/live/documentSocket.ts'
import { Documents, type DocumentsOptions } from '#server/live/documents.ts'
import type { Admission, DocumentLane } from '#server/transport/documentLane.ts'
import { type CloseCode, closeCode } from '#shared/contract/closeCode.ts'

export interface DocumentLaneOptions extends DocumentsOptions {
  /** The only access decision, asked at the handshake and again while the socket lives. */
  readonly admit: (ticket: string, documentName: string) => Promise<Admission>
  /** Names that a participant may put under a note: its own and its seats'. */
  readonly namesOf: (participantId: string) => Promise<readonly string[]>
  /** The address that unadmitted handshakes are counted by. */
  readonly addressOf: (request: IncomingMessage) => string
}

interface Admitted {
  readonly socket: DocumentSocket
  readonly ws: WebSocket
  readonly ticket: string
  readonly name: string
  admission: Extract<Admission, { kind: 'admitted' }>
  names: readonly string[]
}

/** Milliseconds. The re-check bounds how long a message lost between processes can keep a withdrawn right alive. */
const handshakeTimeout = 10_000
const pingEvery = 25_000
const recheckEvery = 10_000
const nothing: ReadonlySet<string> = new Set()

export interface DocumentLaneWithStats extends DocumentLane {
  stats(): { readonly sockets: number; readonly documents: number }
}

export function createDocumentLane(options: DocumentLaneOptions): DocumentLaneWithStats {
  const lane = new Lane(options)
  return lane
}

class Lane implements DocumentLaneWithStats {
  readonly #options: DocumentLaneOptions
  readonly #documents: Documents
  readonly #server: WebSocketServer
  readonly #admitted = new Set<Admitted>()
  readonly #unadmitted = new Map<string, number>()
  readonly #alive = new WeakSet<WebSocket>()
  readonly #timers: NodeJS.Timeout[]
  #closing: number | undefined

  constructor(options: DocumentLaneOptions) {
    this.#options = options
    this.#documents = new Documents(options)
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: options.limits.frameStepTwo,
    })
    this.#timers = [
      setInterval(() => this.#ping(), pingEvery),
      setInterval(() => void this.recheck(), recheckEvery),
    ]
    for (const timer of this.#timers) timer.unref()
  }

  stats(): { sockets: number; documents: number } {
    return { sockets: this.#admitted.size, documents: this.#documents.size }
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const address = this.#options.addressOf(request)
    const waiting = this.#unadmitted.get(address) ?? 0
    if (
      waiting >= this.#options.limits.handshakesPerAddress ||
      this.#admitted.size >= this.#options.limits.socketsPerProcess
    ) {
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n')
      return
    }
    this.#unadmitted.set(address, waiting + 1)
    const admitted = once(() => {
      const left = (this.#unadmitted.get(address) ?? 1) - 1
      if (left > 0) this.#unadmitted.set(address, left)
      else this.#unadmitted.delete(address)
    })
    socket.once('close', admitted)
    this.#server.handleUpgrade(request, socket, head, (ws) => {
      // Without this listener one malformed frame header ends the process.
      ws.on('error', () => ws.terminate())
      void this.#welcome(ws, request).finally(admitted)
    })
  }

  async #welcome(ws: WebSocket, request: IncomingMessage): Promise<void> {
    const early: Uint8Array[] = []
    let earlyBytes = 0
    const keep = (data: RawData): void => {
      const bytes = bytesOf(data)
      earlyBytes += bytes.length
      if (earlyBytes > this.#options.limits.frameBeforeAdmission)
        ws.close(closeCode.tooLarge, 'too large before admission')
      else early.push(bytes)
    }
    ws.on('message', keep)
    const timeout = setTimeout(() => ws.terminate(), handshakeTimeout)
    try {
      const admitted = await this.#admit(ws, request)
      if (!admitted) return
      ws.off('message', keep)
      ws.on('message', (data, isBinary) => {
        if (isBinary) admitted.socket.receive(bytesOf(data))
        else admitted.socket.closed(closeCode.malformed, 'text')
      })
      for (const bytes of early) admitted.socket.receive(bytes)
    } catch (error) {
      this.#options.warn({ error }, 'document socket could not be opened')
      ws.close(closeCode.shuttingDown, 'not available now')
    } finally {
      clearTimeout(timeout)
    }
  }

  async #admit(ws: WebSocket, request: IncomingMessage): Promise<Admitted | undefined> {
    const { limits } = this.#options
    const target = readTarget(request.url ?? '')
    if (!target) return refuse(ws, closeCode.notYours, 'unknown document')
    const admission = await this.#options.admit(target.ticket, target.name)
    if (admission.kind === 'bad-ticket') return refuse(ws, closeCode.badTicket, 'ticket')
    if (admission.kind === 'not-yours') return refuse(ws, closeCode.notYours, 'not your document')
    const siblings = [...this.#admitted].filter((a) => a.admission.participantId === admission.participantId)
    if (siblings.length >= limits.socketsPerParticipant)
      return refuse(ws, closeCode.slowDown, 'too many sockets')
    const [document, names] = await Promise.all([
      this.#documents.open(target.name),
      this.#options.namesOf(admission.participantId),
    ])
    if (!document) return refuse(ws, closeCode.notYours, 'unknown document')
    if (this.#closing !== undefined) return refuse(ws, closeCode.shuttingDown, 'shutting down')
    if (ws.readyState !== WebSocket.OPEN) {
      this.#documents.left(document)
      return undefined
    }
    const socket = new DocumentSocket({
      document,
      wire: wireOf(ws),
      limits,
      participantId: admission.participantId,
      access: () => admitted.admission.access,
      user: () => admitted.admission.user,
      names: () => admitted.names,
      barred: () => admitted.admission.barred?.() ?? nothing,
      wantsAcks: target.wantsAcks,
      warn: this.#options.warn,
    })
    const admitted: Admitted = { socket, ws, ticket: target.ticket, name: target.name, admission, names }
    this.#admitted.add(admitted)
    this.#alive.add(ws)
    ws.on('pong', () => this.#alive.add(ws))
    ws.once('close', () => {
      this.#admitted.delete(admitted)
      socket.left()
      this.#documents.left(document)
    })
    return admitted
  }

  /** A line that did not answer the last ping is gone, whatever the network says. */
  #ping(): void {
    for (const { ws } of this.#admitted) {
      if (!this.#alive.has(ws)) ws.terminate()
      else {
        this.#alive.delete(ws)
        ws.ping()
      }
    }
  }

  async recheck(participantIds?: ReadonlySet<string>): Promise<void> {
    const chosen = [...this.#admitted].filter(
      (a) => !participantIds || participantIds.has(a.admission.participantId),
    )
    await Promise.all(chosen.map((admitted) => this.#recheckOne(admitted)))
  }

  async #recheckOne(admitted: Admitted): Promise<void> {
    try {
      const [admission, names] = await Promise.all([
        this.#options.admit(admitted.ticket, admitted.name),
        this.#options.namesOf(admitted.admission.participantId),
      ])
      if (admission.kind !== 'admitted' || admission.access !== admitted.admission.access) {
        admitted.socket.closed(closeCode.rightsChanged, 'your rights changed')
        return
      }
      admitted.admission = admission
      admitted.names = names
    } catch (error) {
      // The store did not answer: the right stands as it was last known, and is asked for again.
      this.#options.warn({ error }, 'rights could not be checked again')
    }
  }

  async evict(names: readonly string[]): Promise<void> {
    await this.#documents.close(closeCode.rightsChanged, 'started afresh', names)
  }

  edit(name: string, change: Parameters<DocumentLane['edit']>[1]): Promise<void> {
    return this.#documents.edit(name, change)
  }

  read<T>(name: string, look: (doc: Y.Doc) => T): Promise<T | undefined> {
    return this.#documents.read(name, look)
  }

  async close(code: number): Promise<void> {
    this.#closing = code
    for (const timer of this.#timers) clearInterval(timer)
    await this.#documents.close(code as CloseCode, 'shutting down') // callers use the shared list
    for (const { ws } of this.#admitted) ws.close(code, 'shutting down')
  }
}

function refuse(ws: WebSocket, code: CloseCode, reason: string): undefined {
  ws.close(code, reason)
  // A peer that never answers the close must not keep its socket.
  setTimeout(() => ws.terminate(), 2_000).unref()
  return undefined
}

function wireOf(ws: WebSocket): Wire {
  return {
    send: (bytes) => {
      if (ws.readyState === WebSocket.OPEN) ws.send(bytes)
    },
    buffered: () => ws.bufferedAmount,
    pause: () => ws.pause(),
    resume: () => ws.resume(),
    close: (code, reason) => {
      // A paused socket would never see the peer's answer.
      ws.resume()
      refuse(ws, code as CloseCode, reason) // DocumentSocket closes with the shared list only
    },
  }
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

/** The document name as it is spelled in the path, after one decoding of `%2F`: other spellings name nothing. */
function readTarget(url: string): { name: string; ticket: string; wantsAcks: boolean } | undefined {
  const [path = '', query = ''] = url.split('?', 2)
  if (!path.startsWith('/yjs/')) return undefined
  const params = new URLSearchParams(query)
  return {
    name: path.slice('/yjs/'.length).replace('%2F', '/'),
    ticket: params.get('ticket') ?? '',
    wantsAcks: params.get('ack') === '1',
  }
}

function once(act: () => void): () => void {
  let done = false
  return () => {
    if (!done) {
      done = true
      act()
    }
  }
}
