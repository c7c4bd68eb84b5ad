// Sends a picture to the room. The server decides by its content what it is, and may say no.
import type { LiveRoom } from '#client/live/liveRoom.ts'

export interface UploadedImage {
  readonly id: string
  /** `/assets/<id>` */
  readonly url: string
  /** In pixels. */
  readonly width: number
  readonly height: number
  readonly mime: string
}

/** Why a picture could not be sent. */
export class ImageNotSent extends Error {
  readonly reason: 'kind' | 'size' | 'quota' | 'line'
  constructor(reason: ImageNotSent['reason']) {
    super(reason)
    this.name = 'ImageNotSent'
    this.reason = reason
  }
}

const reasons: Readonly<Record<number, ImageNotSent['reason']>> = {
  413: 'size',
  415: 'kind',
  422: 'kind',
  429: 'quota',
  507: 'quota',
}

/** @throws ImageNotSent */
export async function uploadImage(room: LiveRoom, file: File): Promise<UploadedImage> {
  const form = new FormData()
  form.append('file', file, file.name || 'image')
  const { code } = room.join.room
  const response = await fetch(`/api/rooms/${encodeURIComponent(code)}/assets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${room.join.ticket}` },
    body: form,
  }).catch(() => {
    throw new ImageNotSent('line')
  })
  if (!response.ok) throw new ImageNotSent(reasons[response.status] ?? 'line')
  return (await response.json()) as UploadedImage // our own server's answer at this address
}
