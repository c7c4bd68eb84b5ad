// How many words of a text came and went between two readings, whatever their order.
import { plainSection, type ReadDraft } from '#shared/draft/draftModel.ts'
import { sections } from '#shared/draft/vocabulary.ts'

export type WordBag = ReadonlyMap<string, number>

/** Everything that is read in a draft as its text; nuances and questions stand beside it. */
export const draftWords = (draft: ReadDraft): string =>
  [
    draft.title,
    draft.summary,
    ...sections.map((section) => plainSection(draft.sections[section])),
    ...Object.values(draft.countryPassages),
  ].join('\n')

export function wordBag(text: string): WordBag {
  const bag = new Map<string, number>()
  for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

export const wordsIn = (bag: WordBag): number => [...bag.values()].reduce((sum, count) => sum + count, 0)

/** Those that came, or those that went where more did: a word in the place of another is one change. */
export function wordsChanged(before: WordBag, after: WordBag): number {
  const beyond = (one: WordBag, other: WordBag): number =>
    [...one].reduce((sum, [word, count]) => sum + Math.max(0, count - (other.get(word) ?? 0)), 0)
  return Math.max(beyond(after, before), beyond(before, after))
}
