// The words of the convergence's page, loaded with it.
import i18next from 'i18next'
import { texts as convergence } from '#client/features/convergence/texts.ts'
import { languages } from '#client/ui/languages.ts'

export const convergenceTexts = { convergence } as const

/** Before anything of the page is rendered. */
export function addConvergenceTexts(): void {
  for (const { code } of languages) i18next.addResourceBundle(code, 'convergence', convergence[code])
}
