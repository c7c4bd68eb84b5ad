// Turns what was read into a file of the format that was asked for, saying how far it is.
import { bookFonts } from '#server/features/exports/bookFonts.ts'
import { exportHtml, hasContents } from '#server/features/exports/exportHtml.ts'
import type { Exported } from '#server/features/exports/exportSource.ts'
import { placesInPdf } from '#server/features/exports/pdfPages.ts'
import { openBook } from '#server/features/exports/printBook.ts'
import { writeDocx } from '#server/features/exports/writeDocx.ts'
import { cycleSlice } from '#shared/exports/cycleSlice.ts'
import type { ExportAsked, ExportFormat, ExportStep } from '#shared/exports/exportAsked.ts'
import { exportCsv } from '#shared/exports/exportCsv.ts'
import { exportMarkdown } from '#shared/exports/exportMarkdown.ts'

export interface Writing {
  readonly browser: string | undefined
  readonly signal: AbortSignal
  tell(step: ExportStep): void
}

export async function writeExport(
  { document, slice }: Exported,
  { format, language, paper }: ExportAsked,
  writing: Writing,
): Promise<Buffer> {
  writing.tell('writing')
  switch (format) {
    case 'md':
      return Buffer.from(exportMarkdown(document))
    case 'csv':
      return Buffer.from(exportCsv(document.sheet, language))
    case 'json':
      return Buffer.from(`${JSON.stringify(cycleSlice(slice), null, 2)}\n`)
    case 'docx':
      return writeDocx({ document, paper }, writing.signal)
    case 'pdf':
      return printed(document, paper, writing)
  }
}

/** Printed twice where there is a table of contents: the first printing tells on which pages the headings stand. */
async function printed(
  document: Exported['document'],
  paper: ExportAsked['paper'],
  { browser, signal, tell }: Writing,
): Promise<Buffer> {
  if (browser === undefined) throw new Error('nothing prints here')
  tell('printing')
  const book = await openBook(browser, signal)
  try {
    const fonts = await bookFonts()
    const first = await book.print(exportHtml(document, { paper, fonts }))
    if (!hasContents(document)) return first
    tell('numbering')
    return await book.print(exportHtml(document, { paper, fonts, pages: placesInPdf(first) }))
  } finally {
    await book.close()
  }
}

export const exportTypes: Readonly<Record<ExportFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}
