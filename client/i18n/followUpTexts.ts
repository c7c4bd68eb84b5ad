// The words of the follow-up, loaded with its pages and with the pages that show a part of it.
import i18next from 'i18next'
import { texts as followUp } from '#client/features/followUp/texts.ts'
import { languages } from '#client/ui/languages.ts'

export const followUpTexts = { followUp } as const

/** Before anything of the follow-up is rendered. */
export function addFollowUpTexts(): void {
  for (const { code } of languages) i18next.addResourceBundle(code, 'followUp', followUp[code])
}
