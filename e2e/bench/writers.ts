// A room of people on the wire: some write at a steady pace, some move their hands, all listen, and arrivals are timed.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { readUpdate } from '#server/live/updateReader.ts'

export interface RoomLoad {
  readonly people: number
  readonly writers: number
  /** Edits a second of each writer. */
  readonly editsPerSecond: number
  readonly seconds: number
  /** Of so many people the first says where it is, that often a second. */
  readonly presences?: { readonly people: number; readonly perSecond: number }
  /** Only every n-th person's arrivals are read and timed; 1 for all. Reading costs this process time that it measures. */
  readonly timedEach?: number
  /** Address of the i-th person's socket. */
  readonly address: (person: number) => string
  /** Whether the server speaks the Yjs protocol first (step 2) or only relays. */
  readonly handshake: boolean
  readonly roots: ReadonlySet<string>
  /** Makes the text that a writer types into, in a document of its own. */
  readonly text: (doc: Y.Doc, writer: number) => Y.Text
  /** Called when everybody is in and writing begins. */
  readonly begins?: () => Promise<void> | void
}

export interface LoadResult {
  /** Milliseconds from an edit to its arrival at another person, sorted. */
  readonly latencies: readonly number[]
  /** How many arrivals there should have been. */
  readonly expected: number
  readonly edits: number
  /** By all people together, while writing went on. */
  readonly bytesReceived: number
  /** Close codes of lines that the other side ended. */
  readonly closed: readonly number[]
}

interface Line {
  readonly socket: WebSocket
  readonly doc: Y.Doc
}

const bounds = (roots: ReadonlySet<string>) => ({ structs: 1e6, stringBytes: 1e7, depth: 1000, roots })

const frame = (kind: number, bytes: Uint8Array, step?: number): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, kind)
  if (step !== undefined) encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

class LoadedRoom {
  readonly #load: RoomLoad
  readonly #sentAt = new Map<string, number>()
  readonly #edits: number[]
  readonly #timers: NodeJS.Timeout[] = []
  readonly latencies: number[] = []
  readonly closed: number[] = []
  lines: Line[] = []
  bytesReceived = 0
  #measuring = false

  constructor(load: RoomLoad) {
    this.#load = load
    this.#edits = Array.from({ length: load.writers }, () => 0)
  }

  get edits(): number {
    return this.#edits.reduce((sum, count) => sum + count, 0)
  }

  get expected(): number {
    let arrivals = 0
    for (let person = 0; person < this.#load.people; person++)
      if (this.#isTimed(person)) arrivals += this.edits - (this.#edits[person] ?? 0)
    return arrivals
  }

  async connectAll(): Promise<void> {
    for (let person = 0; person < this.#load.people; person++) this.lines.push(await this.#connect(person))
  }

  start(): void {
    this.#measuring = true
    const { writers, presences } = this.#load
    for (let writer = 0; writer < writers; writer++) this.#write(writer)
    for (let person = 0; person < (presences?.people ?? 0); person++) this.#move(person)
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer)
  }

  leave(): void {
    for (const { socket } of this.lines) socket.terminate()
  }

  readonly #isTimed = (person: number): boolean => person % (this.#load.timedEach ?? 1) === 0

  #connect(person: number): Promise<Line> {
    const { address, handshake } = this.#load
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(address(person), { perMessageDeflate: false })
      socket.binaryType = 'nodebuffer'
      const doc = new Y.Doc()
      socket.on('error', reject)
      socket.on('close', (code) => code !== 1006 && this.closed.push(code))
      socket.on('open', () => {
        if (handshake) socket.send(frame(0, Y.encodeStateVector(doc), 0))
        else resolve({ socket, doc })
      })
      let joined = !handshake
      socket.on('message', (data: Buffer) => {
        this.bytesReceived += this.#measuring ? data.length : 0
        if (joined && !this.#isTimed(person)) return
        const decoder = decoding.createDecoder(new Uint8Array(data))
        if (decoding.readVarUint(decoder) !== 0) return
        const step = decoding.readVarUint(decoder)
        const content = decoding.readVarUint8Array(decoder)
        if (step === 1 && !joined) {
          joined = true
          Y.applyUpdate(doc, content, 'remote')
          resolve({ socket, doc })
        } else if (step === 2) this.#arrive(content)
      })
    })
  }

  /** A merged struct stands for several edits: each of its clocks was typed at its own time. */
  #arrive(update: Uint8Array): void {
    const now = performance.now()
    for (const { client, structs } of readUpdate(update, bounds(this.#load.roots)).clients)
      for (const struct of structs)
        for (let clock = struct.clock; clock < struct.clock + struct.length; clock++) {
          const at = this.#sentAt.get(`${client}:${clock}`)
          if (at !== undefined) this.latencies.push(now - at)
        }
  }

  /** Writers begin one after the other, spread over the pause between two edits. */
  #spread(person: number, of: number, perSecond: number, act: () => void): void {
    const begin = setTimeout(
      () => this.#timers.push(setInterval(act, 1000 / perSecond)),
      (person * 1000) / perSecond / of,
    )
    this.#timers.push(begin)
  }

  #write(writer: number): void {
    const { writers, editsPerSecond, text: textOf, roots } = this.#load
    const line = this.lines[writer]
    if (!line) return
    const text = textOf(line.doc, writer)
    line.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'typing') return
      for (const { client, end } of readUpdate(update, bounds(roots)).clients)
        this.#sentAt.set(`${client}:${end - 1}`, performance.now())
      line.socket.send(frame(0, update, 2))
    })
    this.#spread(writer, writers, editsPerSecond, () => {
      const count = this.#edits[writer] ?? 0
      this.#edits[writer] = count + 1
      line.doc.transact(() => text.insert(text.length, String.fromCharCode(97 + (count % 26))), 'typing')
    })
  }

  #move(person: number): void {
    const line = this.lines[person]
    const { presences } = this.#load
    if (!line || !presences) return
    const awareness = new Awareness(line.doc)
    let x = person * 10
    this.#spread(person, presences.people, presences.perSecond, () => {
      awareness.setLocalState({ cursor: { x: (x += 7), y: x % 500, page: 'page:page' } })
      line.socket.send(frame(1, encodeAwarenessUpdate(awareness, [line.doc.clientID])))
    })
    line.socket.on('close', () => awareness.destroy())
  }
}

/** Milliseconds after the last edit for which late arrivals are waited for. */
const patience = 20_000

/** Connects everybody, lets the writers write for `seconds`, waits until the last edit has arrived everywhere. */
export async function loadRoom(load: RoomLoad): Promise<LoadResult> {
  const room = new LoadedRoom(load)
  await room.connectAll()
  await load.begins?.()
  room.start()
  await new Promise((resolve) => setTimeout(resolve, load.seconds * 1000))
  room.stop()
  const end = performance.now() + patience
  while (room.latencies.length < room.expected && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 50))
  room.leave()
  const { edits, expected, bytesReceived, closed } = room
  return { latencies: room.latencies.sort((a, b) => a - b), expected, edits, bytesReceived, closed }
}

export const percentile = (sorted: readonly number[], p: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * p) / 100))] ?? Number.NaN
