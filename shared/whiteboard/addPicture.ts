// Puts a picture that the server has taken on the board, where there is room, with words for whoever does not see it.
import type * as Y from 'yjs'
import { putRecord, shapeId } from '#shared/whiteboard/boardModel.ts'
import { boxOf, type Point, type Records } from '#shared/whiteboard/pageGeometry.ts'
import {
  framesOn,
  freePlace,
  gap,
  indexAbove,
  mainPageId,
  obstacles,
  readRecords,
} from '#shared/whiteboard/place.ts'

/** The longest side that a picture gets when it is put, in page units; the canvas gives the same. */
const longestSide = 480
const longestAlt = 2_000

export interface NewPicture {
  /** The server's id of the file. */
  readonly id: string
  readonly url: string
  /** In pixels. */
  readonly width: number
  readonly height: number
  readonly mime: string
  readonly name: string
  readonly bytes: number
  readonly alt: string
}

/** Returns the record id of the picture; nothing that stands on the board is covered. */
export function addPicture(doc: Y.Doc, picture: NewPicture, origin: unknown = null): string {
  const id = shapeId()
  const assetId = `asset:${picture.id}`
  doc.transact(() => {
    const records = readRecords(doc)
    const pageId = mainPageId(records)
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
    const size = { w: picture.width * scale, h: picture.height * scale }
    putRecord(doc, assetRecord(assetId, picture))
    putRecord(doc, {
      id,
      typeName: 'shape',
      type: 'image',
      ...placeFor(records, pageId, size),
      rotation: 0,
      index: indexAbove(records, pageId),
      parentId: pageId,
      isLocked: false,
      opacity: 1,
      meta: {},
      props: { ...size, ...stillImage, assetId, altText: picture.alt.trim().slice(0, longestAlt) },
    })
  }, origin)
  return id
}

/** What tldraw asks of every image. */
const stillImage = { playing: true, url: '', crop: null, flipX: false, flipY: false } as const

const assetRecord = (id: string, { url, width, height, mime, name, bytes }: NewPicture) => ({
  id,
  typeName: 'asset',
  type: 'image',
  meta: {},
  props: {
    w: width,
    h: height,
    name: name.slice(0, 200),
    isAnimated: mime === 'image/gif',
    mimeType: mime,
    src: url,
    fileSize: Math.max(1, bytes),
  },
})

/** Under everything, at the left: the wall of a session grows downwards. */
function placeFor(records: Records, pageId: string, size: { w: number; h: number }): Point {
  const taken = [...obstacles(records, pageId), ...framesOn(records, pageId)]
  if (taken.length === 0) return { x: 0, y: 0 }
  const left = Math.min(...taken.map(({ x }) => x))
  const below = Math.max(...taken.map(({ y, h }) => y + h)) + gap
  return freePlace(taken, size, { x: left, y: below })
}

/** Where words about a picture may begin: at its right, level with its top; undefined when it is gone. */
export function besidePicture(doc: Y.Doc, pictureId: string): Point | undefined {
  const box = boxOf(readRecords(doc), pictureId)
  return box && { x: box.x + box.w + gap, y: box.y }
}
