// Words of the public consultation, French first.
import { dutchTexts } from '#client/features/consultation/dutchTexts.ts'
import { englishTexts } from '#client/features/consultation/englishTexts.ts'
import { frenchTexts } from '#client/features/consultation/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
