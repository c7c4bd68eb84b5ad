// The eight people whom the demo lets anyone sign in as.

import { type DemoData, type PersonaKey, personaKeys } from '#server/features/demo/demoData.ts'
import type { Account } from '#server/ports/people.ts'
import type { Standing } from '#shared/people/actor.ts'

/** The account of a persona: the same at every moment, so that changing the moment signs nobody out. */
export const personaAccountId = (persona: PersonaKey): string => `demo-${persona}`

/** The other way round; undefined for any other account. */
export const personaOfAccount = (accountId: string): PersonaKey | undefined =>
  personaKeys.find((key) => personaAccountId(key) === accountId)

const standingOf: Readonly<Record<PersonaKey, Standing>> = {
  'facilitator-nantes': 'member',
  'facilitator-lyon': 'member',
  'member-nantes': 'member',
  'member-lyon': 'member',
  'cooperative-life': 'cooperative-life',
  'board-france': 'board',
  'board-belgium': 'board',
  admin: 'admin',
}

/** Accounts as the cycle's rows make them. Throws when a persona is nobody of the cycle. */
export function personaAccounts({ personas, cycle }: DemoData): Account[] {
  const people = [...cycle.members, ...cycle.team, ...cycle.boards.flatMap(({ members }) => members)]
  return personaKeys.map((key) => {
    const personId = personas[key]
    const person = people.find(({ id }) => id === personId)
    if (!person) throw new Error(`the demo's persona ${key} is nobody of its cycle`)
    const groups = cycle.groups.filter(({ memberIds }) => memberIds.includes(personId))
    return {
      id: personaAccountId(key),
      personId,
      displayName: person.displayName,
      standing: standingOf[key],
      groupIds: groups.map(({ id }) => id),
      facilitatesGroupIds: groups
        .filter(({ facilitatorIds }) => facilitatorIds.includes(personId))
        .map(({ id }) => id),
    }
  })
}

/** Where a persona is, in words of the cycle: an antenna, a board, a function in the team. */
export function personaPlace({ personas, cycle }: DemoData, key: PersonaKey): string {
  const id = personas[key]
  const member = cycle.members.find((one) => one.id === id)
  if (member) return cycle.antennas.find((one) => one.id === member.antennaId)?.name ?? ''
  const board = cycle.boards.find(({ members }) => members.some((one) => one.id === id))
  return board?.name ?? cycle.team.find((one) => one.id === id)?.role ?? ''
}
