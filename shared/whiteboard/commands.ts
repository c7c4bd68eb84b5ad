// What a person may do to a whiteboard without the canvas: plain edits of the document, used by the list and the phone.
import type * as Y from 'yjs'
import {
  frameRecord,
  type NoteColour,
  type NoteProps,
  noteRecord,
  noteSize,
  noteText,
  putRecord,
  recordsOf,
  shapeId,
} from '#shared/whiteboard/boardModel.ts'
import { fitNote } from '#shared/whiteboard/noteWords.ts'
import {
  type Box,
  boxOf,
  inReadingOrder,
  type Point,
  parentsOf,
  placeInside,
  type Records,
} from '#shared/whiteboard/pageGeometry.ts'
import {
  childrenOf,
  framesOn,
  freePlace,
  gap,
  indexAbove,
  isShape,
  mainPageId,
  obstacles,
  readRecords,
} from '#shared/whiteboard/place.ts'

/** Space kept free along the inside of a frame, in page units. */
const frameMargin = 24

export interface NewNote {
  /** The frame it goes into; outside every frame when absent. */
  readonly frameId?: string | null
  /** A record id or a point of the page to stay close to. */
  readonly near?: string | Point
  readonly author?: string
  readonly colour?: NoteColour
  readonly text?: string
  readonly draftRefs?: readonly string[]
}

/** Adds a note where there is room, and returns its record id. A full frame grows downwards. */
export function addNote(doc: Y.Doc, note: NewNote = {}, origin: unknown = null): string {
  const id = shapeId()
  doc.transact(() => {
    const records = readRecords(doc)
    const parentId = parentFor(records, note.frameId)
    const at = roomFor(doc, records, parentId, noteSize, note.near)
    const place = { ...at, parentId, index: indexAbove(records, parentId) }
    const props: Partial<NoteProps> = {
      author: note.author ?? '',
      colour: note.colour ?? 'yellow',
      draftRefs: note.draftRefs ?? [],
    }
    putRecord(doc, noteRecord(id, place, props))
    if (note.text) noteText(doc, id)?.insert(0, fitNote(note.text))
  }, origin)
  return id
}

const parentFor = (records: Records, frameId: string | null | undefined): string =>
  frameId && isShape(records.get(frameId), 'frame') ? frameId : mainPageId(records)

/** Free room inside a parent, in the parent's own units; a frame without room is made taller. */
function roomFor(
  doc: Y.Doc,
  records: Records,
  parentId: string,
  size: { w: number; h: number },
  near?: string | Point,
): Point {
  const frame = records.get(parentId)
  const wished = typeof near === 'string' ? boxOf(records, near) : near
  if (!isShape(frame, 'frame')) {
    const pageId = parentId
    const taken = [...obstacles(records, pageId), ...framesOn(records, pageId)]
    const under =
      taken.length > 0
        ? { x: Math.min(...taken.map(({ x }) => x)), y: Math.max(...taken.map(({ y, h }) => y + h)) + gap }
        : { x: 0, y: 0 }
    return freePlace(taken, size, wished ?? under)
  }
  const { w, h } = sizeOf(frame)
  const taken = childrenOf(records, parentId).flatMap((child) => localBox(records, child.id, parentId))
  const free = gridPlaces(w, h, size).filter((at) => !taken.some((box) => touches({ ...at, ...size }, box)))
  if (wished) {
    const inside = placeInside(records, parentId, wished)
    free.sort(
      (a, b) => Math.hypot(a.x - inside.x, a.y - inside.y) - Math.hypot(b.x - inside.x, b.y - inside.y),
    )
  }
  const first = free[0]
  if (first) return first
  const y = Math.max(frameMargin, ...taken.map((box) => box.y + box.h + gap / 2))
  recordsOf(doc)
    .get(parentId)
    ?.set('props.h', y + size.h + frameMargin)
  return { x: frameMargin, y }
}

const touches = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

function gridPlaces(w: number, h: number, size: { w: number; h: number }): Point[] {
  const places: Point[] = []
  for (let y = frameMargin; y + size.h <= h - frameMargin / 2; y += size.h + gap / 2)
    for (let x = frameMargin; x + size.w <= w - frameMargin / 2; x += size.w + gap / 2) places.push({ x, y })
  return places
}

const sizeOf = (record: { readonly [key: string]: unknown }): { w: number; h: number } => {
  const props = (record['props'] ?? {}) as Record<string, unknown> // a shape's props; both are checked
  return {
    w: typeof props['w'] === 'number' ? props['w'] : 0,
    h: typeof props['h'] === 'number' ? props['h'] : 0,
  }
}

function localBox(records: Records, id: string, parentId: string): Box[] {
  const box = boxOf(records, id)
  return box ? [{ ...placeInside(records, parentId, box), w: box.w, h: box.h }] : []
}

/** Moves a shape into a frame, or out of all frames with `null`; where there is room. False when there is nothing to move. */
export function moveToFrame(doc: Y.Doc, id: string, frameId: string | null, origin: unknown = null): boolean {
  const records = readRecords(doc)
  const record = records.get(id)
  const parents = parentsOf(records, id)
  if (!isShape(record) || !parents) return false
  const pageId = parents.at(-1) ?? mainPageId(records)
  const parentId = frameId && isShape(records.get(frameId), 'frame') ? frameId : pageId
  if (record['parentId'] === parentId || parentId === id || parentsOf(records, parentId)?.includes(id))
    return false
  doc.transact(() => {
    const box = boxOf(records, id)
    const size = { w: box?.w ?? noteSize.w, h: box?.h ?? noteSize.h }
    const at = roomFor(
      doc,
      records,
      parentId,
      size,
      frameId === null && box ? { x: box.x, y: box.y } : undefined,
    )
    putRecord(doc, { ...record, ...at, parentId, index: indexAbove(records, parentId) })
  }, origin)
  return true
}

/**
 * `left`, `right`, `up`, `down` push by a number of page units (half a note when not given); `earlier` and `later`
 * change places with the shape before or after in reading order; `before` goes before another of the same frame
 * (null: to the end).
 */
export type Move =
  | { readonly by: 'left' | 'right' | 'up' | 'down'; readonly units?: number }
  | { readonly order: 'earlier' | 'later' }
  | { readonly before: string | null }

/** False when the move is not possible (first, last, gone, another frame). */
export function moveNote(doc: Y.Doc, id: string, move: Move, origin: unknown = null): boolean {
  const records = readRecords(doc)
  const record = records.get(id)
  if (!isShape(record)) return false
  if ('by' in move) return push(doc, records, id, move, origin)
  const siblings = siblingsInOrder(records, String(record['parentId']))
  const from = siblings.indexOf(id)
  if (from < 0) return false
  const to =
    'order' in move ? from + (move.order === 'earlier' ? -1 : 1) : targetOf(siblings, from, move.before)
  if (to < 0 || to >= siblings.length || to === from) return false
  const reordered = siblings.filter((sibling) => sibling !== id)
  reordered.splice(to, 0, id)
  takePlaces(doc, records, siblings, reordered, origin)
  return true
}

const targetOf = (siblings: readonly string[], from: number, before: string | null): number => {
  if (before === null) return siblings.length - 1
  const index = siblings.indexOf(before)
  return index < 0 ? -1 : index > from ? index - 1 : index
}

/** What has an order in the list: notes, cards, texts and images with one parent. */
function siblingsInOrder(records: Records, parentId: string): string[] {
  const listed = new Set(['note', 'draft', 'text', 'image'])
  const boxes = childrenOf(records, parentId).flatMap((child) => {
    const box = listed.has(String(child['type'])) ? boxOf(records, child.id) : undefined
    return box ? [{ id: child.id, box }] : []
  })
  return inReadingOrder(boxes, ({ box }) => box).map(({ id }) => id)
}

/** Each shape of the new order takes the corner that stood there in the old one. */
function takePlaces(
  doc: Y.Doc,
  records: Records,
  old: readonly string[],
  order: readonly string[],
  origin: unknown,
): void {
  doc.transact(() => {
    order.forEach((id, i) => {
      const place = records.get(old[i] ?? '')
      if (id !== old[i] && place) recordsOf(doc).get(id)?.set('xy', [place['x'], place['y']])
    })
  }, origin)
}

const directions = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const

function push(
  doc: Y.Doc,
  records: Records,
  id: string,
  move: { by: keyof typeof directions; units?: number },
  origin: unknown,
): boolean {
  const record = records.get(id)
  if (!record) return false
  const [dx, dy] = directions[move.by]
  const units = move.units ?? (dx === 0 ? noteSize.h : noteSize.w) / 2
  const clamp = (value: number): number => Math.max(-1e6, Math.min(1e6, value)) // the gate's bound
  const xy = [clamp(Number(record['x']) + dx * units), clamp(Number(record['y']) + dy * units)]
  doc.transact(() => recordsOf(doc).get(id)?.set('xy', xy), origin)
  return true
}

/** False when it is not a note or already has that colour. */
export function setColour(doc: Y.Doc, id: string, colour: NoteColour, origin: unknown = null): boolean {
  const map = recordsOf(doc).get(id)
  if (!map || map.get('type') !== 'note' || map.get('props.colour') === colour) return false
  doc.transact(() => map.set('props.colour', colour), origin)
  return true
}

/** Links a note to a draft made from it. */
export function addDraftRef(doc: Y.Doc, id: string, ref: string, origin: unknown = null): boolean {
  const map = recordsOf(doc).get(id)
  const refs = map?.get('props.draftRefs')
  if (!map || !Array.isArray(refs) || refs.includes(ref)) return false
  doc.transact(() => map.set('props.draftRefs', [...refs, ref]), origin)
  return true
}

/**
 * Another note with the same words and colour beside the first; undefined when it is not a note. It bears the name of
 * who copied it: the gate lets nobody put up notes in somebody else's name.
 */
export function duplicateNote(
  doc: Y.Doc,
  id: string,
  origin: unknown = null,
  author = '',
): string | undefined {
  const records = readRecords(doc)
  const record = records.get(id)
  if (!isShape(record, 'note')) return undefined
  const { colour } = record['props'] as NoteProps // a note's props, checked by the gate
  const frameId = isShape(records.get(String(record['parentId'])), 'frame')
    ? String(record['parentId'])
    : null
  const text = noteText(doc, id)?.toString() ?? ''
  return addNote(doc, { frameId, near: id, author, colour, text }, origin)
}

/** Adds an empty frame under everything; returns its record id. */
export function addFrame(
  doc: Y.Doc,
  frame: { name: string; w?: number; h?: number },
  origin: unknown = null,
): string {
  const id = shapeId()
  const size = { w: frame.w ?? 640, h: frame.h ?? 380 }
  doc.transact(() => {
    const records = readRecords(doc)
    const pageId = mainPageId(records)
    const at = roomFor(doc, records, pageId, size)
    putRecord(
      doc,
      frameRecord(
        id,
        { ...at, parentId: pageId, index: indexAbove(records, pageId) },
        { ...size, name: frame.name.slice(0, 200) },
      ),
    )
  }, origin)
  return id
}

export function renameFrame(doc: Y.Doc, id: string, name: string, origin: unknown = null): boolean {
  const map = recordsOf(doc).get(id)
  if (!map || map.get('type') !== 'frame' || map.get('props.name') === name) return false
  doc.transact(() => map.set('props.name', name.slice(0, 200)), origin)
  return true
}

/** Writes an image's alternative text. */
export function setAltText(doc: Y.Doc, id: string, alt: string, origin: unknown = null): boolean {
  const map = recordsOf(doc).get(id)
  if (!map || map.get('type') !== 'image' || map.get('props.altText') === alt) return false
  doc.transact(() => map.set('props.altText', alt.slice(0, 2_000)), origin)
  return true
}
