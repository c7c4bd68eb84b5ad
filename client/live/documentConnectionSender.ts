// Sends one line's update-bearing frames: gathers typing, answers the server's step 1 with everything, sends again what came back.
import * as Y from 'yjs'
import type { ConnectionSurroundings } from '#client/live/documentConnection.ts'
import type { Line } from '#client/live/documentConnectionLine.ts'
import { stepTwoFrame, stepTwoLimit, updateFrame } from '#client/live/documentConnectionWire.ts'

/** Typing within this time travels in one frame, in milliseconds. The first letter after a pause goes at once. */
const gather = 40
/** Changes that came back are sent in a step 2 when the server did not ask for one by then, in milliseconds. */
const sendAgainAfter = 1_200

export class ChangeSender {
  readonly #around: ConnectionSurroundings
  readonly #line: Line
  /** The server's state vector as it last told it; before that nothing may be sent, the step 2 will carry it all. */
  #asked: Uint8Array | undefined
  #pending: Uint8Array[] = []
  #due = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #flushedAt = 0
  #returnedAt: number | undefined
  #frames = 0

  constructor(around: ConnectionSurroundings, line: Line) {
    this.#around = around
    this.#line = line
  }

  /** A local change, as Yjs encoded it. */
  changed(update: Uint8Array): void {
    if (!this.#asked) return
    this.#pending.push(update)
    if (this.#due) return
    this.#due = true
    const wait = gather - (Date.now() - this.#flushedAt)
    if (wait <= 0) queueMicrotask(() => this.flush())
    else this.#timer = setTimeout(() => this.flush(), wait)
  }

  /** Sends what is being gathered. */
  flush(): void {
    const updates = this.#empty()
    const [first] = updates
    if (!first || !this.#around.mayWrite()) return
    this.#flushedAt = Date.now()
    this.#send(updateFrame(updates.length === 1 ? first : Y.mergeUpdates(updates)), false)
  }

  /** The server's step 1: everything that it lacks goes out, what was being gathered included. */
  asked(stateVector: Uint8Array): void {
    this.#asked = stateVector
    this.#sendWhole()
  }

  /** A frame came back for want of what it builds on; usually the server's step 1 follows. */
  cameBack(): void {
    this.#returnedAt ??= Date.now()
  }

  /** To be called from time to time. */
  tick(): void {
    if (this.#returnedAt === undefined || Date.now() - this.#returnedAt < sendAgainAfter) return
    this.#returnedAt = undefined
    if (this.#around.ledger().unsent > 0) this.#sendWhole()
  }

  /** The line is gone: the next one's step 2 carries what was gathered. */
  stop(): void {
    this.#empty()
  }

  #empty(): Uint8Array[] {
    clearTimeout(this.#timer)
    this.#due = false
    return this.#pending.splice(0)
  }

  #sendWhole(): void {
    if (!this.#asked || !this.#around.mayWrite()) return
    this.#empty()
    this.#returnedAt = undefined
    this.#send(stepTwoFrame(Y.encodeStateAsUpdate(this.#around.doc, this.#asked)), true)
  }

  #send(bytes: Uint8Array<ArrayBuffer>, whole: boolean): void {
    const { doc } = this.#around
    if (!this.#line.isOpen) return
    if (bytes.length > stepTwoLimit) {
      this.#around.refuse('too-large')
      return
    }
    this.#frames += 1
    this.#line.send(bytes)
    const clock = Y.getState(doc.store, doc.clientID)
    this.#around.record({
      type: 'sent',
      frame: this.#frames,
      whole,
      bytes: bytes.length,
      at: Date.now(),
      clock,
    })
  }
}
