// What somebody asks to take away, and what is said of it while it is made.
import { z } from 'zod'
import { exportLanguages } from '#shared/exports/exportDocument.ts'

export const exportContents = ['list', 'document', 'dossier', 'queue', 'decisions', 'follow-up'] as const
export type ExportContent = (typeof exportContents)[number]

export const exportFormats = ['pdf', 'docx', 'md', 'csv', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** `a5`: pages that a printer folds into a booklet. */
export const exportPapers = ['a4', 'a5'] as const
export type ExportPaper = (typeof exportPapers)[number]

export const exportInput = z.object({
  content: z.enum(exportContents),
  /** The group of a list, the recommendation of a dossier, the board of a queue. */
  key: z.string().min(1).max(200).optional(),
  /** Of a group: its standing drafts, the list of the cycle's own file, or a list that it handed over here, by its id. */
  list: z.string().min(1).max(64).default('drafts'),
  format: z.enum(exportFormats),
  language: z.enum(exportLanguages).default('fr'),
  paper: z.enum(exportPapers).default('a4'),
  /** Of the final document: the summary alone, the whole with all nuances, the whole and every handed-over text. */
  layers: z.enum(['summary', 'whole', 'annex']).default('annex'),
})
export type ExportAsked = z.output<typeof exportInput>
export type ExportInput = z.input<typeof exportInput>

export const exportSteps = ['waiting', 'reading', 'writing', 'printing', 'numbering'] as const
export type ExportStep = (typeof exportSteps)[number]

/** Answer of `POST /api/exports` and of `GET /api/exports/:id`. */
export type ExportStatus =
  | {
      readonly id: string
      readonly state: 'running'
      readonly step: ExportStep
      /** Percent of the way. */
      readonly progress: number
    }
  | { readonly id: string; readonly state: 'done'; readonly fileName: string; readonly bytes: number }
  | { readonly id: string; readonly state: 'failed' | 'cancelled' }

/** Answer of `GET /api/exports`. */
export interface ExportOffer {
  /** Whether this server can print. */
  readonly pdf: boolean
  /** Of the group that was named, newest first; empty for whoever may not read them. */
  readonly lists: readonly ExportedList[]
}

export type ExportedList =
  | { readonly value: 'drafts' | 'cycle'; readonly texts: number }
  | { readonly value: string; readonly texts: number; readonly number: number; readonly date: string }
