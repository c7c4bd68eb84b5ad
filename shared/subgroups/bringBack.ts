// What an aparté made comes back to the room's board: its texts as live cards, its notes as notes whose words go on; once.
import { generateNKeysBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import { readDrafts } from '#shared/draft/draftModel.ts'
import { underEverything } from '#shared/subgroups/layGroupFrames.ts'
import { onceExisted } from '#shared/whiteboard/boardCensus.ts'
import {
  type BoardRecord,
  cardSize,
  draftShapeRecord,
  frameRecord,
  type NoteProps,
  noteRecord,
  noteSize,
  noteText,
  putRecord,
} from '#shared/whiteboard/boardModel.ts'
import { noteLayout } from '#shared/whiteboard/noteLayout.ts'
import { type Box, boxOf, inReadingOrder, type Point } from '#shared/whiteboard/pageGeometry.ts'
import { indexAbove, isShape, mainPageId, readRecords } from '#shared/whiteboard/place.ts'

export interface BroughtNote extends Pick<NoteProps, 'author' | 'colour' | 'dots' | 'draftRefs'> {
  readonly text: string
}

export interface Brought {
  readonly frameId: string
  readonly name: string
  readonly spaceId: string
  readonly draftIds: readonly string[]
  readonly notes: readonly BroughtNote[]
}

/** In page units. */
const margin = 24
const between = 24
/** Cards and notes in a row of the frame. */
const cardsInRow = 3
const notesInRow = 6

interface BoxedNote {
  readonly record: BoardRecord
  readonly box: Box
  /** Of the frame that it lies in; undefined outside every frame. */
  readonly frame: Box | undefined
}

/** The notes that bear words, as they are read: frame by frame, then those outside. */
export function notesOn(board: Y.Doc): BroughtNote[] {
  const records = readRecords(board)
  const boxed = [...records.values()].flatMap((record): BoxedNote[] => {
    const box = isShape(record, 'note') ? boxOf(records, record.id) : undefined
    return box ? [{ record, box, frame: boxOf(records, String(record['parentId'])) }] : []
  })
  const byFrame = new Map<Box, BoxedNote[]>()
  const frameIds = new Map<unknown, Box>()
  for (const one of boxed) {
    if (!one.frame) continue
    const frame = frameIds.get(one.record['parentId']) ?? one.frame
    frameIds.set(one.record['parentId'], frame)
    byFrame.set(frame, [...(byFrame.get(frame) ?? []), one])
  }
  const framed = inReadingOrder([...byFrame], ([frame]) => frame).map(([, own]) => own)
  return [...framed, boxed.filter(({ frame }) => !frame)]
    .flatMap((own) => inReadingOrder(own, ({ box }) => box))
    .flatMap(({ record }) => {
      const text = noteText(board, record.id)?.toString() ?? ''
      const { author, colour, dots, draftRefs } = record['props'] as NoteProps // a sound note's props
      return text.trim() === '' ? [] : [{ text, author, colour, dots, draftRefs }]
    })
}

export const draftIdsOf = (drafts: Y.Doc): string[] => readDrafts(drafts).map(({ id }) => id)

/** Rows from left to right; each is as tall as its tallest. */
function rows(
  sizes: readonly { readonly w: number; readonly h: number }[],
  inRow: number,
  top: number,
): { places: Point[]; bottom: number; right: number } {
  const places: Point[] = []
  let [y, right] = [top, 0]
  for (let start = 0; start < sizes.length; start += inRow) {
    const row = sizes.slice(start, start + inRow)
    for (const [n, { w }] of row.entries()) {
      places.push({ x: margin + n * (w + between), y })
      right = Math.max(right, margin + n * (w + between) + w)
    }
    y += Math.max(...row.map(({ h }) => h)) + between
  }
  return { places, bottom: y, right }
}

/**
 * In one transaction and under ids made of the frame's: done again it finds the frame there, or taken away since, and adds nothing.
 * `room`: shapes that the board can still take; texts come first, what finds no place stays in the aparté, which its people may read.
 */
export function bringBack(board: Y.Doc, brought: Brought, room: number): void {
  const { frameId, name, spaceId } = brought
  if (onceExisted(board, frameId)) return
  const draftIds = brought.draftIds.slice(0, Math.max(0, room - 1))
  const notes = brought.notes.slice(0, Math.max(0, room - 1 - draftIds.length))
  if (draftIds.length + notes.length === 0) return
  const heights = notes.map(({ text }) => Math.max(noteSize.h, Math.ceil(noteLayout(text, noteSize).height)))
  const cards = rows(
    draftIds.map(() => cardSize),
    cardsInRow,
    margin,
  )
  const below = rows(
    heights.map((h) => ({ w: noteSize.w, h })),
    notesInRow,
    cards.bottom,
  )
  const records = readRecords(board)
  const pageId = mainPageId(records)
  const place = { ...underEverything(records), parentId: pageId, index: indexAbove(records, pageId) }
  const frame = { w: Math.max(cards.right, below.right) + margin, h: below.bottom - between + margin, name }
  const indices = generateNKeysBetween(null, null, draftIds.length + notes.length)
  const at = (point: Point | undefined, n: number) => ({
    ...(point ?? { x: margin, y: margin }),
    ...{ parentId: frameId, index: indices[n] ?? 'a1' },
  })
  putRecord(board, frameRecord(frameId, place, frame))
  draftIds.forEach((draftId, n) =>
    putRecord(board, draftShapeRecord(`${frameId}-c${n}`, at(cards.places[n], n), { spaceId, draftId })),
  )
  notes.forEach(({ text, ...props }, n) => {
    const id = `${frameId}-n${n}`
    const spot = at(below.places[n], draftIds.length + n)
    putRecord(board, noteRecord(id, spot, { ...props, h: heights[n] ?? noteSize.h }))
    noteText(board, id)?.insert(0, text)
  })
}
