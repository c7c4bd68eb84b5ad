// Words of the agenda.
import { dutchTexts } from '#client/features/agenda/dutchTexts.ts'
import { englishTexts } from '#client/features/agenda/englishTexts.ts'
import { frenchTexts } from '#client/features/agenda/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
