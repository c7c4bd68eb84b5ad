// Words of the cycle’s page, French first.
import { dutchTexts } from '#client/features/cycle/dutchTexts.ts'
import { englishTexts } from '#client/features/cycle/englishTexts.ts'
import { frenchTexts } from '#client/features/cycle/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
