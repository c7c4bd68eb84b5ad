// Words about consent and adoption.
import { dutchTexts } from '#client/features/adoption/dutchTexts.ts'
import { englishTexts } from '#client/features/adoption/englishTexts.ts'
import { frenchTexts } from '#client/features/adoption/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
