// The words of signing in, of one's own account and of the administration, loaded with their pages.
import i18next from 'i18next'
import { texts as account } from '#client/features/account/texts.ts'
import { texts as admin } from '#client/features/admin/texts.ts'
import { languages } from '#client/ui/languages.ts'

export const accountTexts = { account, admin } as const

/** Before anything of the page is rendered. */
export function addAccountTexts(): void {
  for (const { code } of languages) {
    for (const [namespace, texts] of Object.entries(accountTexts))
      i18next.addResourceBundle(code, namespace, texts[code])
  }
}
