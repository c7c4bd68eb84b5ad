// Whether somebody in a room keeps its minutes by the role of their account, whoever the room itself named.
import type { Participant, People } from '#server/ports/people.ts'
import type { Room } from '#server/ports/rooms.ts'
import { keepsMinutesIn } from '#shared/people/access.ts'

export async function keepsMinutes(
  { people }: { readonly people: Pick<People, 'account'> },
  { participant, room }: { readonly participant: Participant; readonly room: Room },
): Promise<boolean> {
  if (participant.accountId === null) return false
  const account = await people.account(participant.accountId)
  return keepsMinutesIn(account?.secretaryOfGroupIds ?? [], participant, room)
}
