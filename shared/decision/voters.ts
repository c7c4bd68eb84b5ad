// Who may answer, who may run a decision, and whose answers a round waits for.
import { mayFacilitate } from '#shared/people/access.ts'
import type { Actor, SeatHere } from '#shared/people/actor.ts'

/** [D1] Observers, boards and the team see; everybody else in the room answers. */
export const mayAnswer = ({ role, standing }: Pick<Actor, 'role' | 'standing'>): boolean =>
  role === 'facilitator' || (role === 'participant' && standing !== 'board' && standing !== 'team')

/** [D1] An observer runs nothing, administrators included. */
export const mayRunDecisions = (actor: Pick<Actor, 'role' | 'standing'>): boolean =>
  actor.role !== 'observer' && mayFacilitate(actor)

export const votingSeats = (present: readonly SeatHere[]): readonly SeatHere[] =>
  present.filter(({ role }) => role !== 'observer')
