// Words of the convergence’s page, French first.
import { dutchTexts } from '#client/features/convergence/dutchTexts.ts'
import { englishTexts } from '#client/features/convergence/englishTexts.ts'
import { frenchTexts } from '#client/features/convergence/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
