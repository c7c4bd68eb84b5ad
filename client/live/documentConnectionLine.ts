// One WebSocket from opening to end: numbers what it sends, watches whether it lives, says once when it is over.
import { judgeLine, watchLimits } from '#client/live/documentConnectionWatch.ts'

/** The close code for a line that we gave up ourselves; no server sends it. */
export const gaveUp = 0

export interface LineEvents {
  /** Milliseconds until the handshake must be done. */
  readonly opening: number
  /** 1, doubled for each line that was given up in vain. */
  readonly patience: number
  opened(): void
  received(bytes: Uint8Array): void
  /** Called once. 1006 and `gaveUp` are lines that broke; anything from 4400 on was said by the server. */
  ended(code: number): void
  /** The line has been silent too long to be believed, or speaks again. */
  silence(silent: boolean): void
  /** A step 1 is due, to which a living server answers. */
  probe(): void
  /** The oldest unanswered frame and the bytes of all of them. */
  waiting(): { readonly since: number; readonly bytes: number } | undefined
  /** Called twice a second while the line is open. */
  tick(): void
}

const tickMs = 500
/** A gap between ticks that means this device slept: silence is then counted afresh. */
const slept = 5_000

export class Line {
  /** Whether the server's step 2 has come. */
  joined = false
  readonly #socket: WebSocket
  readonly #events: LineEvents
  readonly #timer: ReturnType<typeof setInterval>
  #heardAt = Date.now()
  #tickedAt = Date.now()
  #probedAt: number | undefined
  #lastProbeAt = 0
  #silent = false
  #over = false

  constructor(socket: WebSocket, events: LineEvents) {
    this.#socket = socket
    this.#events = events
    socket.binaryType = 'arraybuffer'
    socket.onopen = () => {
      this.#heard()
      events.opened()
    }
    socket.onmessage = ({ data }: MessageEvent) => {
      if (this.#over || !(data instanceof ArrayBuffer)) return
      this.#heard()
      events.received(new Uint8Array(data))
    }
    socket.onclose = ({ code }) => this.#end(code)
    // An error is always followed by its close.
    socket.onerror = () => undefined
    this.#timer = setInterval(() => this.#watch(), tickMs)
  }

  get isOpen(): boolean {
    return !this.#over && this.#socket.readyState === 1
  }

  /** Whether asking for a sign of life is not asking too often. */
  get mayProbe(): boolean {
    return this.joined && this.isOpen && Date.now() - this.#lastProbeAt > watchLimits.probeEvery
  }

  send(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.isOpen) this.#socket.send(bytes)
  }

  /** A step 1 was sent; its step 2 is owed. */
  probed(): void {
    this.#probedAt = Date.now()
    this.#lastProbeAt = this.#probedAt
  }

  /** The server's step 2 came. */
  answered(): void {
    this.#probedAt = undefined
    this.joined = true
  }

  /** Ends the line from this side. */
  close(code: number = gaveUp): void {
    this.#end(code)
  }

  #heard(): void {
    this.#heardAt = Date.now()
    this.#tell(false)
  }

  #tell(silent: boolean): void {
    if (this.#silent === silent) return
    this.#silent = silent
    this.#events.silence(silent)
  }

  #watch(): void {
    const now = Date.now()
    // Also when the clock was set: neither sleep nor a new hour is the server's silence.
    if (now - this.#tickedAt > slept || now < this.#tickedAt) this.#wake(now)
    this.#tickedAt = now
    const { act, silent } = judgeLine({
      now,
      open: this.isOpen,
      joined: this.joined,
      heardAt: this.#heardAt,
      probedAt: this.#probedAt,
      lastProbeAt: this.#lastProbeAt,
      waiting: this.#events.waiting(),
      opening: this.#events.opening,
      patience: this.#events.patience,
    })
    this.#tell(silent)
    if (act === 'cut') return this.#end(gaveUp)
    if (act === 'probe') this.#events.probe()
    if (this.isOpen) this.#events.tick()
  }

  #wake(now: number): void {
    this.#heardAt = now
    this.#probedAt = undefined
    if (this.mayProbe) this.#events.probe()
  }

  #end(code: number): void {
    if (this.#over) return
    this.#over = true
    clearInterval(this.#timer)
    const socket = this.#socket
    socket.onopen = null
    socket.onmessage = null
    socket.onclose = null
    try {
      socket.close()
    } catch {
      // Closing a socket that is still opening throws in some implementations; it is gone all the same.
    }
    this.#events.ended(code)
  }
}
