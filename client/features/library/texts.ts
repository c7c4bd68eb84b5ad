// Words of the library, French first.
import { dutchTexts } from '#client/features/library/dutchTexts.ts'
import { englishTexts } from '#client/features/library/englishTexts.ts'
import { frenchTexts } from '#client/features/library/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
