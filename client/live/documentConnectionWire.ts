// The document lane's frames as this client reads and writes them: the y-websocket protocol and the two frames beside it.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { ackFrame, type FrameRefusal, refusedFrame } from '#shared/contract/acknowledgement.ts'

const sync = 0
const presence = 1
const stepOne = 0
const stepTwo = 1
const update = 2

/** Largest frames that the server takes, in bytes: anything but a step 2, and a step 2. */
export const frameLimit = 1024 * 1024
export const stepTwoLimit = 8 * 1024 * 1024

export type ServerFrame =
  | { readonly kind: 'step-one'; readonly stateVector: Uint8Array }
  | { readonly kind: 'step-two'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'presence'; readonly update: Uint8Array }
  /** The first `frames` update-bearing frames of this socket are on disk. */
  | { readonly kind: 'acknowledged'; readonly frames: number }
  | { readonly kind: 'refused'; readonly frame: number; readonly code: FrameRefusal }
  /** Something a later server may say: nothing is owed for it. */
  | { readonly kind: 'unknown' }

/** Throws when the bytes are cut short: the line is then not to be trusted any more. */
export function readServerFrame(bytes: Uint8Array): ServerFrame {
  const decoder = decoding.createDecoder(bytes)
  switch (decoding.readVarUint(decoder)) {
    case sync:
      return readSync(decoder)
    case presence:
      return { kind: 'presence', update: decoding.readVarUint8Array(decoder) }
    case ackFrame:
      return { kind: 'acknowledged', frames: decoding.readVarUint(decoder) }
    case refusedFrame: {
      const frame = decoding.readVarUint(decoder)
      return { kind: 'refused', frame, code: decoding.readVarString(decoder) as FrameRefusal } // unknown words are treated as a refusal
    }
    default:
      return { kind: 'unknown' }
  }
}

function readSync(decoder: decoding.Decoder): ServerFrame {
  const step = decoding.readVarUint(decoder)
  const content = decoding.readVarUint8Array(decoder)
  switch (step) {
    case stepOne:
      return { kind: 'step-one', stateVector: content }
    case stepTwo:
      return { kind: 'step-two', update: content }
    case update:
      return { kind: 'update', update: content }
    default:
      return { kind: 'unknown' }
  }
}

function frame(type: number, step: number | undefined, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  if (step !== undefined) encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, content)
  return encoding.toUint8Array(encoder)
}

export const stepOneFrame = (stateVector: Uint8Array) => frame(sync, stepOne, stateVector)
export const stepTwoFrame = (content: Uint8Array) => frame(sync, stepTwo, content)
export const presenceFrame = (content: Uint8Array) => frame(presence, undefined, content)

/** An update too long for an ordinary frame travels as a step 2, which the server reads in the same way up to 8 MiB. */
export function updateFrame(content: Uint8Array): Uint8Array<ArrayBuffer> {
  const ordinary = frame(sync, update, content)
  return ordinary.length <= frameLimit ? ordinary : stepTwoFrame(content)
}
