// Words of the search, French first.
import { dutchTexts } from '#client/features/search/dutchTexts.ts'
import { englishTexts } from '#client/features/search/englishTexts.ts'
import { frenchTexts } from '#client/features/search/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
