// Words of joint sessions, in three languages.
import { dutchTexts } from '#client/features/joint/dutchTexts.ts'
import { englishTexts } from '#client/features/joint/englishTexts.ts'
import { frenchTexts } from '#client/features/joint/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
