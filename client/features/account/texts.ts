// Words of signing in and of one’s own account, French first.
import { dutchTexts } from '#client/features/account/dutchTexts.ts'
import { englishTexts } from '#client/features/account/englishTexts.ts'
import { frenchTexts } from '#client/features/account/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
