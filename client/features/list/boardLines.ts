// The whiteboard as lines of a list: the same object while nothing in a line changed, so that only changed rows re-render.
import type * as Y from 'yjs'
import { liveReading, type Reading } from '#client/features/list/liveReading.ts'
import { type NoteColour, recordsOf } from '#shared/whiteboard/boardModel.ts'
import { type BoardList, type ListItem, type Relation, readBoard } from '#shared/whiteboard/listView.ts'

export const boardReading = (doc: Y.Doc): Reading<BoardList> =>
  liveReading(recordsOf(doc), () => readBoard(doc))

/** An arrow, with the words of what is at its other end. */
export interface RelationLine {
  readonly arrowId: string
  readonly direction: Relation['direction']
  readonly label: string
  readonly other: string
}

export interface DraftRef {
  readonly spaceId: string
  readonly draftId: string
  /** Empty when the draft cannot be read from here. */
  readonly title: string
}

/** What a row shows; nothing of its place in units, which changes at every push. */
export interface BoardLine {
  readonly id: string
  readonly kind: ListItem['kind']
  readonly words: string
  readonly colour: NoteColour | null
  readonly author: string
  readonly dots: number
  readonly relations: readonly RelationLine[]
  readonly drafts: readonly DraftRef[]
  /** Number of its cluster and how many are in it; null when alone or when everything around is one cluster. */
  readonly cluster: { readonly number: number; readonly size: number } | null
  readonly locked: boolean
}

export type TitleOf = (spaceId: string, draftId: string) => string

const refOf = (ref: string, titleOf: TitleOf): DraftRef => {
  const slash = ref.indexOf('/')
  const [spaceId, draftId] = [ref.slice(0, slash), ref.slice(slash + 1)]
  return { spaceId, draftId, title: titleOf(spaceId, draftId) }
}

/** The words by which an item is called elsewhere: its own, a card's title, an image's alternative text. */
export function wordsOf(item: ListItem | undefined, titleOf: TitleOf): string {
  switch (item?.kind) {
    case 'note':
    case 'text':
      return item.words
    case 'card':
      return titleOf(item.spaceId, item.draftId)
    case 'image':
      return item.alt
    default:
      return ''
  }
}

function lineOf(
  board: BoardList,
  item: ListItem,
  cluster: BoardLine['cluster'],
  titleOf: TitleOf,
): BoardLine {
  return {
    id: item.id,
    kind: item.kind,
    words: wordsOf(item, titleOf),
    colour: item.kind === 'note' ? item.colour : null,
    author: item.kind === 'note' ? item.author : '',
    dots: item.kind === 'note' ? item.dots : 0,
    relations: item.relations.map(({ arrowId, direction, label, otherId }) => ({
      arrowId,
      direction,
      label,
      other: wordsOf(board.items.get(otherId), titleOf),
    })),
    drafts:
      item.kind === 'note'
        ? item.draftRefs.map((ref) => refOf(ref, titleOf))
        : item.kind === 'card'
          ? [{ spaceId: item.spaceId, draftId: item.draftId, title: titleOf(item.spaceId, item.draftId) }]
          : [],
    cluster,
    locked: item.locked,
  }
}

/** All lines by id; lines of `last` that still hold are kept as they are. */
export function boardLines(
  board: BoardList,
  titleOf: TitleOf,
  last?: ReadonlyMap<string, BoardLine>,
): ReadonlyMap<string, BoardLine> {
  const lines = new Map<string, BoardLine>()
  for (const { items } of board.sections) {
    const sizes = new Map<number, number>()
    for (const { cluster } of items) if (cluster !== null) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1)
    const several = items.some(({ kind, cluster }) => cluster !== 1 && (kind === 'note' || kind === 'text'))
    for (const item of items) {
      const cluster =
        several && item.cluster !== null ? { number: item.cluster, size: sizes.get(item.cluster) ?? 0 } : null
      const line = lineOf(board, item, cluster, titleOf)
      const known = last?.get(item.id)
      lines.set(item.id, known && JSON.stringify(known) === JSON.stringify(line) ? known : line)
    }
  }
  return lines
}

/** A draft's cards on this whiteboard, by `<space id>/<draft id>`, in reading order. */
export function cardsByDraft(board: BoardList): ReadonlyMap<string, readonly ListItem[]> {
  const cards = new Map<string, ListItem[]>()
  for (const item of board.items.values()) {
    if (item.kind !== 'card') continue
    const key = `${item.spaceId}/${item.draftId}`
    cards.set(key, [...(cards.get(key) ?? []), item])
  }
  return cards
}

/** Where an item stands among those that have an order, counted from 1. */
export function placeIn(
  board: BoardList,
  id: string,
): { readonly at: number; readonly of: number; readonly frame: string | null } | undefined {
  for (const { items, frame } of board.sections) {
    const ordered = items.filter(({ kind }) => kind !== 'drawing')
    const index = ordered.findIndex((item) => item.id === id)
    if (index >= 0) return { at: index + 1, of: ordered.length, frame: frame?.name ?? null }
  }
  return undefined
}
