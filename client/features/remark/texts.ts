// Words about remarks on a text.
import { dutchTexts } from '#client/features/remark/dutchTexts.ts'
import { englishTexts } from '#client/features/remark/englishTexts.ts'
import { frenchTexts } from '#client/features/remark/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
