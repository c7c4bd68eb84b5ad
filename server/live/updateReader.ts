// Reads a Yjs update (V1) strictly and in linear time, before Yjs sees a byte of it. Yjs itself checks almost nothing: a
// struct of length 0 is accepted without an error and makes the document unreadable for every newcomer.

export interface StructId {
  readonly client: number
  readonly clock: number
}

export interface ReadStruct {
  readonly clock: number
  readonly length: number
  readonly origin: StructId | undefined
  readonly rightOrigin: StructId | undefined
  /** The parent item, where the update names one by id. */
  readonly parent: StructId | undefined
  /** The key under a root, where the update names one. */
  readonly rootKey: string | undefined
}

export interface ClientStructs {
  readonly client: number
  /** First clock of the block. */
  readonly clock: number
  /** Clock after the last struct. */
  readonly end: number
  readonly structs: readonly ReadStruct[]
}

export interface DeleteRange extends StructId {
  readonly length: number
}

export interface ReadUpdate {
  readonly clients: readonly ClientStructs[]
  readonly deletes: readonly DeleteRange[]
  /** Offset of the first byte that speaks of deletions: they come last. */
  readonly deletesAt: number
}

/** Bounds of one update. Counts are per update; strings in UTF-8 bytes. */
export interface UpdateBounds {
  readonly structs: number
  readonly stringBytes: number
  readonly depth: number
  readonly roots: ReadonlySet<string>
}

/** Why bytes are not an acceptable update. Thrown by `readUpdate` alone, and caught by whoever calls it. */
export class MalformedUpdate extends Error {
  override readonly name = 'MalformedUpdate'
}

const malformed = (what: string): never => {
  throw new MalformedUpdate(what)
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A cursor over bytes that never reads past the end and never returns what it could not read. */
export class ByteReader {
  position = 0
  readonly bytes: Uint8Array
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }
  get left(): number {
    return this.bytes.length - this.position
  }
  byte(): number {
    const byte = this.bytes[this.position]
    if (byte === undefined) return malformed('ends early')
    this.position += 1
    return byte
  }
  /** An unsigned integer of at most 53 bits. */
  varUint(): number {
    let value = 0
    let factor = 1
    for (let i = 0; i < 8; i++) {
      const byte = this.byte()
      value += (byte & 127) * factor
      if (byte < 128) return Number.isSafeInteger(value) ? value : malformed('integer too large')
      factor *= 128
    }
    return malformed('integer too long')
  }
  skip(count: number): void {
    if (count > this.left) malformed('length beyond the end')
    this.position += count
  }
  take(count: number): Uint8Array {
    const start = this.position
    this.skip(count)
    return this.bytes.subarray(start, start + count)
  }
  sized(): Uint8Array {
    return this.take(this.varUint())
  }
  string(limit: number): string {
    const length = this.varUint()
    if (length > limit) malformed('string too long')
    try {
      return utf8.decode(this.take(length))
    } catch {
      return malformed('not UTF-8')
    }
  }
}

interface Reading {
  readonly reader: ByteReader
  readonly bounds: UpdateBounds
  structs: number
  /** Depth of every shared type that this update makes, by its id. */
  readonly depths: Map<string, number>
}

/**
 * Parses an update and returns what it contains, or throws `MalformedUpdate`.
 * Checked: every length is at least 1 and within what is left, known content and type references, no subdocuments, no gaps
 * (Skip), one block per client, root names from the list, bounded counts, strings and nesting, nothing left over.
 */
export function readUpdate(bytes: Uint8Array, bounds: UpdateBounds): ReadUpdate {
  const reading: Reading = { reader: new ByteReader(bytes), bounds, structs: 0, depths: new Map() }
  const clients = readClients(reading)
  const deletesAt = reading.reader.position
  const deletes = readDeletes(reading)
  if (reading.reader.left > 0) malformed('bytes left over')
  return { clients, deletes, deletesAt }
}

function readClients(reading: Reading): ClientStructs[] {
  const { reader, bounds } = reading
  const count = reader.varUint()
  // A block takes at least 4 bytes.
  if (count > reader.left / 4) malformed('too many clients')
  const seen = new Set<number>()
  const clients: ClientStructs[] = []
  for (let i = 0; i < count; i++) {
    const structCount = reader.varUint()
    if (structCount === 0) malformed('empty block')
    reading.structs += structCount
    if (reading.structs > bounds.structs) malformed('too many structs')
    const client = reader.varUint()
    const clock = reader.varUint()
    if (seen.has(client)) malformed('client twice')
    seen.add(client)
    const structs: ReadStruct[] = []
    let at = clock
    for (let s = 0; s < structCount; s++) {
      const struct = readStruct(reading, client, at)
      structs.push(struct)
      at += struct.length
      if (!Number.isSafeInteger(at)) malformed('clock too large')
    }
    clients.push({ client, clock, end: at, structs })
  }
  return clients
}

const refMask = 31
const hasOrigin = 128
const hasRightOrigin = 64
const hasParentSub = 32
const gc = 0
const skipped = 10

function readStruct(reading: Reading, client: number, clock: number): ReadStruct {
  const { reader, bounds } = reading
  const info = reader.byte()
  const ref = info & refMask
  if (ref === skipped) return malformed('gap')
  if (ref === gc) {
    if (info !== gc) malformed('flags on a collected struct')
    return {
      clock,
      length: atLeastOne(reader.varUint()),
      origin: undefined,
      rightOrigin: undefined,
      parent: undefined,
      rootKey: undefined,
    }
  }
  const origin = info & hasOrigin ? readId(reader) : undefined
  const rightOrigin = info & hasRightOrigin ? readId(reader) : undefined
  let parent: StructId | undefined
  let rootKey: string | undefined
  let depth = 1
  if (!origin && !rightOrigin) {
    const kind = reader.varUint()
    if (kind === 1) {
      if (!bounds.roots.has(reader.string(64))) malformed('unknown root')
    } else if (kind === 0) {
      parent = readId(reader)
      depth = (reading.depths.get(`${parent.client}:${parent.clock}`) ?? 0) + 1
    } else malformed('unknown parent kind')
    const key = info & hasParentSub ? reader.string(1024) : undefined
    if (kind === 1) rootKey = key
  }
  const length = readContent(reading, ref, () => {
    if (depth > bounds.depth) malformed('nested too deep')
    reading.depths.set(`${client}:${clock}`, depth)
  })
  return { clock, length, origin, rightOrigin, parent, rootKey }
}

const readId = (reader: ByteReader): StructId => ({ client: reader.varUint(), clock: reader.varUint() })
const atLeastOne = (length: number): number => (length >= 1 ? length : malformed('length 0'))

/** Returns how many clocks the content takes. */
function readContent(reading: Reading, ref: number, madeType: () => void): number {
  const { reader, bounds } = reading
  switch (ref) {
    case 1: // deleted
      return atLeastOne(reader.varUint())
    case 2: {
      // JSON values, as old clients write them
      const count = atLeastOne(reader.varUint())
      if (count > reader.left) malformed('more values than bytes')
      for (let i = 0; i < count; i++) readJson(reader, bounds, true)
      return count
    }
    case 3: // binary
      reader.sized()
      return 1
    case 4:
      return atLeastOne(reader.string(bounds.stringBytes).length)
    case 5: // embed
      readJson(reader, bounds, false)
      return 1
    case 6: // format
      reader.string(256)
      readJson(reader, bounds, false)
      return 1
    case 7: {
      // shared type
      const type = reader.varUint()
      if (type > 6) malformed('unknown type')
      if (type === 3 || type === 5) reader.string(256)
      madeType()
      return 1
    }
    case 8: {
      const count = atLeastOne(reader.varUint())
      if (count > reader.left) malformed('more values than bytes')
      readAnys(reader, count, bounds)
      return count
    }
    default:
      return malformed('unknown content')
  }
}

function readJson(reader: ByteReader, bounds: UpdateBounds, mayBeUndefined: boolean): void {
  const text = reader.string(bounds.stringBytes)
  if (mayBeUndefined && text === 'undefined') return
  try {
    JSON.parse(text)
  } catch {
    malformed('not JSON')
  }
}

/** lib0 "any" values, without recursion: what is still to be read of the open arrays and objects is kept on a stack. */
function readAnys(reader: ByteReader, count: number, bounds: UpdateBounds): void {
  const open: { left: number; keyed: boolean }[] = [{ left: count, keyed: false }]
  for (let top = open.at(-1); top; top = open.at(-1)) {
    if (top.left === 0) {
      open.pop()
      continue
    }
    top.left -= 1
    if (top.keyed && forbiddenKeys.has(reader.string(1024))) malformed('forbidden key')
    const nested = readAny(reader, bounds)
    if (!nested) continue
    if (open.length >= bounds.depth) malformed('nested too deep')
    open.push(nested)
  }
}

/** Keys that reach an object's prototype when somebody copies carelessly. */
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

function readAny(reader: ByteReader, bounds: UpdateBounds): { left: number; keyed: boolean } | undefined {
  const type = reader.byte()
  switch (type) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return undefined
    case 125: // integer
      readVarInt(reader)
      return undefined
    case 124: // float32
      reader.skip(4)
      return undefined
    case 123: // float64
    case 122: // bigint
      reader.skip(8)
      return undefined
    case 119:
      reader.string(bounds.stringBytes)
      return undefined
    case 118:
    case 117: {
      const left = reader.varUint()
      if (left > reader.left) return malformed('more values than bytes')
      return { left, keyed: type === 118 }
    }
    case 116: // bytes
      reader.sized()
      return undefined
    default:
      return malformed('unknown value')
  }
}

/** A signed integer: six bits in the first byte, then seven in each; at most 53 bits. */
function readVarInt(reader: ByteReader): void {
  let byte = reader.byte()
  let more = (byte & 128) !== 0
  for (let i = 0; more; i++) {
    if (i >= 7) malformed('integer too long')
    byte = reader.byte()
    more = byte >= 128
  }
}

function readDeletes(reading: Reading): DeleteRange[] {
  const { reader, bounds } = reading
  const count = reader.varUint()
  if (count > reader.left / 2) malformed('too many clients')
  const seen = new Set<number>()
  const deletes: DeleteRange[] = []
  for (let i = 0; i < count; i++) {
    const client = reader.varUint()
    if (seen.has(client)) malformed('client twice')
    seen.add(client)
    const ranges = reader.varUint()
    if (ranges > reader.left / 2) malformed('too many ranges')
    // The delete set of an old document is long, and every honest client repeats it: bounded apart from the structs.
    if (deletes.length + ranges > bounds.structs * 20) malformed('too many ranges')
    for (let r = 0; r < ranges; r++) {
      const clock = reader.varUint()
      const length = atLeastOne(reader.varUint())
      if (!Number.isSafeInteger(clock + length)) malformed('clock too large')
      deletes.push({ client, clock, length })
    }
  }
  return deletes
}
