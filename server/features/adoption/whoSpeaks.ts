// Who asks, closes and adopts for which group, and who notes it down.
import type { People } from '#server/ports/people.ts'
import type { Room, Rooms } from '#server/ports/rooms.ts'
import { AgendaState } from '#shared/agenda/agendaState.ts'
import { mayFacilitate, runsEverything } from '#shared/people/access.ts'
import type { Actor } from '#shared/people/actor.ts'

type Speakers = Pick<People, 'participant' | 'account'>

/** In a joint room its joint texts, for all its groups; in a group's own room its own. What an aparté writes is not yet said to anybody. */
export function groupsOf({ kind, aparte, spaces, groupIds }: Room, spaceId: string): readonly string[] {
  const space = spaces.find((one) => one.spaceId === spaceId)
  if (!space || aparte || kind === 'convergence') return []
  if (kind === 'joint') return space.groupId === null ? groupIds : []
  return space.groupId === null ? [] : [space.groupId]
}

/** A facilitator with an account speaks for the groups that it facilitates; a guest, for the group that was named at the door. */
export async function groupsSpokenFor(
  people: Speakers,
  actor: Actor,
  groupIds: readonly string[],
): Promise<readonly string[]> {
  if (!mayFacilitate(actor) || actor.role === 'observer') return []
  if (runsEverything(actor)) return groupIds
  const participant = await people.participant(actor.participantId)
  if (!participant) return []
  const account = participant.accountId === null ? undefined : await people.account(participant.accountId)
  const facilitated = groupIds.filter((id) => account?.facilitatesGroupIds.includes(id))
  if (facilitated.length > 0) return facilitated
  // Whoever was made facilitator in the room leads the group that they are of; a group's own room has but one.
  return groupIds.filter((id) => participant.groupIds.includes(id) || groupIds.length === 1)
}

/** Whether their account keeps the group's minutes, or one of the seats behind this person's device is the session's secretary. */
export async function isSecretary(
  { rooms, people }: { readonly rooms: Pick<Rooms, 'state'>; readonly people: Speakers },
  actor: Actor,
): Promise<boolean> {
  if (actor.keepsMinutes) return true
  const agenda = AgendaState.safeParse((await rooms.state(actor.roomId)).state['agenda']).data
  const seat = agenda?.secretary?.seatId
  if (seat === undefined) return false
  return ((await people.participant(actor.participantId))?.seats ?? []).some(({ id }) => id === seat)
}
