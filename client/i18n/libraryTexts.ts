// The words of the library, loaded with its pages and with the pages that show a part of it.
import i18next from 'i18next'
import { texts as library } from '#client/features/library/texts.ts'
import { languages } from '#client/ui/languages.ts'

export const libraryTexts = { library } as const

/** Before anything of the library is rendered. */
export function addLibraryTexts(): void {
  for (const { code } of languages) i18next.addResourceBundle(code, 'library', library[code])
}
