// *Ce que nous faisons déjà*: a group's initiatives, imported ones, those begun in its sessions and those declared beside a recommendation.
import type { GroupTexts } from '#server/features/group/groupTexts.ts'
import { pointerById } from '#server/features/group/groupTexts.ts'
import type { StartedInitiative } from '#server/ports/sessionRecords.ts'
import type { LocalInitiative } from '#shared/cycle/cycleFile.ts'
import type { KeptAct } from '#shared/followUp/acts.ts'
import { type StandingInitiative, standingInitiatives } from '#shared/followUp/standingInitiatives.ts'
import type { GroupInitiative } from '#shared/group/groupPage.ts'

const importedStatus = { active: 'going', paused: 'planned', merged: 'done', ended: 'done' } as const

const declaredStatus = { active: 'going', paused: 'planned', ended: 'done' } as const

/** What a group declared that it does already. */
export const declaredBy = (groupId: string, acts: readonly KeptAct[]): readonly StandingInitiative[] =>
  standingInitiatives([], acts).filter((one) => one.own && one.groupId === groupId)

/** In the order in which they began; what was taken back is kept in the records and not shown. */
export function groupInitiatives(
  {
    imported,
    started,
    declared,
  }: {
    readonly imported: readonly LocalInitiative[]
    readonly started: readonly StartedInitiative[]
    readonly declared: readonly StandingInitiative[]
  },
  { texts, today }: { readonly texts: GroupTexts; readonly today: string },
): GroupInitiative[] {
  const fromCycle = imported.map(
    ({ id, title, startedOn, status, peopleCount }): GroupInitiative => ({
      ...{ id, title, firstStep: '', who: '', when: '', since: startedOn, draft: null },
      status: importedStatus[status ?? 'active'],
      people: peopleCount ?? null,
    }),
  )
  const fromSessions = started
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ id, draft, firstStep, who, when, since }): GroupInitiative => {
      const living = pointerById(texts, draft.draftId)
      return {
        ...{ id, title: living?.title ?? draft.title, firstStep, who, when, since },
        status: when.slice(0, 10) >= today ? 'planned' : 'going',
        draft: living ?? { ...draft, code: '' },
      }
    })
  const fromFollowUp = declared.map(
    ({ id, title, text, since, state, people, draftId }): GroupInitiative => ({
      ...{ id, title, firstStep: text, who: '', when: '', since, people, status: declaredStatus[state] },
      draft: draftId === null ? null : (pointerById(texts, draftId) ?? null),
    }),
  )
  return [...fromCycle, ...fromSessions, ...fromFollowUp].sort((a, b) =>
    a.since < b.since ? -1 : a.since > b.since ? 1 : 0,
  )
}
