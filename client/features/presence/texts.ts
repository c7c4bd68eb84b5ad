// Words of the record of who was there, French first.
import { dutchTexts } from '#client/features/presence/dutchTexts.ts'
import { englishTexts } from '#client/features/presence/englishTexts.ts'
import { frenchTexts } from '#client/features/presence/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
