// Words of the administration, French first.
import { dutchCycleTexts } from '#client/features/admin/dutchCycleTexts.ts'
import { dutchTexts } from '#client/features/admin/dutchTexts.ts'
import { englishCycleTexts } from '#client/features/admin/englishCycleTexts.ts'
import { englishTexts } from '#client/features/admin/englishTexts.ts'
import { frenchCycleTexts } from '#client/features/admin/frenchCycleTexts.ts'
import { frenchTexts } from '#client/features/admin/frenchTexts.ts'

export const texts = {
  fr: { ...frenchTexts, ...frenchCycleTexts },
  en: { ...englishTexts, ...englishCycleTexts },
  nl: { ...dutchTexts, ...dutchCycleTexts },
} as const
