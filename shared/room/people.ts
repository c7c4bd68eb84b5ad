// Who is in the room, as everyone in it sees it.
import type { Presence, RoomRole, Seat, SeatHere, Side } from '#shared/people/actor.ts'

export interface PersonPresent {
  readonly participantId: string
  readonly seats: readonly Seat[]
  readonly presence: Presence
  readonly side: Side
  readonly role: RoomRole
  readonly groupId: string | null
  /** People behind this device, when more than its seats. */
  readonly headcount: number
  /** A `--ink-*` name: the group's in a joint room, one's own otherwise. */
  readonly ink: string
}

/** Everybody's seats, one by one, in order of arrival. */
export const seatsHere = (people: readonly PersonPresent[]): readonly SeatHere[] =>
  people.flatMap(({ participantId, presence, side, role, groupId, seats }) =>
    seats.map((seat) => ({ ...seat, participantId, presence, side, role, groupId })),
  )

/** What the server writes into a person's presence in a document; clients add only cursor, selection and the like. */
export interface StampedUser {
  readonly participantId: string
  readonly name: string
  readonly side: Side
  readonly ink: string
  readonly groupId: string | null
  readonly role: RoomRole
}

export const inks = [
  'loire',
  'brique',
  'ocre',
  'framboise',
  'pre',
  'iris',
  'lagon',
  'noyer',
  'ardoise',
  'olive',
  'prune',
  'grenat',
] as const

/** A person's own ink, the same on every screen and after every return. */
export function inkOf(participantId: string): (typeof inks)[number] {
  let hash = 0
  for (let i = 0; i < participantId.length; i++) hash = (hash * 31 + participantId.charCodeAt(i)) >>> 0
  return inks[hash % inks.length] ?? 'ardoise'
}
