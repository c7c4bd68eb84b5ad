// The server's half of seats: writing what was decided of them.
import type { SliceServer } from '#server/live/rooms.ts'
import type { RoomsPresence } from '#server/live/roomsPresence.ts'
import type { People } from '#server/ports/people.ts'
import type { SeatsState } from '#shared/seats/seats.ts'

export function seatsServer(
  people: Pick<People, 'changeParticipant'>,
  presence: Pick<RoomsPresence, 'changed'>,
  renamed: (participantId: string) => Promise<void>,
): SliceServer {
  return {
    async effect(state) {
      const { decided } = state as SeatsState // this slice's own state
      const [first] = decided?.seats ?? []
      if (!decided || !first) return
      // The first seat is the participant's own: its name is the one that presence and the journal show.
      const changed = await people.changeParticipant(decided.participantId, {
        seats: decided.seats,
        name: first.name,
      })
      if (!changed) return
      presence.changed(changed)
      await renamed(changed.id)
    },
  }
}
