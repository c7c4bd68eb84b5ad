// Words of private writing, in three languages.
import { dutchTexts } from '#client/features/notes/dutchTexts.ts'
import { englishTexts } from '#client/features/notes/englishTexts.ts'
import { frenchTexts } from '#client/features/notes/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
