// Who may do what in the public debate. The same words grey a button out and refuse a request.
import { runsEverything } from '#shared/people/access.ts'
import type { Standing } from '#shared/people/actor.ts'

export interface ConsultationPerson {
  readonly standing: Standing
  readonly groupIds: readonly string[]
  readonly facilitatesGroupIds: readonly string[]
}
type Asker = ConsultationPerson | undefined

/** [Q1] Cooperative life and administrators moderate, present, set the last day. */
export const keepsConsultation = (person: Asker): boolean => person !== undefined && runsEverything(person)

/** [Q2] A text's groups answer questions about it, by their members. */
export const mayAnswerFor = (person: Asker, groupIds: readonly string[]): boolean =>
  person !== undefined && groupIds.some((id) => person.groupIds.includes(id))

/** [Q3] Whoever leads one of its groups amends the text or keeps it; nobody else, whatever they administer. */
export const mayDecideFor = (person: Asker, groupIds: readonly string[]): boolean =>
  person !== undefined && groupIds.some((id) => person.facilitatesGroupIds.includes(id))
