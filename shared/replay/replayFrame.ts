// One instant of a room on the wire: each document's row number and content.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

export interface ReplayedState {
  readonly name: string
  /** Rows of the log that went into it; 0 before the document's first. */
  readonly seq: number
  /** A Yjs update, V2 encoding: the content alone, written by nobody. */
  readonly update: Uint8Array
}

const format = 1

export function encodeFrame(states: readonly ReplayedState[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, format)
  encoding.writeVarUint(encoder, states.length)
  for (const { name, seq, update } of states) {
    encoding.writeVarString(encoder, name)
    encoding.writeVarUint(encoder, seq)
    encoding.writeVarUint8Array(encoder, update)
  }
  return encoding.toUint8Array(encoder)
}

/** @throws Error when the bytes are no frame of ours */
export function decodeFrame(bytes: Uint8Array): ReplayedState[] {
  const decoder = decoding.createDecoder(bytes)
  if (decoding.readVarUint(decoder) !== format) throw new Error('a frame of another format')
  const count = decoding.readVarUint(decoder)
  const states: ReplayedState[] = []
  for (let n = 0; n < count; n++)
    states.push({
      name: decoding.readVarString(decoder),
      seq: decoding.readVarUint(decoder),
      update: decoding.readVarUint8Array(decoder),
    })
  return states
}
