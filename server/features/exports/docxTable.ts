// A table of a word processor's file: a header row that repeats, columns as wide as their words ask for.
import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { cleanWords } from '#server/features/exports/docxRuns.ts'
import type { ExportTable } from '#shared/exports/exportDocument.ts'

export interface CaptionedTable {
  /** Empty for none. */
  readonly caption: string
  readonly table: ExportTable
}

/** `width`: between the page's margins, in twentieths of a point. */
export function docxTable(
  { caption, table: { columns, rows } }: CaptionedTable,
  width: number,
): (Paragraph | Table)[] {
  const widths = columnWidths(columns, rows, width)
  const header = new TableRow({
    ...{ tableHeader: true, cantSplit: true },
    children: columns.map((text, at) => cellOf(text, { width: widths[at] ?? 0, bold: true })),
  })
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((text, at) => cellOf(text, { width: widths[at] ?? 0, bold: at === 0 })),
      }),
  )
  return [
    ...(caption === ''
      ? []
      : [
          new Paragraph({
            keepNext: true,
            children: [new TextRun({ text: cleanWords(caption), bold: true })],
          }),
        ]),
    new Table({
      ...{ width: { size: width, type: WidthType.DXA }, columnWidths: widths, borders },
      rows: [header, ...body],
    }),
    new Paragraph({ children: [] }),
  ]
}

const line = { style: BorderStyle.SINGLE, size: 4, color: 'B5B1A5' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const borders = {
  ...{ top: line, bottom: line, insideHorizontal: line },
  ...{ left: none, right: none, insideVertical: none },
}

const cellOf = (
  text: string | number,
  { bold, width }: { readonly bold: boolean; readonly width: number },
): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [
      new Paragraph({
        ...(typeof text === 'number' ? { alignment: AlignmentType.RIGHT } : {}),
        children: [new TextRun({ text: cleanWords(String(text)), bold })],
      }),
    ],
  })

/** In proportion to the longest words of each column, none narrower than a number needs. */
function columnWidths(columns: ExportTable['columns'], rows: ExportTable['rows'], width: number): number[] {
  const weights = columns.map((column, at) =>
    Math.min(60, Math.max(column.length + 2, ...rows.map((row) => String(row[at] ?? '').length))),
  )
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => Math.floor((width * weight) / sum))
}
