// Who may move the queue, and who takes the floor in it.
import { mayFacilitate } from '#shared/people/access.ts'
import type { Actor } from '#shared/people/actor.ts'

export const leadsQueue = (actor: Actor): boolean => actor.role !== 'observer' && mayFacilitate(actor)

/** [Q1] Observers, boards and the team listen; a facilitator may raise a hand for them. */
export const takesFloor = (actor: Actor): boolean =>
  actor.role !== 'observer' && (leadsQueue(actor) || !['board', 'team'].includes(actor.standing))
