// Why this person only reads a draft, as a key of the translations: a reason in words, never a greyed field.
import type { LiveDocument, LiveRoom } from '#client/live/liveRoom.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface ReadOnlyCase {
  readonly room: LiveRoom
  readonly live: LiveDocument
  readonly group: RoomGroup | undefined
}

export function readOnlyReason({ room, live, group }: ReadOnlyCase): string {
  const { you } = room.join
  if (you.role === 'observer') return 'readOnly.observer'
  if (room.join.room.kind === 'convergence') return 'readOnly.convergence'
  if (group && room.join.room.kind === 'joint')
    return you.groupId === null ? 'readOnly.noGroup' : 'readOnly.otherGroup'
  return live.groupId === null ? 'readOnly.others' : 'readOnly.members'
}
