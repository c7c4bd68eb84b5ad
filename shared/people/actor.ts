// Who asks. Always built by the server, from a ticket or a session; never from what a client says of itself.

/** Where a participant is: shapes and turns of speech depend on it, rights never do. */
export const presences = ['remote', 'in-person', 'room-device', 'phone'] as const
export type Presence = (typeof presences)[number]

/** Square in the room, round at a distance. */
export type Side = 'room' | 'remote'

export const sideOf = (presence: Presence): Side =>
  presence === 'in-person' || presence === 'room-device' ? 'room' : 'remote'

/**
 * What a person is to the cooperative. `guest` is a device with a name; `member` a member with an account;
 * `team` the shared staff; `board` a board member; `cooperative-life` the team that runs the convergence.
 */
export type Standing = 'guest' | 'member' | 'team' | 'board' | 'cooperative-life' | 'admin'

export type RoomRole = 'facilitator' | 'participant' | 'observer'

export interface Actor {
  readonly participantId: string
  readonly roomId: string
  readonly standing: Standing
  readonly role: RoomRole
  /** The group this person speaks for in this room; null for a guest who named none, the boards and the team. */
  readonly groupId: string | null
  /** Whether the account keeps the minutes of a group of this room, whoever the room itself named. */
  readonly keepsMinutes?: boolean
}

/** A human who counts, votes and speaks; several may sit behind one device. */
export interface Seat {
  readonly id: string
  readonly name: string
}

/** A seat of somebody who is in the room now. */
export interface SeatHere extends Seat {
  readonly participantId: string
  readonly presence: Presence
  readonly side: Side
  readonly role: RoomRole
  readonly groupId: string | null
}
