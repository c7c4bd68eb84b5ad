// What a question may be about: the room's drafts and the notes of its whiteboard, with their words as they stand now.
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { parseDocumentName } from '#shared/contract/documentName.ts'
import { type ItemWish, itemTextLimit } from '#shared/decision/decisionItem.ts'
import { readDrafts } from '#shared/draft/draftModel.ts'
import { readBoard } from '#shared/whiteboard/listView.ts'

export interface RoomItem {
  readonly key: string
  /** R1, R2… of a draft; empty for a note. */
  readonly code: string
  readonly wish: ItemWish
}

export const readRoomDrafts = (room: LiveRoom): RoomItem[] =>
  room.drafts.flatMap((live) => {
    const spaceId = parseDocumentName(live.name)?.id
    if (spaceId === undefined || !live.isReadable()) return []
    return readDrafts(live.doc).flatMap(({ id: draftId, code, title }): RoomItem[] => {
      const text = shortened(title)
      return text === ''
        ? []
        : [{ key: `${spaceId}/${draftId}`, code, wish: { kind: 'draft', spaceId, draftId, text } }]
    })
  })

export const readRoomNotes = (room: LiveRoom): RoomItem[] =>
  room.whiteboard.isReadable()
    ? [...readBoard(room.whiteboard.doc).items.values()].flatMap((item): RoomItem[] => {
        const text = item.kind === 'note' ? shortened(item.words) : ''
        return text === ''
          ? []
          : [{ key: item.id, code: '', wish: { kind: 'note', recordId: item.id, text } }]
      })
    : []

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= itemTextLimit ? line : `${line.slice(0, itemTextLimit - 1)}…`
}
