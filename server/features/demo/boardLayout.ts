// Where things stand on the demo's whiteboards: pure geometry, in page units, so that nothing covers anything.
import { generateNKeysBetween } from 'fractional-indexing'
import {
  type BoardRecord,
  cardSize,
  draftShapeRecord,
  firstPageId,
  frameRecord,
  type NoteColour,
  noteRecord,
  noteSize,
} from '#shared/whiteboard/boardModel.ts'

/** Between neighbours in one frame, from a frame's edge to what is in it, and between frames (a frame's name stands above it). */
const gap = 20
const padding = 24
const between = 110
/** Room for the question above everything else. */
const headHeight = 220

export interface LaidNote {
  readonly id: string
  readonly text: string
  readonly author: string
  readonly colour: NoteColour
  readonly draftRefs: readonly string[]
}

export interface LaidCard {
  readonly spaceId: string
  readonly draftId: string
}

export interface LaidFrame {
  readonly id: string
  readonly name: string
  /** Points that a cluster was given; absent for frames that are no cluster. */
  readonly dots?: number
  readonly notes?: readonly LaidNote[]
  readonly cards?: readonly LaidCard[]
}

export interface BoardPlan {
  /** In large letters above everything; left out when empty. */
  readonly question: string
  readonly frames: readonly LaidFrame[]
  /** Frames side by side before the next row begins. */
  readonly framesInRow: number
  /** Size that a frame has even when it holds less, as notes or cards across and down. */
  readonly frameAtLeast: { readonly columns: number; readonly rows: number; readonly of: 'notes' | 'cards' }
  /** Notes in no cluster, in a row below the frames. */
  readonly loose?: readonly LaidNote[]
  /** Cards on no frame, in rows below the notes: a whiteboard that is about as high as it is wide opens large enough to read. */
  readonly cards?: readonly LaidCard[]
  /** Plain words in their own place below everything. */
  readonly words?: string
}

export interface BoardContent {
  readonly records: readonly BoardRecord[]
  /** Words of each note, by record id. */
  readonly texts: ReadonlyMap<string, string>
}

type Size = { readonly w: number; readonly h: number }
type Placed = { readonly frame: LaidFrame; readonly x: number; readonly y: number } & Size

const span = (count: number, size: number): number => count * size + (count - 1) * gap

/** Column and row of the nth thing in a grid, as an offset from the grid's corner. */
const cell = (n: number, columns: number, size: Size): { x: number; y: number } => ({
  x: (n % columns) * (size.w + gap),
  y: Math.floor(n / columns) * (size.h + gap),
})

export const noteShapeId = (noteId: string): string => `shape:${noteId}`
const frameShapeId = (frameId: string): string => `shape:${frameId}`
const cardShapeId = ({ spaceId, draftId }: LaidCard): string => `shape:card-${spaceId}-${draftId}`

/** A frame's things, across: notes and cards never share a frame here. */
function sizeOfFrame(frame: LaidFrame, atLeast: BoardPlan['frameAtLeast']): Size {
  const size = atLeast.of === 'notes' ? noteSize : cardSize
  const count = Math.max(frame.notes?.length ?? 0, frame.cards?.length ?? 0)
  const rows = Math.max(atLeast.rows, Math.ceil(count / atLeast.columns))
  return { w: span(atLeast.columns, size.w) + 2 * padding, h: span(rows, size.h) + 2 * padding }
}

/** Frames in rows; each row is as tall as its tallest frame. */
function placeFrames({ frames, framesInRow, frameAtLeast }: BoardPlan): Placed[] {
  const placed: Placed[] = []
  let y = headHeight
  for (let start = 0; start < frames.length; start += framesInRow) {
    const row = frames.slice(start, start + framesInRow)
    const sizes = row.map((frame) => sizeOfFrame(frame, frameAtLeast))
    const h = Math.max(...sizes.map((size) => size.h))
    let x = 0
    for (const [i, frame] of row.entries()) {
      const w = sizes[i]?.w ?? 0
      placed.push({ frame, x, y, w, h })
      x += w + between
    }
    y += h + between
  }
  return placed
}

/** tldraw's text shape with one paragraph, wrapped at `w`. */
export function textRecord(
  id: string,
  place: { x: number; y: number; index: string },
  words: { text: string; size: 'm' | 'l'; w: number },
): BoardRecord {
  const richText = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: words.text }] }],
  }
  return {
    id,
    typeName: 'shape',
    type: 'text',
    ...place,
    rotation: 0,
    parentId: firstPageId,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: {
      color: 'black',
      size: words.size,
      font: 'sans',
      textAlign: 'start',
      w: words.w,
      richText,
      scale: 1,
      autoSize: false,
    },
  }
}

const noteOf = (
  note: LaidNote,
  place: { x: number; y: number; index: string; parentId?: string },
): BoardRecord =>
  noteRecord(noteShapeId(note.id), place, {
    colour: note.colour,
    author: note.author,
    draftRefs: note.draftRefs,
  })

/** What is in a frame, in its own coordinates. */
function inside({ frame }: Placed, columns: number): BoardRecord[] {
  const parentId = frameShapeId(frame.id)
  const notes = frame.notes ?? []
  const cards = frame.cards ?? []
  const keys = generateNKeysBetween(null, null, notes.length + cards.length)
  const at = (n: number, size: Size) => {
    const { x, y } = cell(n, columns, size)
    return { x: x + padding, y: y + padding, parentId }
  }
  return [
    ...notes.map((note, n) => noteOf(note, { ...at(n, noteSize), index: keys[n] ?? 'a1' })),
    ...cards.map((card, n) =>
      draftShapeRecord(
        cardShapeId(card),
        { ...at(n, cardSize), index: keys[notes.length + n] ?? 'a1' },
        card,
      ),
    ),
  ]
}

/** Everything on a whiteboard, from the question down to the last card. No two things of a page overlap. */
export function layOut(plan: BoardPlan): BoardContent {
  const placed = placeFrames(plan)
  const loose = plan.loose ?? []
  const cards = plan.cards ?? []
  const right = Math.max(0, ...placed.map(({ x, w }) => x + w))
  const below = Math.max(headHeight, ...placed.map(({ y, h }) => y + h + between))
  const keys = generateNKeysBetween(null, null, placed.length + loose.length + cards.length + 2)
  const index = (): string => keys.shift() ?? 'a1'
  const records: BoardRecord[] = []
  const width = Math.max(right, span(4, cardSize.w))
  if (plan.question)
    records.push(
      textRecord(
        'shape:question',
        { x: 0, y: 0, index: index() },
        { text: plan.question, size: 'l', w: width },
      ),
    )
  for (const spot of placed) {
    const { frame, x, y, w, h } = spot
    const box = { w, h, name: frame.name, ...(frame.dots === undefined ? {} : { dots: frame.dots }) }
    records.push(
      frameRecord(frameShapeId(frame.id), { x, y, index: index() }, box),
      ...inside(spot, plan.frameAtLeast.columns),
    )
  }
  const columns = Math.max(1, Math.floor((right + gap) / (noteSize.w + gap)))
  for (const [n, note] of loose.entries()) {
    const { x, y } = cell(n, columns, noteSize)
    records.push(noteOf(note, { x, y: below + y, index: index() }))
  }
  const looseHeight = loose.length > 0 ? span(Math.ceil(loose.length / columns), noteSize.h) + between : 0
  const across = Math.max(2, Math.floor((right + gap) / (cardSize.w + gap)))
  for (const [n, card] of cards.entries()) {
    const { x, y } = cell(n, across, cardSize)
    records.push(draftShapeRecord(cardShapeId(card), { x, y: below + looseHeight + y, index: index() }, card))
  }
  const cardsHeight = cards.length > 0 ? span(Math.ceil(cards.length / across), cardSize.h) + between : 0
  if (plan.words)
    records.push(
      textRecord(
        'shape:words',
        { x: 0, y: below + looseHeight + cardsHeight, index: index() },
        { text: plan.words, size: 'm', w: width },
      ),
    )
  const all = [...plan.frames.flatMap(({ notes }) => notes ?? []), ...loose]
  return { records, texts: new Map(all.map(({ id, text }) => [noteShapeId(id), text])) }
}
