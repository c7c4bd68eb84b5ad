// The typed view of a `whiteboard/<room>` document: tldraw records, flattened so that concurrent edits of one record both hold.
import * as Y from 'yjs'
import { randomId } from '#shared/contract/ids.ts'

export const recordsRoot = 'records'
export const boardModelVersion = 1

/** A record as tldraw knows it; deeper checks are the gate's. */
export interface BoardRecord {
  readonly id: string
  readonly typeName: string
  readonly [key: string]: unknown
}

/** A record in the document: `x`,`y` as one `xy` value, `props.*` flattened, a note's words as a Y.Text under `text`. */
export type RecordMap = Y.Map<unknown>

export const recordsOf = (doc: Y.Doc): Y.Map<RecordMap> => doc.getMap<RecordMap>(recordsRoot)

/** The page that every whiteboard has; the server seeds it with `document:document`. */
export const firstPageId = 'page:page'

/** Values of a flat record. `xy` is one value, so that two drags cannot mix one's x with the other's y. */
export function flatten(record: BoardRecord): Map<string, unknown> {
  const flat = new Map<string, unknown>()
  for (const [key, value] of Object.entries(record)) {
    if (key === 'x' || key === 'y') continue
    if (key === 'props' && typeof value === 'object' && value !== null) {
      for (const [prop, inner] of Object.entries(value))
        if (inner !== undefined) flat.set(`props.${prop}`, inner)
    } else if (value !== undefined) flat.set(key, value)
  }
  if (typeof record['x'] === 'number' && typeof record['y'] === 'number')
    flat.set('xy', [record['x'], record['y']])
  return flat
}

/** Names that would change what an object is, not what it holds; the gate refuses them. */
const unsafeKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** The opposite of `flatten`; undefined where it cannot be a record. A note's `text` stays out: it is read from the document. */
export function unflatten(map: unknown): BoardRecord | undefined {
  if (!(map instanceof Y.Map)) return undefined
  const record: Record<string, unknown> = {}
  const props: Record<string, unknown> = {}
  for (const [key, value] of map.entries()) {
    if (value instanceof Y.AbstractType) continue
    if (key === 'xy' && Array.isArray(value)) {
      record['x'] = value[0]
      record['y'] = value[1]
    } else if (unsafeKeys.has(key) || unsafeKeys.has(key.slice(6))) continue
    else if (key.startsWith('props.')) props[key.slice(6)] = value
    else record[key] = value
  }
  if (typeof record['id'] !== 'string' || typeof record['typeName'] !== 'string') return undefined
  if (record['typeName'] === 'shape') record['props'] = props
  else if (Object.keys(props).length > 0) record['props'] = props
  return record as unknown as BoardRecord // id and typeName were just checked
}

/** Writes a record, key by key: only keys that differ are touched. */
export function putRecord(doc: Y.Doc, record: BoardRecord): void {
  const records = recordsOf(doc)
  const flat = flatten(record)
  const map = records.get(record.id)
  if (!map) {
    const made: RecordMap = new Y.Map(flat)
    if (record.typeName === 'shape' && record['type'] === 'note') made.set('text', new Y.Text())
    records.set(record.id, made)
    return
  }
  for (const [key, value] of flat) if (!sameValue(map.get(key), value)) map.set(key, value)
  for (const key of [...map.keys()]) if (key !== 'text' && !flat.has(key)) map.delete(key)
}

export const sameValue = (a: unknown, b: unknown): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b)

/** A note's words: co-edited character by character, on the board, in the list and on a phone. */
export function noteText(doc: Y.Doc, recordId: string): Y.Text | undefined {
  const text = recordsOf(doc).get(recordId)?.get('text')
  return text instanceof Y.Text ? text : undefined
}

export const noteColours = ['yellow', 'blue', 'pink', 'green'] as const
export type NoteColour = (typeof noteColours)[number]

/** Our own sticky note; its words are not in here. */
export interface NoteProps {
  readonly w: number
  readonly h: number
  readonly colour: NoteColour
  /** The seat that wrote it, as named; empty when anonymous. */
  readonly author: string
  /** Points given in a vote. */
  readonly dots: number
  /** `<space id>/<draft id>` of the drafts made from it. */
  readonly draftRefs: readonly string[]
}

/** A recommendation card: it *is* the draft, and holds none of its words. */
export interface DraftShapeProps {
  readonly w: number
  readonly h: number
  readonly spaceId: string
  readonly draftId: string
}

export const noteSize = { w: 180, h: 150 } as const
export const cardSize = { w: 380, h: 420 } as const

export interface ShapePlace {
  readonly x: number
  readonly y: number
  readonly parentId?: string
  /** tldraw's fractional index among siblings. */
  readonly index: string
}

const shape = (
  type: string,
  id: string,
  { x, y, parentId, index }: ShapePlace,
  props: object,
  meta: object = {},
): BoardRecord => ({
  id,
  typeName: 'shape',
  type,
  x,
  y,
  rotation: 0,
  index,
  parentId: parentId ?? firstPageId,
  isLocked: false,
  opacity: 1,
  meta,
  props,
})

export const shapeId = (): string => `shape:${randomId()}`

export const noteRecord = (id: string, place: ShapePlace, props: Partial<NoteProps> = {}): BoardRecord =>
  shape('note', id, place, { ...noteSize, colour: 'yellow', author: '', dots: 0, draftRefs: [], ...props })

export const draftShapeRecord = (
  id: string,
  place: ShapePlace,
  props: Pick<DraftShapeProps, 'spaceId' | 'draftId'> & Partial<DraftShapeProps>,
): BoardRecord => shape('draft', id, place, { ...cardSize, ...props })

/** A frame; a cluster of notes is a frame too, with the points it was given in `meta.dots`. */
export const frameRecord = (
  id: string,
  place: ShapePlace,
  frame: { w: number; h: number; name: string; dots?: number },
): BoardRecord =>
  shape(
    'frame',
    id,
    place,
    { w: frame.w, h: frame.h, name: frame.name, color: 'black' },
    frame.dots === undefined ? {} : { dots: frame.dots },
  )

/** What every whiteboard needs before anything can be drawn; put there by the server, never by a browser. */
export const seedRecords: readonly BoardRecord[] = [
  { id: 'document:document', typeName: 'document', gridSize: 10, name: '', meta: {} },
  { id: firstPageId, typeName: 'page', name: 'Page 1', index: 'a1', meta: {} },
]

export function seedBoard(doc: Y.Doc): void {
  for (const record of seedRecords) putRecord(doc, record)
}
