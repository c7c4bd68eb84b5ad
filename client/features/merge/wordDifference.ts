// Two wordings compared word by word: what is in both, only before, only after.
import { diffWordsWithSpace } from 'diff'

export interface DifferenceRun {
  readonly where: 'both' | 'before' | 'after'
  readonly text: string
}

/** Milliseconds after which two long texts are shown as replaced whole: a phone waits no longer. */
const patience = 800

export function wordDifference(before: string, after: string): readonly DifferenceRun[] {
  const changes = diffWordsWithSpace(before, after, { timeout: patience }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ]
  return changes.map(({ value, added, removed }) => ({
    where: added ? 'after' : removed ? 'before' : 'both',
    text: value,
  }))
}
