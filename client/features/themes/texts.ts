// Words of theme proposals and their ranking, French first.
import { dutchTexts } from '#client/features/themes/dutchTexts.ts'
import { englishTexts } from '#client/features/themes/englishTexts.ts'
import { frenchTexts } from '#client/features/themes/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
