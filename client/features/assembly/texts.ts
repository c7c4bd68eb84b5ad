// Words of the assembly, French first.
import { dutchTexts } from '#client/features/assembly/dutchTexts.ts'
import { englishTexts } from '#client/features/assembly/englishTexts.ts'
import { frenchTexts } from '#client/features/assembly/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
