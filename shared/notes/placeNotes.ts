// Puts revealed notes on the whiteboard: in a grid, in their frame, over nothing that is there; once, however often it is asked.
import { generateNKeysBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import type { Placement } from '#shared/notes/revealNotes.ts'
import { onceExisted } from '#shared/whiteboard/boardCensus.ts'
import {
  type BoardRecord,
  frameRecord,
  noteRecord,
  noteSize,
  noteText,
  putRecord,
  recordsOf,
} from '#shared/whiteboard/boardModel.ts'
import { noteLayout } from '#shared/whiteboard/noteLayout.ts'
import {
  type Box,
  boxOf,
  overlaps,
  type Point,
  parentsOf,
  placeInside,
  spotOf,
} from '#shared/whiteboard/pageGeometry.ts'
import {
  childrenOf,
  framesOn,
  gap,
  indexAbove,
  isShape,
  mainPageId,
  readRecords,
} from '#shared/whiteboard/place.ts'

/** Space between notes, and along the inside of the frame, in page units. */
const between = 16
const margin = 24
/** The least of both, where notes take the gaps that others have left. */
const tight = 8
/** Notes, in a frame and to be added, for which gaps are looked for: the search takes time in proportion to their cube. */
const mostForGaps = 40
/** Notes in a row of a new frame, at most. */
const longestRow = 12

type Records = Map<string, BoardRecord>

/**
 * [N11] Everything in one transaction of the document, under ids that the reveal has made: a note that stands there, or that somebody
 * has taken away since, is not put there again.
 */
export function placeNotes(doc: Y.Doc, { frameId, newFrame, colour, notes }: Placement): void {
  const missing = notes.filter(({ id }) => !onceExisted(doc, id))
  if (missing.length === 0) return
  const sized = missing.map((note) => ({ ...note, h: drawnHeight(note.text) }))
  const records = readRecords(doc)
  const heights = sized.map(({ h }) => h)
  const home =
    [frameId, newFrame.id]
      .map((id) => (id === null ? undefined : roomInFrame(doc, records, id, heights)))
      .find((room) => room !== undefined) ??
    roomInNewFrame(doc, records, freshFrame(doc, newFrame, missing[0]?.id), heights)
  const lowest = indexAbove(readRecords(doc), home.frameId)
  const indices = generateNKeysBetween(lowest, null, sized.length)
  sized.forEach(({ id, text, author, h }, i) => {
    const at = home.places[i] ?? { x: margin, y: margin }
    const place = { ...at, parentId: home.frameId, index: indices[i] ?? lowest }
    putRecord(doc, noteRecord(id, place, { author, colour, h }))
    noteText(doc, id)?.insert(0, text)
  })
}

/** A frame that somebody took away does not come back; the next one is named after the first note. */
const freshFrame = (doc: Y.Doc, frame: Placement['newFrame'], firstNote = ''): Placement['newFrame'] =>
  onceExisted(doc, frame.id) ? { ...frame, id: `${firstNote}-frame` } : frame

/** A note grows with its words: so tall is it drawn. */
const drawnHeight = (text: string): number => Math.ceil(noteLayout(text, noteSize).height)

/** Rows from left to right; each is as tall as its tallest note. */
function grid(heights: readonly number[], columns: number, top: number): { places: Point[]; bottom: number } {
  const places: Point[] = []
  let y = top
  for (let start = 0; start < heights.length; start += columns) {
    const row = heights.slice(start, start + columns)
    for (const i of row.keys()) places.push({ x: margin + i * (noteSize.w + between), y })
    y += Math.max(...row) + between
  }
  return { places, bottom: y - between + margin }
}

const widthFor = (columns: number): number => 2 * margin + columns * (noteSize.w + between) - between
const columnsIn = (width: number): number =>
  Math.floor((width - 2 * margin + between) / (noteSize.w + between))

interface Home {
  readonly frameId: string
  readonly places: readonly Point[]
}

/** Under what stands in the frame; it grows down, or wider, where nothing is in the way. Undefined where it cannot. */
function roomInFrame(
  doc: Y.Doc,
  records: Records,
  frameId: string,
  heights: readonly number[],
): Home | undefined {
  const frame = records.get(frameId)
  const box = boxOf(records, frameId)
  const spot = spotOf(records, frameId)
  if (!isShape(frame, 'frame') || !box || !spot || spot.rotation !== 0) return undefined
  const inside = childrenOf(records, frameId).flatMap(({ id }) => {
    const child = drawnBox(doc, records, id)
    return child ? [{ ...placeInside(records, frameId, child), w: child.w, h: child.h }] : []
  })
  const few = inside.length > 0 && inside.length <= mostForGaps && heights.length <= mostForGaps
  const gaps = few ? gapsFor(heights, inside, box) : undefined
  if (gaps) return { frameId, places: gaps }
  const top = Math.max(margin, ...inside.map(({ y, h }) => y + h + between))
  const foreign = foreignBoxes(doc, records, frameId).filter((other) => !overlaps(box, other))
  const first = Math.max(1, columnsIn(box.w))
  for (let columns = first; columns <= first + longestRow; columns++) {
    const { places, bottom } = grid(heights, columns, top)
    const [w, h] = [
      Math.max(box.w, columns === first ? widthFor(1) : widthFor(columns)),
      Math.max(box.h, bottom),
    ]
    const grows = w > box.w || h > box.h
    // A frame inside another would be cut off at that one's edge.
    if (
      grows &&
      (spot.pageId !== frame['parentId'] ||
        foreign.some((other) => overlaps({ ...box, w, h }, other, gap / 2)))
    )
      continue
    if (w > box.w) recordsOf(doc).get(frameId)?.set('props.w', w)
    if (h > box.h) recordsOf(doc).get(frameId)?.set('props.h', h)
    return { frameId, places }
  }
  return undefined
}

/** Free places in a frame as it is, in line with what stands there, in reading order; undefined where not all find one. */
function gapsFor(
  heights: readonly number[],
  inside: readonly Box[],
  { w, h }: { w: number; h: number },
): Point[] | undefined {
  const taken = [...inside]
  const places: Point[] = []
  for (const height of heights) {
    const size = { w: noteSize.w, h: height }
    const ys = ascending([margin, ...taken.flatMap((box) => [box.y, box.y + box.h + between])])
    const xs = ascending([margin, ...taken.flatMap((box) => [box.x, box.x + box.w + between])])
    const spots = ys.flatMap((y) => xs.map((x) => ({ x, y })))
    const free = spots.find(
      ({ x, y }) =>
        Math.min(x, y, w - x - size.w, h - y - size.h) >= tight &&
        !taken.some((box) => overlaps({ x, y, ...size }, box, tight)),
    )
    if (!free) return undefined
    taken.push({ ...free, ...size })
    places.push(free)
  }
  return places
}

const ascending = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b)

/** A frame under everything that is on the first page. */
function roomInNewFrame(
  doc: Y.Doc,
  records: Records,
  { id, name }: Placement['newFrame'],
  heights: readonly number[],
): Home {
  const pageId = mainPageId(records)
  const taken = [...foreignBoxes(doc, records, id), ...framesOn(records, pageId)]
  const columns = Math.min(longestRow, Math.max(3, Math.ceil(Math.sqrt(heights.length * 1.4))))
  const { places, bottom } = grid(heights, columns, margin)
  const at = {
    x: taken.length > 0 ? Math.min(...taken.map(({ x }) => x)) : 0,
    y: taken.length > 0 ? Math.max(...taken.map(({ y, h }) => y + h)) + 2 * gap : 0,
  }
  const place = { ...at, parentId: pageId, index: indexAbove(records, pageId) }
  putRecord(doc, frameRecord(id, place, { w: widthFor(columns), h: bottom, name }))
  return { frameId: id, places }
}

/** Boxes of everything on the frame's page (the first page for a new one) that is neither the frame, nor in it, nor holds it. */
function foreignBoxes(doc: Y.Doc, records: Records, frameId: string): Box[] {
  const above = parentsOf(records, frameId) ?? []
  const pageId = above.at(-1) ?? mainPageId(records)
  const boxes: Box[] = []
  for (const { id } of records.values()) {
    const parents = parentsOf(records, id)
    if (id === frameId || above.includes(id) || !parents || parents.at(-1) !== pageId) continue
    const box = parents.includes(frameId) ? undefined : drawnBox(doc, records, id)
    if (box) boxes.push(box)
  }
  return boxes
}

/** Words make a note taller than its record says. */
function drawnBox(doc: Y.Doc, records: Records, id: string): Box | undefined {
  const box = boxOf(records, id)
  const words = noteText(doc, id)?.toString()
  if (!box || words === undefined) return box
  return { ...box, h: Math.max(box.h, noteLayout(words, { w: box.w, h: box.h }).height) }
}
