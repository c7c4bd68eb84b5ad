// A row of the log as Yjs may read it: values nested so deeply that its decoder's stack would end are told as deleted.
import * as encoding from 'lib0/encoding'
import { deepestServed } from '#server/live/tooDeep.ts'
import { ByteReader, MalformedUpdate } from '#server/live/updateReader.ts'

export interface ShallowRow {
  readonly update: Uint8Array
  /** Structs whose content was left out. */
  readonly dropped: number
}

interface Cut {
  readonly infoAt: number
  readonly contentAt: number
  readonly end: number
  /** Clocks that the content takes, so that whatever follows or points at it finds its place. */
  readonly length: number
}

/** A level takes at least one byte, so that a shorter row holds nothing too deep: nearly every row is a letter or two. */
const shortest = deepestServed

/**
 * The same update with every too deep value replaced by a deletion of the same length: ids, neighbours and parents stay, so
 * that later rows apply as they were written. Depends on the bytes alone: each reading of the log comes to the same document.
 */
export function shallowRow(update: Uint8Array): ShallowRow {
  if (update.length < shortest) return { update, dropped: 0 }
  const cuts = cutsIn(update)
  if (cuts.length === 0) return { update, dropped: 0 }
  const encoder = encoding.createEncoder()
  let at = 0
  const copy = (end: number): void => {
    encoding.writeUint8Array(encoder, update.subarray(at, end))
  }
  for (const { infoAt, contentAt, end, length } of cuts) {
    copy(infoAt)
    encoding.writeUint8(encoder, ((update[infoAt] ?? 0) & flags) | deleted)
    at = infoAt + 1
    copy(contentAt)
    encoding.writeVarUint(encoder, length)
    at = end
  }
  copy(update.length)
  return { update: encoding.toUint8Array(encoder), dropped: cuts.length }
}

const flags = 0b1110_0000
const deleted = 1

/** What cannot be read is left as it is: Yjs says what it thinks of it. */
function cutsIn(update: Uint8Array): Cut[] {
  const reader = new ByteReader(update)
  const cuts: Cut[] = []
  try {
    for (let clients = reader.varUint(); clients > 0; clients--) {
      const structs = reader.varUint()
      reader.varUint() // client
      reader.varUint() // clock
      for (let s = 0; s < structs; s++) {
        const cut = readStruct(reader)
        if (cut) cuts.push(cut)
      }
    }
    return cuts
  } catch (error) {
    if (error instanceof MalformedUpdate) return []
    throw error
  }
}

function readStruct(reader: ByteReader): Cut | undefined {
  const infoAt = reader.position
  const info = reader.byte()
  const ref = info & 31
  if (ref === 0 || ref === 10) {
    reader.varUint() // collected, or skipped
    return undefined
  }
  for (const flag of [128, 64]) if (info & flag) readId(reader)
  if ((info & 192) === 0) {
    if (reader.varUint() === 1) reader.sized()
    else readId(reader)
    if (info & 32) reader.sized()
  }
  const contentAt = reader.position
  const { length, deep } = readContent(reader, ref)
  return deep ? { infoAt, contentAt, end: reader.position, length } : undefined
}

function readId(reader: ByteReader): void {
  reader.varUint()
  reader.varUint()
}

interface Content {
  readonly length: number
  readonly deep: boolean
}
const shallow: Content = { length: 1, deep: false }

function readContent(reader: ByteReader, ref: number): Content {
  switch (ref) {
    case 2: {
      const length = reader.varUint()
      let deep = false
      for (let i = 0; i < length; i++) deep = isDeepJson(reader.sized()) || deep
      return { length, deep }
    }
    case 3: // bytes
    case 4: // letters
      reader.sized()
      return shallow
    case 5: // embed
      return { length: 1, deep: isDeepJson(reader.sized()) }
    case 6: // format
      reader.sized()
      return { length: 1, deep: isDeepJson(reader.sized()) }
    case 7: {
      const type = reader.varUint()
      if (type === 3 || type === 5) reader.sized()
      return shallow
    }
    case 8: {
      const length = reader.varUint()
      return { length, deep: readAnys(reader, length) > deepestServed }
    }
    case 9: // a document of its own, with options
      reader.sized()
      return { length: 1, deep: readAnys(reader, 1) > deepestServed }
    default:
      reader.varUint() // deleted
      return shallow
  }
}

/** Brackets inside strings are not counted; the bytes of a letter beyond ASCII are never brackets. */
function isDeepJson(text: Uint8Array): boolean {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const byte = text[i]
    if (quoted) {
      if (byte === 92) i += 1
      else if (byte === 34) quoted = false
    } else if (byte === 34) quoted = true
    else if (byte === 91 || byte === 123) depth += 1
    else if (byte === 93 || byte === 125) depth -= 1
    if (depth > deepestServed) return true
  }
  return false
}

/** Passes over lib0 "any" values and answers how many levels they have. What is still open is kept on a list, not on the stack. */
function readAnys(reader: ByteReader, count: number): number {
  let deepest = 0
  const open = [{ left: count, keyed: false }]
  for (let top = open.at(-1); top; top = open.at(-1)) {
    if (top.left === 0) {
      open.pop()
      continue
    }
    top.left -= 1
    if (top.keyed) reader.sized()
    const type = reader.byte()
    if (type === 117 || type === 118) {
      open.push({ left: reader.varUint(), keyed: type === 118 })
      deepest = Math.max(deepest, open.length - 1)
    } else skipAny(reader, type)
  }
  return deepest
}

function skipAny(reader: ByteReader, type: number): void {
  if (type === 125) while (reader.byte() >= 128);
  else if (type === 124) reader.skip(4)
  else if (type === 123 || type === 122) reader.skip(8)
  else if (type === 119 || type === 116) reader.sized()
}
