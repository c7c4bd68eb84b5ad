// What a room consists of for this person: the way in, the documents, what may be done with them. Letters that are sent change none of it.
import type { LiveRoom } from '#client/live/liveRoom.ts'

const lastOf = new WeakMap<LiveRoom, readonly unknown[]>()

/** The same array as long as nothing of it changed. */
export function roomShape(room: LiveRoom): readonly unknown[] {
  const shape = [room.join, ...room.documents.flatMap((one) => [one, one.access, one.isReadable()])]
  const last = lastOf.get(room)
  if (last && last.length === shape.length && last.every((part, n) => part === shape[n])) return last
  lastOf.set(room, shape)
  return shape
}
