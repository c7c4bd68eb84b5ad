// What a page offers to take away, and what was chosen last on this device.
import { z } from 'zod'
import { deviceStorage, readStored, writeStored } from '#client/live/localCopyNames.ts'
import { type ExportInput, exportFormats, exportPapers } from '#shared/exports/exportAsked.ts'
import { exportLanguages } from '#shared/exports/exportDocument.ts'

export type ExportSubject =
  | { readonly content: 'list'; readonly key: string }
  | { readonly content: 'dossier' | 'queue'; readonly key: string }
  | { readonly content: 'document' | 'decisions' | 'follow-up' }

const remembered = z.object({
  format: z.enum(exportFormats).catch('pdf'),
  paper: z.enum(exportPapers).catch('a4'),
  layers: z.enum(['summary', 'whole', 'annex']).catch('annex'),
  language: z.enum(exportLanguages).optional().catch(undefined),
})
export type Remembered = z.output<typeof remembered>

const key = 'faire-ensemble.export'

export const lastChoices = (): Remembered =>
  remembered.parse(readStored(deviceStorage().localStorage, key) ?? {})
export const keepChoices = (choices: Remembered): void =>
  void writeStored(deviceStorage().localStorage, key, choices)

export const inputOf = (
  subject: ExportSubject,
  choices: Remembered & { readonly language: (typeof exportLanguages)[number] },
  list: string,
): ExportInput => ({
  content: subject.content,
  ...('key' in subject ? { key: subject.key } : {}),
  ...(subject.content === 'list' ? { list } : {}),
  ...{ format: choices.format, paper: choices.paper, layers: choices.layers, language: choices.language },
})
