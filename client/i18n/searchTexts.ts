// The words of the search, loaded with its page and with the first suggestion.
import i18next from 'i18next'
import { texts as search } from '#client/features/search/texts.ts'
import { languages } from '#client/ui/languages.ts'

export const searchTexts = { search } as const

/** Before anything of the search is rendered. */
export function addSearchTexts(): void {
  for (const { code } of languages) i18next.addResourceBundle(code, 'search', search[code])
}
