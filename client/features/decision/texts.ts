// Words about deciding together.
import { dutchTexts } from '#client/features/decision/dutchTexts.ts'
import { englishTexts } from '#client/features/decision/englishTexts.ts'
import { frenchTexts } from '#client/features/decision/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
