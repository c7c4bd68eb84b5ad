// Which texts a session touched: begun, taken off the list, or worked on, with how many words came and went.
import { plainSection, type ReadDraft } from '#shared/draft/draftModel.ts'
import { sections } from '#shared/draft/vocabulary.ts'
import type { MinutesDraft } from '#shared/minutes/minutesFacts.ts'

/** Drafts as read at the beginning and at the end, deleted ones included. */
export function draftsTouched(before: readonly ReadDraft[], after: readonly ReadDraft[]): MinutesDraft[] {
  const earlier = new Map(before.map((draft) => [draft.id, draft]))
  return after.flatMap((draft): MinutesDraft[] => {
    const was = earlier.get(draft.id)
    const stood = was !== undefined && was.deletedAt === null
    const stands = draft.deletedAt === null
    if (!stood && !stands) return []
    const words = wordsBetween(was ? textOf(was) : '', textOf(draft))
    const about = { id: draft.id, code: draft.code, title: draft.title.trim(), ...words }
    if (!stands) return [{ ...about, change: 'removed' }]
    if (!stood) return [{ ...about, change: 'new' }]
    return words.added + words.removed > 0 ? [{ ...about, change: 'changed' }] : []
  })
}

/** Open questions of the texts that were touched, and those that somebody asked meanwhile. */
export function openQuestions(
  before: readonly ReadDraft[],
  after: readonly ReadDraft[],
  touched: ReadonlySet<string>,
): string[] {
  const known = new Set(before.flatMap(({ questions }) => questions.map(({ id }) => id)))
  return after
    .filter(({ deletedAt }) => deletedAt === null)
    .flatMap(({ id, questions }) =>
      questions.filter((question) => touched.has(id) || !known.has(question.id)),
    )
    .map(({ text }) => text.trim())
    .filter(Boolean)
}

const textOf = (draft: ReadDraft): string =>
  [
    draft.title,
    draft.summary,
    ...sections.map((section) => plainSection(draft.sections[section])),
    ...Object.values(draft.countryPassages),
    ...draft.nuances.map(({ text }) => text),
  ].join('\n')

/** Words are counted, not aligned: a sentence that only moved brought nothing and took nothing away. */
function wordsBetween(before: string, after: string): { added: number; removed: number } {
  const counts = new Map<string, number>()
  for (const word of wordsIn(after)) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const word of wordsIn(before)) counts.set(word, (counts.get(word) ?? 0) - 1)
  let [added, removed] = [0, 0]
  for (const count of counts.values()) {
    added += Math.max(0, count)
    removed += Math.max(0, -count)
  }
  return { added, removed }
}

const wordsIn = (text: string): string[] => text.split(/\s+/).filter(Boolean)
