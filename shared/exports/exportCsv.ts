// Rows as CSV (RFC 4180) that a spreadsheet opens with a double click and never runs.

import { withoutUnwantedCharacters } from '#shared/draft/plainText.ts'
import type { ExportCell, ExportLanguage, ExportTable } from '#shared/exports/exportDocument.ts'

/** Spreadsheets split at the list separator of their language: a semicolon where the comma is the decimal sign. */
const separators: Readonly<Record<ExportLanguage, ',' | ';'>> = { fr: ';', nl: ';', en: ',' }

/** Excel takes a file for UTF-8 by this mark alone; LibreOffice knows it too. */
const byteOrderMark = '\ufeff'

/** Signs with which a cell begins to count, in full width too. Whatever stands before them and is not seen. */
const formula = /^[\s\p{C}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u

export function exportCsv({ columns, rows }: ExportTable, language: ExportLanguage): string {
  const separator = separators[language]
  const lines = [columns, ...rows].map((row) => row.map((cell) => cellOf(cell, separator)).join(separator))
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`
}

/** [X4] Words never count: a cell that a spreadsheet would take for a formula begins with an apostrophe, and is quoted. */
function cellOf(cell: ExportCell, separator: string): string {
  // A decimal point would become a date in the languages of the comma.
  if (typeof cell === 'number') return separator === ';' ? String(cell).replace('.', ',') : String(cell)
  const isFormula = formula.test(cell)
  const text = `${isFormula ? "'" : ''}${withoutUnwantedCharacters(cell).replace(/\r\n?/g, '\n')}`
  const mustQuote = isFormula || /["\r\n\t,;]/.test(text) || text !== text.trim()
  return mustQuote ? `"${text.replaceAll('"', '""')}"` : text
}
