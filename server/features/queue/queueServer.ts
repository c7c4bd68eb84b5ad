// The server's half of the speaking queue: which session is held, so that each one's balance begins at nothing.
import type { SliceServer } from '#server/live/rooms.ts'
import type { Rooms } from '#server/ports/rooms.ts'
import { AgendaState } from '#shared/agenda/agendaState.ts'
import type { QueueFacts } from '#shared/queue/queueState.ts'

/** Read from what is kept, so that a session begun meanwhile makes the decision stale rather than wrong. */
export const queueServer = (rooms: Pick<Rooms, 'state'>): SliceServer => ({
  async gather({ roomId }): Promise<QueueFacts> {
    const agenda = AgendaState.safeParse((await rooms.state(roomId)).state['agenda'])
    return { sessionId: agenda.success ? agenda.data.sessionId : null }
  },
})
