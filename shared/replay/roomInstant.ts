// A room at one instant, read from a frame: the board with its records, and each space's texts.
import * as Y from 'yjs'
import { parseDocumentName } from '#shared/contract/documentName.ts'
import { type ReadDraft, readDrafts } from '#shared/draft/draftModel.ts'
import { decodeFrame } from '#shared/replay/replayFrame.ts'
import { type BoardList, type ListNote, readBoard } from '#shared/whiteboard/listView.ts'
import type { Records } from '#shared/whiteboard/pageGeometry.ts'
import { readRecords } from '#shared/whiteboard/place.ts'

export interface SpaceInstant {
  readonly spaceId: string
  readonly drafts: readonly ReadDraft[]
}

export interface RoomInstant {
  /** Milliseconds since 1970: what was asked for. */
  readonly at: number
  readonly board: BoardList
  readonly records: Records
  readonly spaces: readonly SpaceInstant[]
}

/** @throws Error when the bytes are no frame */
export function readInstant(at: number, frame: Uint8Array): RoomInstant {
  const spaces: SpaceInstant[] = []
  let board: Pick<RoomInstant, 'board' | 'records'> = {
    board: { sections: [], items: new Map() },
    records: new Map(),
  }
  for (const { name, update } of decodeFrame(frame)) {
    const document = parseDocumentName(name)
    const doc = new Y.Doc()
    Y.applyUpdateV2(doc, update)
    if (document?.kind === 'drafts') spaces.push({ spaceId: document.id, drafts: readDrafts(doc) })
    else board = { board: readBoard(doc), records: readRecords(doc) }
    doc.destroy()
  }
  return { at, ...board, spaces }
}

export const notesOf = ({ board }: Pick<RoomInstant, 'board'>): ListNote[] =>
  board.sections.flatMap(({ items }) => items.filter((item): item is ListNote => item.kind === 'note'))

/** A note's frame by name; empty outside every frame. */
export const frameNameOf = (
  { board }: Pick<RoomInstant, 'board'>,
  { frameId }: Pick<ListNote, 'frameId'>,
): string => board.sections.find(({ frame }) => frame !== null && frame.id === frameId)?.frame?.name ?? ''
