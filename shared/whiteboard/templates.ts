// What a facilitator may lay out on a whiteboard: frames for a way of working together.
import type * as Y from 'yjs'
import { frameRecord, putRecord, shapeId } from '#shared/whiteboard/boardModel.ts'
import type { Box } from '#shared/whiteboard/pageGeometry.ts'
import { framesOn, gap, indexAbove, mainPageId, obstacles, readRecords } from '#shared/whiteboard/place.ts'
import { type TemplateLanguage, templateWords } from '#shared/whiteboard/templateWords.ts'

export const templates = [
  'empty',
  'barriers',
  'world-cafe',
  'affinity',
  'timeline',
  'priorities',
  'debate',
] as const
export type Template = (typeof templates)[number]
export type FramedTemplate = Exclude<Template, 'empty'>
export const framedTemplates = templates.filter(
  (template): template is FramedTemplate => template !== 'empty',
)

const frameSize = { w: 640, h: 460 } as const
/** Between rows of frames, in page units: a frame's name stands above its border. */
const rowGap = 64
const [right, down] = [frameSize.w + gap, frameSize.h + rowGap]

const cell = (column: number, row: number, size: Partial<Pick<Box, 'w' | 'h'>> = {}): Box => ({
  ...{ x: column * right, y: row * down },
  ...frameSize,
  ...size,
})
/** The width of some frames side by side. */
const across = (columns: number): number => columns * right - gap

/** Where the frames of each template stand, from its top left corner; their names are in the same order. */
const plans: Readonly<Record<FramedTemplate, readonly Box[]>> = {
  barriers: [cell(0, 0), cell(1, 0)],
  // Four tables, and the harvest under them all.
  'world-cafe': [cell(0, 0), cell(1, 0), cell(0, 1), cell(1, 1), cell(0, 2, { w: across(2), h: 380 })],
  // Everything first on the left, as high as two rows; then groups on the right.
  affinity: [cell(0, 0, { h: 2 * frameSize.h + rowGap }), cell(1, 0), cell(2, 0), cell(1, 1), cell(2, 1)],
  // Two notes wide, three high: time goes from left to right.
  timeline: [0, 1, 2, 3, 4].map((n) => ({ x: n * (440 + gap), y: 0, w: 440, h: 620 })),
  // Effect goes down the rows, effort along the columns.
  priorities: [cell(0, 0), cell(1, 0), cell(0, 1), cell(1, 1)],
  // The statement above, the places one may take in one line, and what made people move.
  debate: [
    cell(0, 0, { w: across(3), h: 220 }),
    ...[0, 1, 2].map((n) => ({ ...cell(n, 0), y: 220 + rowGap })),
    { x: 0, y: 220 + rowGap + down, w: across(3), h: 300 },
  ],
}

export interface NamedFrame extends Box {
  readonly name: string
}

/** The frames of a template, named in the language of whoever lays them. */
export const framesOf = (template: FramedTemplate, language: TemplateLanguage): NamedFrame[] =>
  plans[template].map((box, n) => ({ ...box, name: templateWords[language][template].frames[n] ?? '' }))

/** Lays frames, placed from one another as given, under everything that is there. Returns their record ids. */
export function layPlan(doc: Y.Doc, frames: readonly NamedFrame[], origin: unknown = null): string[] {
  const ids: string[] = []
  doc.transact(() => {
    const records = readRecords(doc)
    const pageId = mainPageId(records)
    const taken = [...obstacles(records, pageId), ...framesOn(records, pageId)]
    const left = taken.length > 0 ? Math.min(...taken.map((box) => box.x)) : 0
    const top = taken.length > 0 ? Math.max(...taken.map((box) => box.y + box.h)) + 2 * gap : 0
    for (const { x, y, w, h, name } of frames) {
      const id = shapeId()
      const index = indexAbove(readRecords(doc), pageId)
      const place = { x: left + x, y: top + y, parentId: pageId, index }
      putRecord(doc, frameRecord(id, place, { w, h, name }))
      ids.push(id)
    }
  }, origin)
  return ids
}
