// The words of the editor where a text of the convergence is written by several people, loaded with it.
import i18next from 'i18next'
import { texts as draft } from '#client/features/draft/texts.ts'
import { languages } from '#client/ui/languages.ts'

/** Before anything of the editor is rendered. */
export function addTogetherTexts(): void {
  for (const { code } of languages) i18next.addResourceBundle(code, 'draft', draft[code])
}
