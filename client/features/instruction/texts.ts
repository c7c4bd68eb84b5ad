// Words of the boards' desk, French first.
import { dutchTexts } from '#client/features/instruction/dutchTexts.ts'
import { englishTexts } from '#client/features/instruction/englishTexts.ts'
import { frenchTexts } from '#client/features/instruction/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
