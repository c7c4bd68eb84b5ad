// Words of a group’s page, French first.
import { dutchTexts } from '#client/features/group/dutchTexts.ts'
import { englishTexts } from '#client/features/group/englishTexts.ts'
import { frenchTexts } from '#client/features/group/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
