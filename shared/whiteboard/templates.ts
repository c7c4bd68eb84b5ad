// What a facilitator may lay out on a whiteboard at the beginning.
import type * as Y from 'yjs'
import { frameRecord, putRecord, shapeId } from '#shared/whiteboard/boardModel.ts'
import { framesOn, gap, indexAbove, mainPageId, obstacles, readRecords } from '#shared/whiteboard/place.ts'

export const templates = ['empty', 'barriers'] as const
export type Template = (typeof templates)[number]

const frameSize = { w: 640, h: 460 } as const

/**
 * Lays two frames side by side under everything that is there (« ce qui nous freine », « ce qui nous donne envie »:
 * the names come in the language of the person who lays them). Returns their record ids.
 */
export function layFrames(doc: Y.Doc, names: readonly string[], origin: unknown = null): string[] {
  const ids: string[] = []
  doc.transact(() => {
    const records = readRecords(doc)
    const pageId = mainPageId(records)
    const taken = [...obstacles(records, pageId), ...framesOn(records, pageId)]
    const x = taken.length > 0 ? Math.min(...taken.map((box) => box.x)) : 0
    const y = taken.length > 0 ? Math.max(...taken.map((box) => box.y + box.h)) + 2 * gap : 0
    names.forEach((name, i) => {
      const id = shapeId()
      const index = indexAbove(readRecords(doc), pageId)
      putRecord(
        doc,
        frameRecord(
          id,
          { x: x + i * (frameSize.w + gap), y, parentId: pageId, index },
          { ...frameSize, name },
        ),
      )
      ids.push(id)
    })
  }, origin)
  return ids
}
