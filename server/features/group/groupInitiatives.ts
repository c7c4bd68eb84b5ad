// *Ce que nous faisons déjà*: a group's initiatives, imported ones and those begun in its sessions.
import type { GroupTexts } from '#server/features/group/groupTexts.ts'
import { pointerById } from '#server/features/group/groupTexts.ts'
import type { StartedInitiative } from '#server/ports/sessionRecords.ts'
import type { LocalInitiative } from '#shared/cycle/cycleFile.ts'
import type { GroupInitiative } from '#shared/group/groupPage.ts'

const importedStatus = { active: 'going', paused: 'planned', merged: 'done', ended: 'done' } as const

/** In the order in which they began; what was taken back is kept in the records and not shown. */
export function groupInitiatives(
  imported: readonly LocalInitiative[],
  started: readonly StartedInitiative[],
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
  return [...fromCycle, ...fromSessions].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
}
