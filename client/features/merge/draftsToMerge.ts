// The drafts that a merge may be made of: everything that this person reads in the room, group by group.
import type { TFunction } from 'i18next'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { parseDocumentName } from '#shared/contract/documentName.ts'
import { type ReadDraft, readDrafts } from '#shared/draft/draftModel.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface DraftAt {
  readonly spaceId: string
  readonly draftId: string
}

export interface MergeableDraft extends DraftAt {
  readonly read: ReadDraft
  readonly group: RoomGroup | undefined
  readonly place: string
}

export const keyOf = ({ spaceId, draftId }: DraftAt): string => `${spaceId}/${draftId}`

export const draftsToMerge = (room: LiveRoom, t: TFunction<'merge'>): readonly MergeableDraft[] =>
  room.drafts.flatMap((live) => {
    const spaceId = parseDocumentName(live.name)?.id
    const group = room.join.room.groups.find(({ id }) => id === live.groupId)
    const place = group?.place ?? t(live.groupId === null ? 'together' : 'otherGroup')
    return spaceId === undefined
      ? []
      : readDrafts(live.doc).map((read) => ({ spaceId, draftId: read.id, read, group, place }))
  })

/** Where merges of this room grow: the joint drafts' document, or the group's own in its own room. */
export const mergesAreMadeHere = (room: LiveRoom): boolean =>
  room.join.you.role !== 'observer' &&
  room.drafts.some(
    ({ access, groupId }) => access === 'write' && (groupId === null || room.join.room.kind === 'group'),
  )
