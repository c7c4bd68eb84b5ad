// The words of the boards' desk, loaded with its page and with the pages that show a part of it.
import i18next from 'i18next'
import { texts as instruction } from '#client/features/instruction/texts.ts'
import { languages } from '#client/ui/languages.ts'

export const instructionTexts = { instruction } as const

/** Before anything of it is rendered. */
export function addInstructionTexts(): void {
  for (const { code } of languages) i18next.addResourceBundle(code, 'instruction', instruction[code])
}
