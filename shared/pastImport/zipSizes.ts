// What a zip says of its own size before it is unpacked: a bomb is small before and huge after. Pure.

export interface ZipSizes {
  readonly parts: number
  /** Bytes of all parts, unpacked. */
  readonly unpacked: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
/** The end record is 22 bytes and a comment of at most 65,535. */
const farthestEnd = 22 + 65_535

/** Undefined for what is no zip, or one that is broken or larger than the plain format can say. */
export function zipSizes(bytes: Uint8Array): ZipSizes | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return undefined
  const parts = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let unpacked = 0
  for (let n = 0; n < parts; n++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature) return undefined
    unpacked += view.getUint32(at + 24, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { parts, unpacked }
}

function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - farthestEnd; at--)
    if (view.getUint32(at, true) === endSignature) return at
  return undefined
}
