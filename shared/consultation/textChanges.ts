// What changed between two versions of a published text, word by word.
import type { WordChange } from '#shared/adoption/adoptionState.ts'
import { wordChanges } from '#shared/adoption/wordChanges.ts'
import type { Recommendation } from '#shared/cycle/cycleFile.ts'
import type { ReadBlock } from '#shared/draft/draftModel.ts'
import type { FingerprintedDraft } from '#shared/draft/fingerprint.ts'

/** Null where nearly everything did. */
export const textChanges = (before: Recommendation, after: Recommendation): WordChange[] | null =>
  wordChanges(asDraft(before), asDraft(after))

const asDraft = (text: Recommendation): FingerprintedDraft => ({
  ...{ title: text.title, summary: text.summary, jurisdictions: text.jurisdictions, countryPassages: {} },
  nuances: text.nuances.map(({ groupId, id, text: words, type }) => ({
    ...{ id, type, text: words, groupId: groupId ?? null },
  })),
  sections: {
    ...{ constat: blocks(text.constat), proposition: blocks(text.proposition) },
    moyens: blocks(text.moyens),
  },
})

const blocks = (text: string): ReadBlock[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', level: 0, runs: [{ text: line }] as const }))
