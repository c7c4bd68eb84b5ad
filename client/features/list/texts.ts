// The words of the list, French first.
import { dutchTexts } from '#client/features/list/dutchTexts.ts'
import { englishTexts } from '#client/features/list/englishTexts.ts'
import { frenchTexts } from '#client/features/list/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
