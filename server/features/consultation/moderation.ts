// What is hidden of what people wrote, why, and by whom; it can be shown again, and every act stays.
import type { Consultation } from '#server/ports/consultation.ts'
import type { Hidden } from '#shared/consultation/consultationAnswers.ts'
import type { Entry } from '#shared/consultation/consultationEntries.ts'
import type { moderationTargets } from '#shared/consultation/consultationInputs.ts'

type Target = (typeof moderationTargets)[number]

export const moderationSubject = (target: Target, id: string): string => `${target}:${id}`

/** By subject, its acts of moderation in their order. */
export type Moderations = ReadonlyMap<string, readonly Entry<'moderation'>[]>

export async function readModerations(consultation: Pick<Consultation, 'entries'>): Promise<Moderations> {
  const acts = new Map<string, Entry<'moderation'>[]>()
  for (const entry of await consultation.entries('moderation'))
    acts.set(entry.subjectId, [...(acts.get(entry.subjectId) ?? []), entry])
  return acts
}

export interface Standing {
  readonly text: string
  readonly hidden: Hidden | null
  readonly moderations: number
}

/** The words as this reader may read them. Who moderates reads what was hidden, so as to be able to show it again. */
export function moderated(
  acts: Moderations,
  { id, target, text }: { readonly target: Target; readonly id: string; readonly text: string },
  moderates: boolean,
): Standing {
  const all = acts.get(moderationSubject(target, id)) ?? []
  const last = all.at(-1)?.body
  if (!last?.hide) return { text, hidden: null, moderations: all.length }
  const { byName, date, reason } = last
  return {
    text: moderates ? last.text || text : '',
    hidden: { reason, byName, date },
    moderations: all.length,
  }
}
