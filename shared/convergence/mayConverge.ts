// Who may do what in the convergence, used by the page and by the server.
import { runsEverything } from '#shared/people/access.ts'
import type { Standing } from '#shared/people/actor.ts'

export interface Converging {
  readonly standing: Standing
  readonly groupIds: readonly string[]
  readonly facilitatesGroupIds: readonly string[]
}

/** Cooperative life and administrators place, order, word and publish. */
export const mayWriteConvergence = (person: Converging | undefined): boolean =>
  person !== undefined && runsEverything(person)

/** The groups for which somebody says « fidèle » or « à corriger ». */
export const reviewsFor = (person: Converging | undefined): readonly string[] =>
  person?.standing === 'member' ? person.facilitatesGroupIds : []

/**
 * Whose texts somebody may follow before the document is published: everybody's, their own groups', or nobody's (boards, the team,
 * strangers).
 */
export function readsTextsOf(person: Converging | undefined): 'all' | readonly string[] {
  if (!person) return []
  if (mayWriteConvergence(person)) return 'all'
  return person.standing === 'member' ? [...new Set([...person.groupIds, ...person.facilitatesGroupIds])] : []
}
