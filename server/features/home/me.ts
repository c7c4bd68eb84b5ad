// The person who signed in, as pages greet them.

import { personaOfAccount } from '#server/features/demo/personas.ts'
import { placeOfGroup } from '#server/features/home/roomGroups.ts'
import type { Cycle, CyclePerson } from '#server/ports/cycle.ts'
import type { Account } from '#server/ports/people.ts'
import type { Me } from '#shared/home/home.ts'

/** « Samira » of « Samira B. »: an initial is no part of how one is greeted. */
export const greetedName = (displayName: string): string =>
  displayName.trim().replace(/(?:\s+\p{L}\.)+$/u, '') || displayName.trim()

async function placeOf(
  cycle: Pick<Cycle, 'antennas' | 'groups'>,
  person: CyclePerson | undefined,
): Promise<string> {
  if (!person) return ''
  if (person.kind === 'board') return person.board.name
  if (person.kind === 'team') return person.team.role ?? ''
  const antennas = await cycle.antennas()
  const own = antennas.find(({ id }) => id === person.member.antennaId)
  if (own) return own.name
  const groups = await cycle.groups()
  const first = groups.find(({ id }) => person.member.groupIds.includes(id))
  return first ? placeOfGroup(first, antennas) : ''
}

export async function meOf(
  cycle: Pick<Cycle, 'antennas' | 'groups' | 'person'>,
  account: Account,
): Promise<Me> {
  return {
    name: greetedName(account.displayName),
    standing: account.standing,
    persona: personaOfAccount(account.id) ?? null,
    groupIds: account.groupIds,
    facilitates: account.facilitatesGroupIds,
    place: await placeOf(cycle, await cycle.person(account.personId)),
  }
}
