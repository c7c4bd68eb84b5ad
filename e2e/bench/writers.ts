// A room of people on the wire: some write at a steady pace, all listen, and every arrival is timed.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { readUpdate } from '#server/live/updateReader.ts'

export interface RoomLoad {
  readonly people: number
  readonly writers: number
  /** Edits a second of each writer. */
  readonly editsPerSecond: number
  readonly seconds: number
  /** Address of the i-th person's socket. */
  readonly address: (person: number) => string
  /** Whether the server speaks the Yjs protocol first (step 2) or only relays. */
  readonly handshake: boolean
  readonly roots: ReadonlySet<string>
  /** Makes the text that a writer types into, in a document of its own. */
  readonly text: (doc: Y.Doc, writer: number) => Y.Text
}

export interface LoadResult {
  /** Milliseconds from an edit to its arrival at another person, sorted. */
  readonly latencies: readonly number[]
  readonly edits: number
  readonly bytesReceived: number
  readonly closed: readonly number[]
}

interface Line {
  readonly socket: WebSocket
  readonly doc: Y.Doc
}

const bounds = (roots: ReadonlySet<string>) => ({ structs: 1e6, stringBytes: 1e7, depth: 1000, roots })

const updateFrame = (update: Uint8Array, step = 2): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

/** Connects everybody, lets the writers write for `seconds`, waits until the last edit has arrived everywhere. */
export async function loadRoom(load: RoomLoad): Promise<LoadResult> {
  const sentAt = new Map<string, number>()
  const latencies: number[] = []
  const closed: number[] = []
  let bytesReceived = 0
  let measuring = false
  const arrive = (update: Uint8Array): void => {
    const now = performance.now()
    for (const block of readUpdate(update, bounds(load.roots)).clients) {
      for (const struct of block.structs) {
        // A merged struct stands for several edits: each of its clocks was typed at its own time.
        for (let clock = struct.clock; clock < struct.clock + struct.length; clock++) {
          const at = sentAt.get(`${block.client}:${clock}`)
          if (at !== undefined) latencies.push(now - at)
        }
      }
    }
  }
  const connect = (person: number): Promise<Line> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(load.address(person), { perMessageDeflate: false })
      socket.binaryType = 'nodebuffer'
      const doc = new Y.Doc()
      socket.on('error', reject)
      socket.on('close', (code) => closed.push(code))
      socket.on('open', () => {
        if (load.handshake) socket.send(updateFrame(Y.encodeStateVector(doc), 0))
        else resolve({ socket, doc })
      })
      socket.on('message', (data: Buffer) => {
        bytesReceived += measuring ? data.length : 0
        const decoder = decoding.createDecoder(new Uint8Array(data))
        if (decoding.readVarUint(decoder) !== 0) return
        const step = decoding.readVarUint(decoder)
        const content = decoding.readVarUint8Array(decoder)
        if (step === 1) {
          Y.applyUpdate(doc, content, 'remote')
          resolve({ socket, doc })
        } else if (step === 2) arrive(content)
      })
    })
  const lines: Line[] = []
  for (let person = 0; person < load.people; person++) lines.push(await connect(person))
  const timers: NodeJS.Timeout[] = []
  let edits = 0
  lines.slice(0, load.writers).forEach(({ socket, doc }, writer) => {
    const text = load.text(doc, writer)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'typing') return
      for (const block of readUpdate(update, bounds(load.roots)).clients)
        sentAt.set(`${block.client}:${block.end - 1}`, performance.now())
      socket.send(updateFrame(update))
    })
    timers.push(
      setTimeout(
        () => {
          timers.push(
            setInterval(() => {
              edits += 1
              doc.transact(() => text.insert(text.length, String.fromCharCode(97 + (edits % 26))), 'typing')
            }, 1000 / load.editsPerSecond),
          )
        },
        (writer * 1000) / load.editsPerSecond / load.writers,
      ),
    )
  })
  measuring = true
  await new Promise((resolve) => setTimeout(resolve, load.seconds * 1000))
  for (const timer of timers) clearInterval(timer)
  const expected = edits * (load.people - 1)
  for (let i = 0; i < 100 && latencies.length < expected; i++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  for (const { socket } of lines) socket.terminate()
  return {
    latencies: latencies.sort((a, b) => a - b),
    edits,
    bytesReceived,
    closed: closed.filter((code) => code !== 1006),
  }
}

export const percentile = (sorted: readonly number[], p: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * p) / 100))] ?? Number.NaN
