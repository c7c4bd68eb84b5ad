// The connection of one live document: applies what others wrote, sends what is written here, comes back after every cut.
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { gaveUp, Line } from '#client/live/documentConnectionLine.ts'
import { type SharedPresence, sharePresence } from '#client/live/documentConnectionPresence.ts'
import { ChangeSender } from '#client/live/documentConnectionSender.ts'
import {
  presenceFrame,
  readServerFrame,
  type ServerFrame,
  stepOneFrame,
} from '#client/live/documentConnectionWire.ts'
import type { RefusedChange } from '#client/live/liveRoom.ts'
import { attemptLimit, type Failure } from '#client/live/openLiveRoomReturn.ts'
import type { Renewal } from '#client/live/openLiveRoomTickets.ts'
import { applyReceived } from '#client/live/receivedUpdate.ts'
import type { SaveEvent, SaveLedger } from '#client/live/saveState.ts'
import type { FrameRefusal } from '#shared/contract/acknowledgement.ts'
import { closeCode, mayComeBack } from '#shared/contract/closeCode.ts'

/** What a connection needs of the document and of the room around it. */
export interface ConnectionSurroundings {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** Asked at each use: rights change while a connection lives. */
  mayWrite(): boolean
  /** The address to connect to, with the ticket at hand. */
  address(): string
  openSocket(url: string): WebSocket
  /** `limit` in milliseconds; `since`: when the last line was lost, by `performance.now()`. */
  renew(limit: number, since: number): Promise<Renewal>
  /** Milliseconds. */
  returnDelay(failure: Failure): number
  ledger(): SaveLedger
  record(event: SaveEvent): void
  /** The server's content is in the document. */
  read(): void
  /** The server will not have what this document holds, or this person: for good. Stops the connection. */
  refuse(code: RefusedChange['code']): void
  /** For errors of the document's observers: a bug elsewhere must not end the line. */
  report(error: unknown): void
}

/** The origin of transactions that came from the server: they are not sent back. */
export const fromServer = { name: 'server' } as const

/** A whole school's line may come back at once: its people spread over so many milliseconds. */
const hintSpread = 1_200
/** Before asking a door again that said no, in milliseconds. */
const doorPause = 1_500

export class DocumentConnection {
  readonly #around: ConnectionSurroundings
  readonly #presence: SharedPresence
  #line: Line | undefined
  #sender: ChangeSender | undefined
  #waiting: ReturnType<typeof setTimeout> | undefined
  /** Attempts in a row that led to no join. */
  #failures = 0
  #patience = 1
  #attemptedAt = 0
  #lostAt = 0
  #refusedTickets = 0
  /** Every wait and every answer of an older attempt is void once this has moved. */
  #attempt = 0
  #stopped = false

  constructor(around: ConnectionSurroundings) {
    this.#around = around
    this.#presence = sharePresence(around.awareness, (update) => this.#line?.send(presenceFrame(update)))
  }

  /** Connects with the ticket at hand. */
  start(): void {
    if (!this.#stopped) this.#connect()
  }

  /** A local change, as Yjs encoded it; the ledger has counted it. */
  changed(update: Uint8Array): void {
    this.#sender?.changed(update)
  }

  /** Sends what is being gathered. */
  flush(): void {
    this.#sender?.flush()
  }

  /** Something hints that the line is back, or that this page is looked at again: try now. */
  tryNow(): void {
    if (this.#waiting !== undefined) this.#return(Math.random() * hintSpread)
    else if (this.#line?.mayProbe) this.#probe()
  }

  /** Something hints that the line is gone. Hints are not believed: a new connection tells the truth. */
  doubt(): void {
    if (this.#line?.joined) this.#line.close(1006)
  }

  /** Says good-bye and stays away. */
  stop(): void {
    if (this.#stopped) return
    this.flush()
    this.#stopped = true
    this.#attempt += 1
    clearTimeout(this.#waiting)
    this.#presence.stop()
    this.#line?.close(1000)
  }

  #connect(): void {
    this.#attempt += 1
    this.#waiting = undefined
    this.#attemptedAt = Date.now()
    const line: Line = new Line(this.#around.openSocket(this.#around.address()), {
      opening: attemptLimit(this.#failures),
      patience: this.#patience,
      opened: () => {
        this.#presence.tell()
        this.#probe()
      },
      received: (bytes) => this.#received(bytes, line),
      ended: (code) => this.#ended(code),
      silence: (silent) => this.#around.record({ type: silent ? 'silent' : 'heard' }),
      probe: () => this.#probe(),
      waiting: () => this.#unanswered(),
      tick: () => this.#sender?.tick(),
    })
    this.#line = line
    this.#sender = new ChangeSender(this.#around, line)
  }

  #unanswered(): { since: number; bytes: number } | undefined {
    const { underWay } = this.#around.ledger()
    const oldest = underWay[0]
    return oldest && { since: oldest.at, bytes: underWay.reduce((sum, { bytes }) => sum + bytes, 0) }
  }

  #probe(): void {
    this.#line?.send(stepOneFrame(Y.encodeStateVector(this.#around.doc)))
    this.#line?.probed()
  }

  #received(bytes: Uint8Array, line: Line): void {
    let frame: ServerFrame
    try {
      frame = readServerFrame(bytes)
    } catch {
      // Cut short or not ours: this line cannot be trusted.
      line.close(gaveUp)
      return
    }
    this.#handle(frame, line)
  }

  #handle(frame: ServerFrame, line: Line): void {
    switch (frame.kind) {
      case 'step-one':
        this.#sender?.asked(frame.stateVector)
        return
      case 'step-two':
        this.#apply(frame.update)
        this.#joined(line)
        return
      case 'update':
        this.#apply(frame.update)
        return
      case 'presence':
        this.#presence.receive(frame.update)
        return
      case 'acknowledged':
        this.#patience = Math.max(1, this.#patience / 2)
        this.#around.record({ type: 'acknowledged', frames: frame.frames })
        return
      case 'refused':
        this.#frameRefused(frame.frame, frame.code)
        return
      case 'unknown':
        return
      default:
        frame satisfies never
    }
  }

  #joined(line: Line): void {
    line.answered()
    this.#failures = 0
    this.#refusedTickets = 0
    if (!this.#around.mayWrite()) this.#around.record({ type: 'reading' })
    this.#around.read()
  }

  #apply(update: Uint8Array): void {
    try {
      applyReceived(this.#around.doc, update, fromServer)
    } catch (error) {
      this.#around.report(error)
    }
  }

  #frameRefused(frame: number, code: FrameRefusal): void {
    if (code === 'missing-dependencies') {
      this.#around.record({ type: 'returned', frame })
      this.#sender?.cameBack()
    } else if (code === 'unavailable') this.#line?.close(1006)
    else this.#around.refuse(code)
  }

  #ended(code: number): void {
    this.#lostAt = performance.now()
    this.#sender?.stop()
    this.#sender = undefined
    this.#line = undefined
    this.#presence.alone()
    if (this.#stopped) return
    this.#around.record({ type: 'lost' })
    if (code === closeCode.badTicket) {
      this.#ticketRefused(0)
    } else if (!mayComeBack(code)) this.#around.refuse(refusalOfClose(code))
    else {
      if (code === gaveUp) this.#patience = Math.min(16, this.#patience * 2)
      this.#comeBackLater(code)
    }
  }

  /** By a socket or by the room's door: once may be a server that is just starting, twice is an answer. */
  #ticketRefused(delay: number): void {
    this.#refusedTickets += 1
    if (this.#refusedTickets > 1) this.#around.refuse('ticket')
    else this.#return(delay)
  }

  #comeBackLater(code: number): void {
    this.#failures += 1
    const took = Date.now() - this.#attemptedAt
    this.#return(this.#around.returnDelay({ code, failures: this.#failures, took }))
  }

  /** Waits, renews the ticket, connects. */
  #return(delay: number): void {
    clearTimeout(this.#waiting)
    this.#attempt += 1
    const attempt = this.#attempt
    this.#waiting = setTimeout(() => {
      this.#attemptedAt = Date.now()
      void this.#around.renew(attemptLimit(this.#failures), this.#lostAt).then((renewal) => {
        if (attempt !== this.#attempt || this.#stopped) return
        if (renewal === 'renewed') this.#connect()
        else if (renewal === 'unavailable') this.#comeBackLater(gaveUp)
        else this.#ticketRefused(doorPause)
      })
    }, delay)
  }
}

function refusalOfClose(code: number): RefusedChange['code'] {
  if (code === closeCode.notYours) return 'rights'
  return code === closeCode.tooLarge ? 'too-large' : 'structure'
}
