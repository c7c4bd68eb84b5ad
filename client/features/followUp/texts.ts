// Words of the follow-up, French first.
import { dutchTexts } from '#client/features/followUp/dutchTexts.ts'
import { englishTexts } from '#client/features/followUp/englishTexts.ts'
import { frenchTexts } from '#client/features/followUp/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
