// Every namespace of the interface's words, French first. A feature writes its own; this list only gathers them.
import { accountTexts } from '#client/i18n/accountTexts.ts'
import { assemblyTexts } from '#client/i18n/assemblyTexts.ts'
import { consultationTexts } from '#client/i18n/consultationTexts.ts'
import { convergenceTexts } from '#client/i18n/convergenceTexts.ts'
import { cycleTexts } from '#client/i18n/cycleTexts.ts'
import { exportTexts } from '#client/i18n/exportTexts.ts'
import { followUpTexts } from '#client/i18n/followUpTexts.ts'
import { groupTexts } from '#client/i18n/groupTexts.ts'
import { instructionTexts } from '#client/i18n/instructionTexts.ts'
import { libraryTexts } from '#client/i18n/libraryTexts.ts'
import { noticesTexts } from '#client/i18n/noticesTexts.ts'
import { pageTexts } from '#client/i18n/pageTexts.ts'
import { roomTexts } from '#client/i18n/roomTexts.ts'
import { searchTexts } from '#client/i18n/searchTexts.ts'

export const registry = {
  ...pageTexts,
  ...roomTexts,
  ...groupTexts,
  ...followUpTexts,
  ...cycleTexts,
  ...assemblyTexts,
  ...exportTexts,
  ...instructionTexts,
  ...libraryTexts,
  ...convergenceTexts,
  ...consultationTexts,
  ...accountTexts,
  ...searchTexts,
  ...noticesTexts,
} as const
