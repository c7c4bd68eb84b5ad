// The words of an item as several people write them at once, beside the words that its groups are asked about.
import type { Item } from '#shared/convergence/convergenceState.ts'
import type { Words } from '#shared/convergence/handedText.ts'
import { type NewDraft, plainSection, type ReadDraft } from '#shared/draft/draftModel.ts'

/** Where an item is written by several people: a draft of the convergence's own room. */
export interface TogetherPlace {
  /** The room's code. */
  readonly code: string
  readonly spaceId: string
  readonly draftId: string
}

/** The same item is always the same draft, however often it is opened. */
export const togetherDraftId = (itemId: string): string => `cv-${itemId}`

export const togetherDraft = ({ constat, id, moyens, proposition, title }: Item): NewDraft => ({
  ...{ id: togetherDraftId(id), title },
  ...{ constat: constat.split('\n'), proposition: proposition.split('\n'), moyens: moyens.split('\n') },
})

export const togetherWords = ({ sections, title }: Pick<ReadDraft, 'sections' | 'title'>): Words => ({
  title: title.trim(),
  constat: plainSection(sections.constat).trim(),
  proposition: plainSection(sections.proposition).trim(),
  moyens: plainSection(sections.moyens).trim(),
})

const parts = ['title', 'constat', 'proposition', 'moyens'] as const

/** [CV14] What was written together is what its groups are asked about once it was taken over; blank lines are no words. */
export const isTakenOver = (item: Words, written: Words): boolean =>
  parts.every((part) => lines(item[part]) === lines(written[part]))

const lines = (text: string): string =>
  text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
