// Words about merging drafts.
import { dutchTexts } from '#client/features/merge/dutchTexts.ts'
import { englishTexts } from '#client/features/merge/englishTexts.ts'
import { frenchTexts } from '#client/features/merge/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
