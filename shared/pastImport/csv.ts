// CSV as spreadsheets write it (RFC 4180, with `;` and tabs too), read in one pass. Pure.
import { mostOfFile, type PastProblem, type Table } from '#shared/pastImport/table.ts'

const separators = [',', ';', '\t'] as const

/** The one that occurs most in the header, outside quotes. */
function separatorOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/u, 1)
  const bare = first.replace(/"[^"]*"/gu, '')
  const counted = separators.map((mark) => ({ mark, count: bare.split(mark).length }))
  return counted.sort((a, b) => b.count - a.count)[0]?.mark ?? ','
}

interface Reading {
  readonly rows: { line: number; cells: string[] }[]
  /** The line on which a quotation mark was opened that nothing closes. */
  readonly openQuote: number | undefined
}

function cellsOf(text: string, separator: string): Reading {
  const rows: { line: number; cells: string[] }[] = []
  let [cell, quoted, line, quoteLine]: [string, boolean, number, number] = ['', false, 1, 1]
  let row: { line: number; cells: string[] } = { line: 1, cells: [] }
  const endRow = (): void => {
    row.cells.push(cell)
    if (row.cells.some((one) => one.trim() !== '')) rows.push(row)
    cell = ''
    row = { line: line + 1, cells: [] }
  }
  for (let at = 0; at < text.length && rows.length <= mostOfFile.rows; at++) {
    const sign = text[at] ?? ''
    if (quoted) {
      if (sign === '"' && text[at + 1] === '"') {
        cell += '"'
        at++
      } else if (sign === '"') quoted = false
      else if (sign !== '\r') cell += sign
    } else if (sign === '"' && cell.trim() === '') {
      cell = ''
      quoted = true
      quoteLine = line
    } else if (sign === separator) {
      if (row.cells.length < mostOfFile.columns) row.cells.push(cell)
      cell = ''
    } else if (sign === '\n') endRow()
    else if (sign !== '\r') cell += sign
    if (sign === '\n') line++
  }
  if (cell !== '' || row.cells.length > 0) endRow()
  return { rows, openQuote: quoted ? quoteLine : undefined }
}

/** The first row names the columns. A cell that looks like a formula is a text like any other. */
export function readCsv(given: string): Table {
  const text = given.replace(/^\ufeff/u, '')
  const { openQuote, rows } = cellsOf(text, separatorOf(text))
  const [header, ...body] = rows
  const problems: PastProblem[] = body
    .filter(({ cells }) => cells.length < (header?.cells.length ?? 0))
    .map(({ line }) => ({ line, kind: 'columns', found: '', fatal: false }))
  if (openQuote !== undefined) problems.push({ line: openQuote, kind: 'quote', found: '', fatal: true })
  return {
    header: (header?.cells ?? []).map((name) => name.trim()),
    rows: body.filter(({ line }) => line !== openQuote),
    problems,
  }
}
