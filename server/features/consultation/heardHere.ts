// What was felt and presented here, in the shape in which every page reads the cycle; hidden comments are read nowhere.
import {
  type Moderations,
  moderationSubject,
  readModerations,
} from '#server/features/consultation/moderation.ts'
import type { Consultation } from '#server/ports/consultation.ts'
import type { Cycle } from '#server/ports/cycle.ts'
import type { KeptRessenti } from '#shared/consultation/consultationEntries.ts'
import type { Presentation, Ressenti } from '#shared/cycle/cycleFile.ts'

export async function ressentisHere(consultation: Consultation): Promise<readonly Ressenti[]> {
  const [made, acts] = await Promise.all([consultation.ressentis(), readModerations(consultation)])
  return made
    .filter((one) => counts(acts, one))
    .map((one) => ({
      ...{ id: one.id, recommendationId: one.recommendationId, presentationId: one.presentationId },
      ...{ feeling: one.feeling, comment: one.comment === '' ? null : one.comment, date: one.date },
      ...{ entityId: one.entityId, inGroup: one.inGroup, groupId: one.groupId },
    }))
}

/** What was felt at the wall of a presentation that was discarded counts nowhere. */
export const counts = (
  acts: Moderations,
  { presentationId }: Pick<KeptRessenti, 'presentationId'>,
): boolean =>
  presentationId === null ||
  !(acts.get(moderationSubject('presentation', presentationId))?.at(-1)?.body.hide ?? false)

/** Those that were held: something was on their wall. Whoever came in with a phone is counted as having been there. */
export async function presentationsHere(consultation: Consultation): Promise<readonly Presentation[]> {
  const [planned, steps] = await Promise.all([
    consultation.entries('presentation'),
    consultation.entries('step'),
  ])
  const held = new Set(steps.map(({ subjectId }) => subjectId))
  const last = new Map(planned.map((entry) => [entry.subjectId, entry.body]))
  return Promise.all(
    [...last]
      .filter(([id, { cancelled }]) => held.has(id) && !cancelled)
      .map(async ([id, { date, durationMin, startTime, themeIds, title }]) => ({
        ...{ id, date, startTime, durationMin, mode: 'online' as const, title, themeIds: [...themeIds] },
        attendance: { room: 0, remote: await consultation.entered(id), byEntity: [] },
        ...{ hostIds: [], summary: null },
      })),
  )
}

/** A comment that was hidden here is gone from every page that reads the cycle, whether it was made here or imported. */
export const withoutHidden = (cycle: Cycle, consultation: Consultation): Cycle => ({
  ...cycle,
  async ressentis(filter) {
    const [all, acts] = await Promise.all([cycle.ressentis(filter), readModerations(consultation)])
    const isHidden = (id: string): boolean =>
      acts.get(moderationSubject('ressenti', id))?.at(-1)?.body.hide ?? false
    return all.map((one) => (isHidden(one.id) ? { ...one, comment: null } : one))
  },
})
