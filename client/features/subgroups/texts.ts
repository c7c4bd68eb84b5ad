// Words of the sub-groups and of the aparté.
import { dutch } from '#client/features/subgroups/dutchTexts.ts'
import { english } from '#client/features/subgroups/englishTexts.ts'
import { french } from '#client/features/subgroups/frenchTexts.ts'

export const texts = { fr: french, en: english, nl: dutch } as const
