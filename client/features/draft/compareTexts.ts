// Compares an old version of a draft with today's, word by word, part by part.
import { diffWordsWithSpace } from 'diff'
import { plainSection, type ReadDraft } from '#shared/draft/draftModel.ts'
import { sections } from '#shared/draft/vocabulary.ts'

/** A stretch of text: in both, only in the version (`old`), or only in today's (`now`). */
export interface ComparedRun {
  readonly where: 'both' | 'old' | 'now'
  readonly text: string
}

export interface ComparedPart {
  readonly part: 'title' | 'summary' | (typeof sections)[number]
  readonly runs: readonly ComparedRun[]
  readonly same: boolean
}

/** Lines that compare in a reasonable time on a phone, in milliseconds; longer ones are shown as replaced whole. */
const patience = 1_500

export function compareDrafts(old: ReadDraft, now: ReadDraft): ComparedPart[] {
  const pairs = [
    ['title', old.title, now.title],
    ['summary', old.summary, now.summary],
    ...sections.map(
      (section) =>
        [section, plainSection(old.sections[section]), plainSection(now.sections[section])] as const,
    ),
  ] as const
  return pairs
    .map(([part, before, after]) => ({ part, runs: compareWords(before, after), same: before === after }))
    .filter(({ runs }) => runs.some(({ text }) => text.trim() !== ''))
}

export function compareWords(before: string, after: string): ComparedRun[] {
  const changes = diffWordsWithSpace(before, after, { timeout: patience }) ?? [
    { value: before, removed: true, added: false },
    { value: after, added: true, removed: false },
  ]
  return changes.map(({ value, added, removed }) => ({
    where: added ? 'now' : removed ? 'old' : 'both',
    text: value,
  }))
}
