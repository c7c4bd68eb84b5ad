// The words of a group's page and of the presence record, loaded with them.
import i18next from 'i18next'
import { texts as adoption } from '#client/features/adoption/texts.ts'
import { texts as draft } from '#client/features/draft/texts.ts'
import { texts as group } from '#client/features/group/texts.ts'
import { texts as handover } from '#client/features/handover/texts.ts'
import { texts as presence } from '#client/features/presence/texts.ts'
import { texts as similar } from '#client/features/similar/texts.ts'
import { languages } from '#client/ui/languages.ts'

export const groupTexts = { adoption, draft, group, handover, presence, similar } as const

/** Before anything of the page is rendered. */
export function addGroupTexts(): void {
  for (const { code } of languages) {
    for (const [namespace, texts] of Object.entries(groupTexts))
      i18next.addResourceBundle(code, namespace, texts[code])
  }
}
