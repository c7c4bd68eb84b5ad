// Makes a picture of ours out of bytes that somebody sent: type by content, size before decoding, everything else left behind.
import sharp, { type Sharp } from 'sharp'
import type { StoredFile } from '#server/ports/files.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'

export type CheckedPicture = Pick<StoredFile, 'mime' | 'width' | 'height'> & { readonly content: Uint8Array }

/** Pixels of all frames together. */
const pixelLimit = 40_000_000
const frameLimit = 200

// One picture at a time may need 160 MB; a cache of decoded ones is worth nothing here.
sharp.cache(false)
sharp.concurrency(1)

type Kind = 'png' | 'jpeg' | 'webp' | 'gif'

/** By its first bytes, never by its name or what the request says. SVG and everything that can run has none of these. */
export function kindOf(bytes: Uint8Array): Kind | undefined {
  const text = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp'
  if (text(0, 6) === 'GIF87a' || text(0, 6) === 'GIF89a') return 'gif'
  return undefined
}

/**
 * Decodes and encodes afresh: position, camera and other metadata, comments and whatever was appended stay behind.
 * Throws `HttpProblem`: 415 for another type, 413 above 40 megapixels, 422 for what cannot be decoded.
 */
export async function checkedPicture(bytes: Uint8Array): Promise<CheckedPicture> {
  if (bytes.length === 0) throw new HttpProblem('picture-broken')
  const kind = kindOf(bytes)
  if (!kind) throw new HttpProblem('picture-type')
  const size = await sizeOf(bytes, kind)
  if (size.width * size.height * size.frames > pixelLimit) throw new HttpProblem('picture-too-large')
  try {
    const decoded = sharp(bytes, { limitInputPixels: pixelLimit, failOn: 'error', animated: size.frames > 1 })
    const upright = size.frames > 1 ? decoded : decoded.autoOrient()
    const { data, info } = await encode(upright.toColourspace('srgb'), kind).toBuffer({
      resolveWithObject: true,
    })
    return { content: data, mime: `image/${kind}`, width: info.width, height: info.pageHeight ?? info.height }
  } catch {
    throw new HttpProblem('picture-broken')
  }
}

/** Reads the header only: nothing is decoded before its size is known. */
async function sizeOf(
  bytes: Uint8Array,
  kind: Kind,
): Promise<{ width: number; height: number; frames: number }> {
  let found: Awaited<ReturnType<ReturnType<typeof sharp>['metadata']>>
  try {
    found = await sharp(bytes, {
      limitInputPixels: false,
      animated: kind === 'gif' || kind === 'webp',
    }).metadata()
  } catch {
    throw new HttpProblem('picture-broken')
  }
  const frames = found.pages ?? 1
  if (found.format !== kind) throw new HttpProblem('picture-type')
  if (frames > frameLimit) throw new HttpProblem('picture-too-large')
  return { width: found.width, height: found.pageHeight ?? found.height, frames }
}

function encode(picture: Sharp, kind: Kind): Sharp {
  switch (kind) {
    case 'png':
      return picture.png()
    case 'jpeg':
      return picture.jpeg({ quality: 85, mozjpeg: false })
    case 'webp':
      return picture.webp({ quality: 85 })
    case 'gif':
      return picture.gif()
  }
}
