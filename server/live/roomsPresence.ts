// Who is in which room now: one entry a participant, however many tabs; gone some seconds after the last line is.
import type { Participant } from '#server/ports/people.ts'
import { type RoomRole, sideOf } from '#shared/people/actor.ts'
import type { PersonPresent } from '#shared/room/people.ts'

export interface Entrance {
  readonly participant: Participant
  readonly groupId: string | null
  readonly ink: string
}

export interface RoomsPresence {
  /** Counts one more line of a participant. Returns the way to count it off again. */
  enter(entrance: Entrance): () => void
  /** A participant's name, seats, role or place changed. */
  changed(participant: Participant): void
  /** Takes a participant out at once. */
  forget(participant: Pick<Participant, 'id' | 'roomId'>): void
  /** In order of arrival. */
  people(roomId: string): readonly PersonPresent[]
  participants(roomId: string): readonly Participant[]
  /** Rooms with somebody in them. */
  roomCount(): number
  close(): void
}

interface Here extends Entrance {
  readonly lines: number
  readonly leaving: NodeJS.Timeout | undefined
}

/** `graceMs`: how long somebody whose lines are all gone is still shown; a reload or a tunnel is not a departure. */
export function createRoomsPresence(options: {
  graceMs: number
  tell: (roomId: string) => void
}): RoomsPresence {
  const rooms = new Map<string, Map<string, Here>>()

  const put = (here: Here): void => {
    const { roomId, id } = here.participant
    const room = rooms.get(roomId) ?? new Map<string, Here>()
    rooms.set(roomId, room)
    room.set(id, here)
  }
  const forget = ({ id, roomId }: Pick<Participant, 'id' | 'roomId'>): void => {
    const room = rooms.get(roomId)
    clearTimeout(room?.get(id)?.leaving)
    if (!room?.delete(id)) return
    if (room.size === 0) rooms.delete(roomId)
    options.tell(roomId)
  }
  const leave = ({ id, roomId }: Participant): void => {
    const here = rooms.get(roomId)?.get(id)
    if (!here) return
    const lines = Math.max(0, here.lines - 1)
    if (lines > 0) return put({ ...here, lines })
    clearTimeout(here.leaving)
    put({ ...here, lines, leaving: setTimeout(() => forget({ id, roomId }), options.graceMs) })
  }

  return {
    enter(entrance) {
      const { participant } = entrance
      const before = rooms.get(participant.roomId)?.get(participant.id)
      clearTimeout(before?.leaving)
      put({ ...entrance, lines: (before?.lines ?? 0) + 1, leaving: undefined })
      options.tell(participant.roomId)
      let left = false
      return () => {
        if (left) return
        left = true
        leave(participant)
      }
    },
    changed(participant) {
      const here = rooms.get(participant.roomId)?.get(participant.id)
      if (!here) return
      put({ ...here, participant })
      options.tell(participant.roomId)
    },
    forget,
    people: (roomId) => [...(rooms.get(roomId)?.values() ?? [])].map(personOf),
    participants: (roomId) => [...(rooms.get(roomId)?.values() ?? [])].map(({ participant }) => participant),
    roomCount: () => rooms.size,
    close() {
      for (const room of rooms.values()) for (const { leaving } of room.values()) clearTimeout(leaving)
      rooms.clear()
    },
  }
}

/** Boards and the team look on, like observers: no round waits for their voice, no turn of speech comes to them. */
const roleHere = ({ role, standing }: Participant): RoomRole =>
  role === 'participant' && (standing === 'board' || standing === 'team') ? 'observer' : role

const personOf = ({ participant, groupId, ink }: Here): PersonPresent => ({
  participantId: participant.id,
  seats: participant.seats,
  presence: participant.presence,
  side: sideOf(participant.presence),
  role: roleHere(participant),
  groupId,
  headcount: Math.max(participant.headcount, participant.seats.length),
  ink,
})
