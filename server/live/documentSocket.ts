// One socket on one document: numbering, pace, and a reader that is too slow. Knows the protocol, not the network library.

import { bucket } from '#server/live/bucket.ts'
import * as frames from '#server/live/frames.ts'
import { readFrame } from '#server/live/frames.ts'
import type { Limits } from '#server/live/limits.ts'
import type { DocumentPeer, OpenDocument } from '#server/live/openDocument.ts'
import type { FrameRefusal } from '#shared/contract/acknowledgement.ts'
import { type CloseCode, closeCode } from '#shared/contract/closeCode.ts'
import type { Access } from '#shared/people/access.ts'
import type { StampedUser } from '#shared/room/people.ts'

/** What a document socket needs of the network. */
export interface Wire {
  send(bytes: Uint8Array): void
  /** Bytes that were sent and have not left yet. */
  buffered(): number
  /** Stops or resumes reading. */
  pause(): void
  resume(): void
  close(code: number, reason: string): void
}

export interface DocumentSocketOptions {
  readonly document: OpenDocument
  readonly wire: Wire
  readonly limits: Limits
  readonly participantId: string
  /** Asked at each use, never captured: rights change while a socket lives. */
  readonly access: () => Access
  readonly user: () => StampedUser
  readonly names: () => readonly string[]
  /** Nothing where absent. */
  readonly barred?: (() => ReadonlySet<string>) | undefined
  readonly wantsAcks: boolean
  readonly warn: (context: Record<string, unknown>, message: string) => void
}

/** Stock providers leave a line that is silent for 30 s. */
const reassurance = 20_000
const nothing: ReadonlySet<string> = new Set()

export class DocumentSocket implements DocumentPeer {
  readonly participantId: string
  readonly #options: DocumentSocketOptions
  readonly #inbox: Uint8Array[] = []
  #updateFrames = 0
  #joined = false
  #paused: NodeJS.Timeout | undefined
  #tooFastSince: number | undefined
  #stalledAt: { seq: number; since: number } | undefined
  #relayedSeq = 0
  #askedAt = 0
  #closed = false
  readonly #stepOnes: ReturnType<typeof bucket>
  readonly #presenceRate: ReturnType<typeof bucket>
  readonly #heartbeat: NodeJS.Timeout

  constructor(options: DocumentSocketOptions) {
    this.#options = options
    this.participantId = options.participantId
    const { stepOnesPerMinute, presencePerSecond } = options.limits
    this.#stepOnes = bucket(stepOnesPerMinute / 60, stepOnesPerMinute)
    // Twice the rate: the newest is kept by the presence itself, this only bounds the work of reading.
    this.#presenceRate = bucket(presencePerSecond * 2, presencePerSecond * 4)
    options.document.peers.add(this)
    options.document.presence.join(this)
    this.#heartbeat = setInterval(() => options.document.presence.reassure(this), reassurance)
    this.#heartbeat.unref()
  }

  access = (): Access => this.#options.access()
  user = (): StampedUser => this.#options.user()
  names = (): readonly string[] => this.#options.names()
  barred = (): ReadonlySet<string> => this.#options.barred?.() ?? nothing

  /** Takes a frame from the network. Frames keep their order; while the pace is exceeded they wait and reading stops. */
  receive(bytes: Uint8Array): void {
    if (this.#closed) return
    this.#inbox.push(bytes)
    if (!this.#paused) this.#work()
  }

  #work(): void {
    for (let bytes = this.#inbox[0]; bytes && !this.#closed; bytes = this.#inbox[0]) {
      const wait = this.#take(bytes)
      if (wait > 0) return this.#slowDown(wait)
      this.#inbox.shift()
    }
  }

  /** Handles one frame; milliseconds to wait when it is too early for it. */
  #take(bytes: Uint8Array): number {
    const { document, limits } = this.#options
    const frame = readFrame(bytes)
    if (!frame) {
      this.closed(closeCode.malformed, 'malformed')
      return 0
    }
    if (bytes.length > (frame.kind === 'update' && frame.reply ? limits.frameStepTwo : limits.frame)) {
      this.closed(closeCode.tooLarge, 'too large')
      return 0
    }
    switch (frame.kind) {
      case 'update': {
        const wait = document.pace(this.participantId, bytes.length)
        if (wait > 0) return wait
        this.#updateFrames += 1
        document.receive(this, frame.update, this.#updateFrames)
        return 0
      }
      case 'step-one':
        this.#answerStepOne(frame.stateVector)
        return 0
      case 'presence':
        if (this.#presenceRate.take(1, performance.now() + 1)) {
          document.presence.receive(this, frame.entries, (client) =>
            document.claim(client, this.participantId),
          )
        }
        return 0
      case 'presence-query':
        this.sendPresence(document.presence.everyone())
        return 0
      default:
        return frame satisfies never
    }
  }

  #answerStepOne(stateVector: Uint8Array): void {
    if (!this.#stepOnes.take(1, performance.now() + 1))
      return this.closed(closeCode.slowDown, 'too many requests')
    // The answer waits until nothing is pending, so it holds whatever is relayed meanwhile.
    this.#joined = false
    void this.#options.document.join(this, stateVector)
  }

  #slowDown(wait: number): void {
    const { wire, limits, document } = this.#options
    const now = performance.now()
    if (document.isCalm(this.participantId)) this.#tooFastSince = undefined
    this.#tooFastSince ??= now
    if (now - this.#tooFastSince > limits.patience) return this.closed(closeCode.slowDown, 'too fast')
    wire.pause()
    this.#paused = setTimeout(
      () => {
        this.#paused = undefined
        if (this.#closed) return
        wire.resume()
        this.#work()
      },
      Math.max(wait, 20),
    )
  }

  sendStepTwo(update: Uint8Array): void {
    this.#send(frames.stepTwo(update))
    this.#joined = true
    this.#relayedSeq = this.#options.document.headSeq
  }

  sendRelay(update: Uint8Array, seq: number): void {
    if (!this.#joined || this.#stalledAt) return
    if (this.#options.wire.buffered() > this.#options.limits.stalledReader) return this.#stall()
    this.#send(frames.relayed(update))
    this.#relayedSeq = seq
  }

  /** A reader that cannot follow gets nothing more until it has drained, then one merged catch-up; then it must come back. */
  #stall(): void {
    const { wire, limits, document, warn } = this.#options
    this.#stalledAt = { seq: this.#relayedSeq, since: performance.now() }
    const timer = setInterval(() => {
      const stalled = this.#stalledAt
      if (this.#closed || !stalled) return clearInterval(timer)
      if (wire.buffered() > limits.slowReader) {
        if (performance.now() - stalled.since > limits.patience) this.closed(closeCode.slowDown, 'too slow')
        return
      }
      clearInterval(timer)
      this.#catchUp().catch((error: unknown) => {
        warn({ document: document.name, error }, 'no catch-up')
        this.closed(closeCode.slowDown, 'too slow')
      })
    }, 250)
    timer.unref()
  }

  /** Until nothing was kept while the log was read: no relay may fall between the catch-up and the next one. */
  async #catchUp(): Promise<void> {
    const { document } = this.#options
    while (!this.#closed && document.headSeq > this.#relayedSeq) {
      const missed = await document.since(this.#relayedSeq)
      if (!missed) break
      this.#send(frames.relayed(missed.update))
      this.#relayedSeq = missed.seq
    }
    this.#stalledAt = undefined
  }

  sendPresence(bytes: Uint8Array): void {
    if (this.#options.wire.buffered() < this.#options.limits.slowReader) this.#send(bytes)
  }

  acknowledge(frame: number, seq: number): void {
    if (this.#options.wantsAcks) this.#send(frames.acknowledged(frame, seq))
  }

  refuse(frame: number, code: FrameRefusal, close?: CloseCode): void {
    if (this.#options.wantsAcks) this.#send(frames.refused(frame, code))
    if (close) this.closed(close, code)
  }

  askForMore(stateVector: Uint8Array): void {
    const now = performance.now()
    if (this.#askedAt > 0 && now - this.#askedAt < 1000) return
    this.#askedAt = now
    this.#send(frames.stepOne(stateVector))
  }

  #send(bytes: Uint8Array): void {
    if (!this.#closed) this.#options.wire.send(bytes)
  }

  closed(code: CloseCode, reason: string): void {
    if (this.#closed) return
    this.#options.wire.close(code, reason)
    this.left()
  }

  /** The network has gone, or we have closed it. */
  left(): void {
    if (this.#closed) return
    this.#closed = true
    clearInterval(this.#heartbeat)
    clearTimeout(this.#paused)
    this.#inbox.length = 0
    this.#options.document.peers.delete(this)
    this.#options.document.presence.leave(this)
  }
}
