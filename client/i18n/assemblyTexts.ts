// The words of the assembly and of the themes that it chooses, loaded with their pages.
import i18next from 'i18next'
import { texts as assembly } from '#client/features/assembly/texts.ts'
import { texts as themes } from '#client/features/themes/texts.ts'
import { languages } from '#client/ui/languages.ts'

export const assemblyTexts = { assembly, themes } as const

/** Before anything of the assembly is rendered. */
export function addAssemblyTexts(): void {
  for (const { code } of languages) {
    i18next.addResourceBundle(code, 'assembly', assembly[code])
    i18next.addResourceBundle(code, 'themes', themes[code])
  }
}
