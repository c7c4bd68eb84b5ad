// A whiteboard as a list: the same shapes in reading order, with what their place on the board means said in data.
import type * as Y from 'yjs'
import { type BoardRecord, type NoteColour, noteColours, noteText } from '#shared/whiteboard/boardModel.ts'
import {
  type Box,
  boxOf,
  gapBetween,
  inReadingOrder,
  parentsOf,
  plainWords,
  type Records,
} from '#shared/whiteboard/pageGeometry.ts'
import { isShape, pagesOf, readRecords } from '#shared/whiteboard/place.ts'

/** An arrow from or to something else that the list shows; `with` when it points both ways or neither. */
export interface Relation {
  readonly arrowId: string
  readonly otherId: string
  readonly direction: 'to' | 'from' | 'with'
  /** The arrow's own words; often empty. */
  readonly label: string
}

interface Listed {
  readonly id: string
  readonly pageId: string
  /** The nearest frame around it; null outside all frames. */
  readonly frameId: string | null
  /** On the page, in page units. */
  readonly box: Box
  readonly relations: readonly Relation[]
  /** Notes and texts that nearly touch share a cluster number, counted from 1 within the section; null when alone. */
  readonly cluster: number | null
  readonly locked: boolean
}

export interface ListNote extends Listed {
  readonly kind: 'note'
  readonly words: string
  readonly colour: NoteColour
  readonly author: string
  /** Points given in a vote. */
  readonly dots: number
  /** `<space id>/<draft id>` of the drafts made from it. */
  readonly draftRefs: readonly string[]
}
/** A recommendation card: its words are in the draft. */
export interface ListCard extends Listed {
  readonly kind: 'card'
  readonly spaceId: string
  readonly draftId: string
}
/** tldraw's own text, and shapes with a label. */
export interface ListText extends Listed {
  readonly kind: 'text'
  readonly words: string
}
export interface ListImage extends Listed {
  readonly kind: 'image'
  /** Alternative text; empty when nobody wrote one. */
  readonly alt: string
}
/** A drawing by hand, which has no words. */
export interface ListDrawing extends Listed {
  readonly kind: 'drawing'
}
export type ListItem = ListNote | ListCard | ListText | ListImage | ListDrawing

export interface ListFrame {
  readonly id: string
  readonly name: string
  /** Points given to the whole frame (a cluster's votes); null when it was not voted on. */
  readonly dots: number | null
  /** The frame around this one. */
  readonly parentFrameId: string | null
  readonly box: Box
}

/** One frame with what is in it, or what stands outside every frame of a page (`frame` null). */
export interface ListSection {
  readonly pageId: string
  readonly pageName: string
  readonly frame: ListFrame | null
  readonly items: readonly ListItem[]
}

export interface BoardList {
  /** Page by page; frames in reading order, then what is outside every frame. Empty sections of frames are kept. */
  readonly sections: readonly ListSection[]
  readonly items: ReadonlyMap<string, ListItem>
}

const propsOf = (record: BoardRecord): Record<string, unknown> =>
  (record['props'] ?? {}) as Record<string, unknown> // every value is checked where it is read
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const countOf = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

/** Reads the whole board. 500 shapes take a few milliseconds: call it after changes, not at each letter. */
export function readBoard(doc: Y.Doc): BoardList {
  const records = readRecords(doc)
  const relations = readRelations(records)
  const loose: { item: Unclustered; pageId: string; frameId: string | null }[] = []
  for (const record of records.values()) {
    const item = isShape(record) ? readItem(doc, records, record, relations) : undefined
    if (item) loose.push({ item, pageId: item.pageId, frameId: item.frameId })
  }
  const sections: ListSection[] = []
  for (const page of pagesOf(records)) {
    const about = { pageId: page.id, pageName: textOf(page['name']) }
    for (const frame of readFrames(records, page.id))
      sections.push({
        ...about,
        frame,
        items: section(loose.filter((l) => l.frameId === frame.id).map((l) => l.item)),
      })
    const outside = loose.filter((l) => l.pageId === page.id && l.frameId === null).map((l) => l.item)
    if (outside.length > 0) sections.push({ ...about, frame: null, items: section(outside) })
  }
  return {
    sections,
    items: new Map(sections.flatMap((s) => s.items.map((item) => [item.id, item] as const))),
  }
}

type Unclustered = ListItem extends infer T ? (T extends ListItem ? Omit<T, 'cluster'> : never) : never

function readItem(
  doc: Y.Doc,
  records: Records,
  record: BoardRecord,
  relations: ReadonlyMap<string, readonly Relation[]>,
): Unclustered | undefined {
  const parents = parentsOf(records, record.id)
  const box = boxOf(records, record.id)
  if (!parents || !box) return undefined
  const frameId = parents.find((id) => isShape(records.get(id), 'frame')) ?? null
  const listed = {
    id: record.id,
    pageId: parents.at(-1) ?? '',
    frameId,
    box,
    relations: relations.get(record.id) ?? [],
    locked: record['isLocked'] === true,
  }
  const props = propsOf(record)
  switch (record['type']) {
    case 'note':
      return {
        ...listed,
        kind: 'note',
        words: noteText(doc, record.id)?.toString() ?? '',
        colour: noteColours.find((colour) => colour === props['colour']) ?? 'yellow',
        author: textOf(props['author']),
        dots: countOf(props['dots']),
        draftRefs: Array.isArray(props['draftRefs']) ? props['draftRefs'].map(String) : [],
      }
    case 'draft':
      return { ...listed, kind: 'card', spaceId: textOf(props['spaceId']), draftId: textOf(props['draftId']) }
    case 'image':
      return { ...listed, kind: 'image', alt: textOf(props['altText']) }
    case 'text':
    case 'geo': {
      const words = plainWords(props['richText'])
      return words || record['type'] === 'text'
        ? { ...listed, kind: 'text', words }
        : { ...listed, kind: 'drawing' }
    }
    case 'draw':
    case 'highlight':
      return { ...listed, kind: 'drawing' }
    default:
      return undefined
  }
}

function readFrames(records: Records, pageId: string): ListFrame[] {
  const frames: ListFrame[] = []
  for (const record of records.values()) {
    if (!isShape(record, 'frame')) continue
    const parents = parentsOf(records, record.id)
    const box = boxOf(records, record.id)
    if (!parents || !box || parents.at(-1) !== pageId) continue
    const meta = record['meta'] as Record<string, unknown> | undefined // any plain object; the value is checked
    frames.push({
      id: record.id,
      name: textOf(propsOf(record)['name']),
      dots: typeof meta?.['dots'] === 'number' ? meta['dots'] : null,
      parentFrameId: parents.find((id) => isShape(records.get(id), 'frame')) ?? null,
      box,
    })
  }
  return inReadingOrder(frames, ({ box }) => box)
}

/** Arrows bound at both ends, told from each of the two. */
function readRelations(records: Records): Map<string, Relation[]> {
  const ends = new Map<string, { start?: string; end?: string }>()
  for (const record of records.values()) {
    if (record.typeName !== 'binding') continue
    const terminal = propsOf(record)['terminal']
    const arrowId = textOf(record['fromId'])
    if (terminal !== 'start' && terminal !== 'end') continue
    ends.set(arrowId, { ...ends.get(arrowId), [terminal]: textOf(record['toId']) })
  }
  const relations = new Map<string, Relation[]>()
  const tell = (id: string, relation: Relation): void => {
    relations.set(id, [...(relations.get(id) ?? []), relation])
  }
  for (const [arrowId, { start, end }] of ends) {
    const arrow = records.get(arrowId)
    if (!arrow || !start || !end || start === end || !records.has(start) || !records.has(end)) continue
    const props = propsOf(arrow)
    const [atStart, atEnd] = [props['arrowheadStart'] !== 'none', props['arrowheadEnd'] !== 'none']
    const label = textOf(props['text'])
    const oneWay = atStart !== atEnd
    const [from, to] = atStart && oneWay ? [end, start] : [start, end]
    tell(from, { arrowId, otherId: to, direction: oneWay ? 'to' : 'with', label })
    tell(to, { arrowId, otherId: from, direction: oneWay ? 'from' : 'with', label })
  }
  return relations
}

/** Shapes with less than this between them look like one group to the eye. In page units. */
const clusterGap = 20

function section(items: readonly Unclustered[]): ListItem[] {
  const ordered = inReadingOrder(items, ({ box }) => box)
  const group = ordered.map((_, i) => i)
  const rootOf = (i: number): number => (group[i] === i ? i : rootOf(group[i] ?? i))
  const clusters = (item: Unclustered): boolean => item.kind === 'note' || item.kind === 'text'
  ordered.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      const b = ordered[j]
      if (b && clusters(a) && clusters(b) && gapBetween(a.box, b.box) <= clusterGap)
        group[rootOf(i)] = rootOf(j)
    }
  })
  const sizes = new Map<number, number>()
  for (const i of group.keys()) sizes.set(rootOf(i), (sizes.get(rootOf(i)) ?? 0) + 1)
  const numbers = new Map<number, number>()
  return ordered.map((item, i) => {
    const root = rootOf(i)
    if ((sizes.get(root) ?? 0) < 2) return { ...item, cluster: null }
    if (!numbers.has(root)) numbers.set(root, numbers.size + 1)
    return { ...item, cluster: numbers.get(root) ?? null }
  })
}

export interface Neighbour {
  readonly id: string
  readonly side: 'left' | 'right' | 'above' | 'below'
  /** Space between, in page units. */
  readonly gap: number
}

/** What stands nearest to an item on its page, nearest first. */
export function neighboursOf(board: BoardList, id: string, most = 3): Neighbour[] {
  const item = board.items.get(id)
  if (!item) return []
  const near: Neighbour[] = []
  for (const other of board.items.values()) {
    if (other.id === id || other.pageId !== item.pageId) continue
    const dx = other.box.x + other.box.w / 2 - (item.box.x + item.box.w / 2)
    const dy = other.box.y + other.box.h / 2 - (item.box.y + item.box.h / 2)
    const side = Math.abs(dx) > Math.abs(dy) ? (dx > 0 ? 'right' : 'left') : dy > 0 ? 'below' : 'above'
    near.push({ id: other.id, side, gap: Math.round(gapBetween(item.box, other.box)) })
  }
  return near.sort((a, b) => a.gap - b.gap || (a.id < b.id ? -1 : 1)).slice(0, most)
}

/** The other items of an item's cluster, in reading order. */
export function clusterOf(board: BoardList, id: string): readonly ListItem[] {
  const item = board.items.get(id)
  if (!item || item.cluster === null) return []
  const around = board.sections.find(({ items }) => items.some((other) => other.id === id))
  return around?.items.filter((other) => other.id !== id && other.cluster === item.cluster) ?? []
}
