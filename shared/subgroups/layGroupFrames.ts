// Lays one frame for each sub-group on the room's board: side by side, under everything that is there; once.
import type * as Y from 'yjs'
import type { FrameToLay } from '#shared/subgroups/starting.ts'
import { onceExisted } from '#shared/whiteboard/boardCensus.ts'
import { frameRecord, putRecord } from '#shared/whiteboard/boardModel.ts'
import type { Point } from '#shared/whiteboard/pageGeometry.ts'
import { framesOn, gap, indexAbove, mainPageId, obstacles, readRecords } from '#shared/whiteboard/place.ts'

const size = { w: 640, h: 460 } as const
/** Frames in a row, and between rows, in page units: a frame's name stands above its border. */
const inRow = 4
const rowGap = 64

/** The left corner of what is free under everything on the first page. */
export function underEverything(records: ReturnType<typeof readRecords>): Point {
  const pageId = mainPageId(records)
  const taken = [...obstacles(records, pageId), ...framesOn(records, pageId)]
  if (taken.length === 0) return { x: 0, y: 0 }
  return {
    x: Math.min(...taken.map(({ x }) => x)),
    y: Math.max(...taken.map(({ y, h }) => y + h)) + rowGap,
  }
}

/** A frame that stands there, or that somebody has taken away since, is not laid again. */
export function layGroupFrames(doc: Y.Doc, frames: readonly FrameToLay[]): void {
  const missing = frames.filter(({ id }) => !onceExisted(doc, id))
  const corner = underEverything(readRecords(doc))
  const pageId = mainPageId(readRecords(doc))
  missing.forEach(({ id, name }, n) => {
    const place = {
      x: corner.x + (n % inRow) * (size.w + gap),
      y: corner.y + Math.floor(n / inRow) * (size.h + rowGap),
      parentId: pageId,
      index: indexAbove(readRecords(doc), pageId),
    }
    putRecord(doc, frameRecord(id, place, { ...size, name }))
  })
}
