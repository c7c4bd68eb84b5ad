// What is counted and remembered of an open whiteboard, so that a keystroke never walks the board.
import * as Y from 'yjs'
import { type RecordMap, recordsOf } from '#shared/whiteboard/boardModel.ts'

interface Seen {
  readonly parentId: string | undefined
  readonly author: string | undefined
}

/** Counts, parents and authors of one document, kept up to date by `note` with each touched record. */
export interface Census {
  readonly shapes: ReadonlyMap<string, Seen>
  readonly children: ReadonlyMap<string, ReadonlySet<string>>
  readonly pages: ReadonlySet<string>
  readonly others: ReadonlySet<string>
  /** The author's name under which a note was last accepted, deleted notes included. */
  authorOf(id: string): string | undefined
  /** Reads a record again after it was touched. Answers what was known of it before. */
  take(id: string): Seen | undefined
}

const censuses = new WeakMap<Y.Doc, Census>()

/** The census of a document; made by walking it once, best done as soon as the document is loaded. */
export function censusOf(doc: Y.Doc): Census {
  const known = censuses.get(doc)
  if (known) return known
  const made = takeCensus(recordsOf(doc))
  censuses.set(doc, made)
  return made
}

const stringAt = (map: unknown, key: string): string | undefined => {
  const value = map instanceof Y.Map ? map.get(key) : undefined
  return typeof value === 'string' ? value : undefined
}

function takeCensus(records: Y.Map<RecordMap>): Census {
  const shapes = new Map<string, Seen>()
  const children = new Map<string, Set<string>>()
  const pages = new Set<string>()
  const others = new Set<string>()
  const authors = new Map<string, string>()
  const takeShape = (id: string, there: boolean): Seen | undefined => {
    const before = shapes.get(id)
    if (before?.parentId !== undefined) children.get(before.parentId)?.delete(id)
    if (!there) {
      shapes.delete(id)
      return before
    }
    const map = records.get(id)
    const seen = { parentId: stringAt(map, 'parentId'), author: stringAt(map, 'props.author') }
    shapes.set(id, seen)
    if (seen.author !== undefined) authors.set(id, seen.author)
    if (seen.parentId !== undefined) {
      const siblings = children.get(seen.parentId) ?? new Set()
      children.set(seen.parentId, siblings.add(id))
    }
    return before
  }
  const take = (id: string): Seen | undefined => {
    const there = records.has(id)
    if (id.startsWith('shape:')) return takeShape(id, there)
    const set = id.startsWith('page:') ? pages : others
    if (there) set.add(id)
    else set.delete(id)
    return undefined
  }
  for (const id of records.keys()) take(id)
  return { shapes, children, pages, others, authorOf: (id) => authors.get(id), take }
}

/** True when a record with this id stood on the board once, also before this process began. */
export const onceExisted = (doc: Y.Doc, id: string): boolean => recordsOf(doc)._map.has(id)

/** True when this id was deleted and put back: an undo, for instance. */
export const cameBack = (doc: Y.Doc, id: string): boolean =>
  (recordsOf(doc)._map.get(id)?.left ?? null) !== null
