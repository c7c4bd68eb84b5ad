// The words of the cycle's page, loaded with it.
import i18next from 'i18next'
import { texts as cycle } from '#client/features/cycle/texts.ts'
import { languages } from '#client/ui/languages.ts'

export const cycleTexts = { cycle } as const

/** Before anything of the page is rendered. */
export function addCycleTexts(): void {
  for (const { code } of languages) i18next.addResourceBundle(code, 'cycle', cycle[code])
}
