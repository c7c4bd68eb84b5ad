// Words of the administration, French first.
import { dutchTexts } from '#client/features/admin/dutchTexts.ts'
import { englishTexts } from '#client/features/admin/englishTexts.ts'
import { frenchTexts } from '#client/features/admin/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
