// The words of taking away, loaded with the button that opens it.
import i18next from 'i18next'
import { texts as exports } from '#client/features/exports/texts.ts'
import { languages } from '#client/ui/languages.ts'

export const exportTexts = { exports } as const

/** Before the button is rendered. */
export function addExportTexts(): void {
  for (const { code } of languages) i18next.addResourceBundle(code, 'exports', exports[code])
}
