// Words of the visit and of the facilitators' guide.
import { dutchTexts } from '#client/features/welcome/dutchTexts.ts'
import { englishTexts } from '#client/features/welcome/englishTexts.ts'
import { frenchTexts } from '#client/features/welcome/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
