// What of a draft is compared with others: what it proposes; of one that hardly says that yet, everything.
import { plainSection, type ReadDraft } from '#shared/draft/draftModel.ts'
import type { ComparedText } from '#shared/similar/describeText.ts'

/** Fewer words than this propose too little to be compared by them alone. */
const fewWords = 20

export function draftText(draft: ReadDraft): ComparedText {
  const { id, title, summary, sections } = draft
  const proposed = [summary, plainSection(sections.proposition)].join('\n')
  const words = proposed.split(/\s+/u).filter(Boolean).length
  const around = words < fewWords ? [sections.constat, sections.moyens].map(plainSection) : []
  return { id, title, body: [proposed, ...around].join('\n') }
}
