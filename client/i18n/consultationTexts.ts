// The words of the public consultation, loaded with its pages.
import i18next from 'i18next'
import { texts as consultation } from '#client/features/consultation/texts.ts'
import { languages } from '#client/ui/languages.ts'

export const consultationTexts = { consultation } as const

/** Before anything of the consultation is rendered. */
export function addConsultationTexts(): void {
  for (const { code } of languages) i18next.addResourceBundle(code, 'consultation', consultation[code])
}
