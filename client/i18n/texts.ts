// Every namespace of the interface's words, French first. A feature writes its own; this list only gathers them.
import { accountTexts } from '#client/i18n/accountTexts.ts'
import { cycleTexts } from '#client/i18n/cycleTexts.ts'
import { followUpTexts } from '#client/i18n/followUpTexts.ts'
import { groupTexts } from '#client/i18n/groupTexts.ts'
import { pageTexts } from '#client/i18n/pageTexts.ts'
import { roomTexts } from '#client/i18n/roomTexts.ts'

export const registry = {
  ...pageTexts,
  ...roomTexts,
  ...groupTexts,
  ...followUpTexts,
  ...cycleTexts,
  ...accountTexts,
} as const
