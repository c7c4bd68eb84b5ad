// Words of seeing a session again.
import { dutchTexts } from '#client/features/replay/dutchTexts.ts'
import { englishTexts } from '#client/features/replay/englishTexts.ts'
import { frenchTexts } from '#client/features/replay/frenchTexts.ts'

export const texts = { fr: frenchTexts, en: englishTexts, nl: dutchTexts } as const
