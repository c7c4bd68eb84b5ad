// The y-websocket protocol, as bytes: what comes in is parsed strictly, what goes out is encoded here and nowhere else.
import * as encoding from 'lib0/encoding'
import { ByteReader, MalformedUpdate } from '#server/live/updateReader.ts'
import { ackFrame, type FrameRefusal, refusedFrame } from '#shared/contract/acknowledgement.ts'

const sync = 0
const awareness = 1
const queryAwareness = 3

export interface PresenceEntry {
  readonly client: number
  readonly clock: number
  /** JSON text of the state; `null` when the client has left. */
  readonly state: string
}

export type Frame =
  | { readonly kind: 'step-one'; readonly stateVector: Uint8Array }
  /** `reply` is a step 2, the answer to our step 1. */
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly reply: boolean }
  | { readonly kind: 'presence'; readonly entries: readonly PresenceEntry[] }
  | { readonly kind: 'presence-query' }

/** Undefined when the bytes are not exactly one message of the protocol. */
export function readFrame(bytes: Uint8Array): Frame | undefined {
  try {
    const reader = new ByteReader(bytes)
    const frame = readMessage(reader)
    return reader.left === 0 ? frame : undefined
  } catch (error) {
    if (error instanceof MalformedUpdate) return undefined
    throw error
  }
}

function readMessage(reader: ByteReader): Frame | undefined {
  switch (reader.varUint()) {
    case sync: {
      const type = reader.varUint()
      const content = reader.sized()
      if (type === 0) return isStateVector(content) ? { kind: 'step-one', stateVector: content } : undefined
      return type === 1 || type === 2 ? { kind: 'update', update: content, reply: type === 1 } : undefined
    }
    case awareness: {
      const inner = new ByteReader(reader.sized())
      const entries = readPresence(inner)
      return inner.left === 0 ? { kind: 'presence', entries } : undefined
    }
    case queryAwareness:
      return { kind: 'presence-query' }
    default:
      return undefined
  }
}

function readPresence(reader: ByteReader): PresenceEntry[] {
  const count = reader.varUint()
  if (count > reader.left / 3) throw new MalformedUpdate('too many entries')
  const entries: PresenceEntry[] = []
  for (let i = 0; i < count; i++)
    entries.push({ client: reader.varUint(), clock: reader.varUint(), state: reader.string(1024 * 1024) })
  return entries
}

function isStateVector(bytes: Uint8Array): boolean {
  const reader = new ByteReader(bytes)
  const count = reader.varUint()
  if (count > reader.left / 2) return false
  for (let i = 0; i < count * 2; i++) reader.varUint()
  return reader.left === 0
}

function message(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

const syncMessage = (step: number, content: Uint8Array): Uint8Array =>
  message(sync, (encoder) => {
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, content)
  })

export const stepOne = (stateVector: Uint8Array): Uint8Array => syncMessage(0, stateVector)
export const stepTwo = (update: Uint8Array): Uint8Array => syncMessage(1, update)
export const relayed = (update: Uint8Array): Uint8Array => syncMessage(2, update)

export const presence = (entries: readonly PresenceEntry[]): Uint8Array =>
  message(awareness, (encoder) => {
    const inner = encoding.createEncoder()
    encoding.writeVarUint(inner, entries.length)
    for (const { client, clock, state } of entries) {
      encoding.writeVarUint(inner, client)
      encoding.writeVarUint(inner, clock)
      encoding.writeVarString(inner, state)
    }
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner))
  })

export const acknowledged = (frames: number, seq: number): Uint8Array =>
  message(ackFrame, (encoder) => {
    encoding.writeVarUint(encoder, frames)
    encoding.writeVarUint(encoder, seq)
  })

export const refused = (frame: number, code: FrameRefusal): Uint8Array =>
  message(refusedFrame, (encoder) => {
    encoding.writeVarUint(encoder, frame)
    encoding.writeVarString(encoder, code)
  })
