// People's words and ours inside a paragraph of a word processor's file: marks, links, notes, language; nothing that hides or breaks.
import { ExternalHyperlink, FootnoteReferenceRun, type ParagraphChild, TextRun } from 'docx'
import { foreignTag } from '#server/features/exports/exportHtml.ts'
import { isSafeLink, withoutUnwantedCharacters } from '#shared/draft/plainText.ts'
import type { ExportDocument, ExportRuns } from '#shared/exports/exportDocument.ts'

export const cleanWords = withoutUnwantedCharacters

export function docxRuns(document: ExportDocument, runs: ExportRuns): ParagraphChild[] {
  const foreign = foreignTag(document)
  return runs.flatMap(({ text, bold, italic, link, note, said }) => {
    const marks = {
      text: cleanWords(text),
      ...(bold ? { bold } : {}),
      ...(italic ? { italics: true } : {}),
      ...(said && foreign ? { language: { value: foreign } } : {}),
    }
    const words = isSafeLink(link)
      ? new ExternalHyperlink({ link, children: [new TextRun({ ...marks, style: 'Hyperlink' })] })
      : new TextRun(marks)
    return [...(text === '' ? [] : [words]), ...(note === undefined ? [] : [new FootnoteReferenceRun(note)])]
  })
}
