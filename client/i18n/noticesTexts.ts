// The words of the notices by mail, loaded with their page.
import i18next from 'i18next'
import { texts as notices } from '#client/features/notices/texts.ts'
import { languages } from '#client/ui/languages.ts'

export const noticesTexts = { notices } as const

/** Before anything of the page is rendered. */
export function addNoticesTexts(): void {
  for (const { code } of languages) i18next.addResourceBundle(code, 'notices', notices[code])
}
