// The room lane's line: snapshots in, acknowledged commands out, over Socket.IO (WebSocket only).
import { io, type Socket } from 'socket.io-client'
import type { CommandAnswer as Answer } from '#client/live/liveRoom.ts'
import type { Tickets } from '#client/live/openLiveRoomTickets.ts'
import { closedDoor, Snapshots } from '#client/live/roomConnectionSnapshots.ts'
import { randomId } from '#shared/contract/ids.ts'
import type { Changed, HandshakeAuth, HandshakeRefusal } from '#shared/wire.ts'

export interface RoomConnectionOptions {
  /** `http://host:port`. */
  readonly origin: string
  readonly tickets: Tickets
  readonly changed: () => void
}

/** Milliseconds to wait for one answer, and for a whole command with its retries. */
const answerLimit = 4_000
const commandLimit = 12_000
/** Milliseconds for the renewal of a ticket before a return. */
const renewalLimit = 5_000
/** How often in a row the server may refuse a renewed ticket before this line stays closed. */
const mostRefusals = 2

const unavailable: Answer = { ok: false, error: { code: 'unavailable', reason: 'unavailable' } }

export class RoomConnection {
  readonly snapshots: Snapshots
  readonly #socket: Socket
  readonly #tickets: Tickets
  readonly #changed: () => void
  readonly #told = new Set<(what?: Changed) => void>()
  #lostAt = 0
  #refusals = 0
  #first = true
  /** The list of documents that the ticket was last renewed for. */
  #followed = ''
  #retry: ReturnType<typeof setTimeout> | undefined
  #closed = false

  constructor({ origin, tickets, changed }: RoomConnectionOptions) {
    this.#tickets = tickets
    this.#changed = changed
    this.snapshots = new Snapshots(changed)
    this.#socket = io(origin, {
      path: '/socket.io',
      transports: ['websocket'],
      auth: (give) =>
        void this.#ticket().then((ticket) => give({ ticket, lang: pageLanguage() } satisfies HandshakeAuth)),
      reconnectionDelay: 1_250,
      reconnectionDelayMax: 2_750,
      // 0.5 to 2 s at first, at most 4.4 s: a hall does not return in the same second.
      randomizationFactor: 0.6,
      timeout: 6_000,
      forceNew: true,
    })
    this.#listen()
  }

  get isConnected(): boolean {
    return this.#socket.connected
  }

  /** Sends a command; the same id is sent again while no answer came, which is harmless. Offline: `unavailable` at once. */
  async command(name: string, input: unknown): Promise<Answer> {
    const envelope = { id: randomId(), input }
    const until = Date.now() + commandLimit
    while (this.#socket.connected && Date.now() < until) {
      try {
        return readAnswer(await this.#socket.timeout(answerLimit).emitWithAck(name, envelope))
      } catch {
        // No answer in time, or the line broke: whether it was kept is unknown, so the same id is sent again.
        await this.#connectedAgain(until)
      }
    }
    return unavailable
  }

  /** Something hints that the line is back: try now. */
  tryNow(): void {
    if (!this.#closed && !this.#socket.connected && !this.#socket.active) this.#socket.connect()
  }

  /** What changed over HTTP; nothing named after a return, for what was said meanwhile was not heard. */
  onChanged(told: (what?: Changed) => void): () => void {
    this.#told.add(told)
    return () => this.#told.delete(told)
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#retry)
    this.#told.clear()
    this.#socket.close()
  }

  #tell(what?: Changed): void {
    for (const told of [...this.#told]) told(what)
  }

  #listen(): void {
    const socket = this.#socket
    socket.on('connect', () => {
      this.#refusals = 0
      this.snapshots.newLine()
      this.#changed()
      this.#tell()
    })
    socket.on('changed', (what: unknown) => {
      if (typeof what === 'object' && what !== null && 'resource' in what) this.#tell(what as Changed) // our own server's
    })
    socket.on('room', (snapshot: unknown) => {
      this.snapshots.take(snapshot, Date.now())
      this.#followDocuments()
    })
    socket.on('disconnect', (reason) => {
      this.#lostAt = performance.now()
      // Changed rights, or a server that stops: both want a fresh ticket, and Socket.IO would stay away by itself.
      if (reason === 'io server disconnect') this.#later()
      this.#changed()
    })
    // Socket.IO comes back by itself from broken lines; from a refusal it does not.
    socket.on('connect_error', (error) => {
      this.#lostAt = performance.now()
      if (socket.active) return
      if (isBadTicket(error)) {
        this.#refusals += 1
      }
      if (this.#refusals <= mostRefusals) this.#later()
      else this.snapshots.take(closedDoor, Date.now())
    })
  }

  /** The room shows a document that this ticket does not know: joining again opens it, and every line stays as it is. */
  #followDocuments(): void {
    const known = new Set(this.#tickets.current.documents.map(({ name }) => name))
    const text = this.snapshots.documents.join()
    if (text === this.#followed || this.snapshots.documents.every((name) => known.has(name))) return
    this.#followed = text
    void this.#tickets.renew(renewalLimit, performance.now()).then((renewal) => {
      // Nobody answered: the next snapshot is another reason to ask.
      if (renewal === 'unavailable') this.#followed = ''
    })
  }

  #later(): void {
    clearTimeout(this.#retry)
    if (this.#closed) return
    this.#retry = setTimeout(() => this.#socket.connect(), 300 + Math.random() * 1_700)
  }

  /** The ticket at hand for the first time; a renewed one for every return. */
  async #ticket(): Promise<string> {
    if (!this.#first) await this.#tickets.renew(renewalLimit, this.#lostAt)
    this.#first = false
    return this.#tickets.current.ticket
  }

  async #connectedAgain(until: number): Promise<void> {
    while (!this.#socket.connected && !this.#closed && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

const pageLanguage = (): string => globalThis.document?.documentElement.lang || 'fr'

/** Any other refusal (too many, not available) is one to come back from. */
function isBadTicket(error: Error): boolean {
  const data: unknown = 'data' in error ? error.data : undefined
  const code: HandshakeRefusal['code'] = 'bad-ticket'
  return typeof data === 'object' && data !== null && 'code' in data && data.code === code
}

/** The server's answer in the words of LiveRoom; anything else is a server that speaks another version. */
function readAnswer(answer: unknown): Answer {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) {
    return { ok: false, error: { code: 'bug', reason: 'bug' } }
  }
  if (answer.ok === true) return 'value' in answer ? { ok: true, value: answer.value } : { ok: true }
  const error =
    'error' in answer && typeof answer.error === 'object' && answer.error !== null ? answer.error : {}
  const code = 'code' in error ? String(error.code) : 'bug'
  const reason = 'reason' in error && typeof error.reason === 'string' ? error.reason : code
  const message = 'message' in error && typeof error.message === 'string' ? error.message : undefined
  return { ok: false, error: { code, reason, ...(message === undefined ? {} : { message }) } }
}
