// From rows of cells to past recommendations, with every line that has something wrong named. Pure.

import { longestPast, type ReadPast } from '#shared/pastImport/pastRecommendation.ts'
import { fieldOf, outcomeOf, yearOf } from '#shared/pastImport/pastWords.ts'
import { isLink, readPastRow } from '#shared/pastImport/readPastRow.ts'
import { type PastField, type PastProblem, pastFields, type Table } from '#shared/pastImport/table.ts'

/** By field, the column that says it; absent where none does. */
export type Columns = Partial<Readonly<Record<PastField, number>>>

/** For what the file does not say. */
export interface Assumed {
  readonly year: number | undefined
  readonly place: string
}

export interface ReadTable {
  readonly rows: readonly (ReadPast & { readonly line: number })[]
  readonly problems: readonly PastProblem[]
}

/** The first column whose name speaks of a field. */
export function guessColumns(header: readonly string[]): Columns {
  const fields = header.map(fieldOf)
  return Object.fromEntries(
    pastFields.flatMap((field) => {
      const at = fields.indexOf(field)
      return at < 0 ? [] : [[field, at]]
    }),
  )
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

export function readTable(table: Table, columns: Columns, assumed: Assumed): ReadTable {
  const problems: PastProblem[] = [...table.problems]
  const seen = new Map<string, number>()
  const rows = table.rows.flatMap(({ cells, line }) => {
    const cell = (field: PastField): string => {
      const at = columns[field]
      return at === undefined ? '' : (cells[at] ?? '').trim()
    }
    const wrong = (kind: PastProblem['kind'], found: string, fatal: boolean): void =>
      void problems.push({ line, kind, found: shortened(found), fatal })
    const read = rowOf(cell, assumed, wrong)
    if (!read) return []
    const key = `${read.year} ${read.place} ${read.title}`.toLowerCase()
    const before = seen.get(key)
    if (before !== undefined) {
      wrong('twice', String(before), true)
      return []
    }
    seen.set(key, line)
    return [{ ...read, line }]
  })
  return { rows, problems: problems.sort((a, b) => a.line - b.line) }
}

type Wrong = (kind: PastProblem['kind'], found: string, fatal: boolean) => void

function rowOf(cell: (field: PastField) => string, assumed: Assumed, wrong: Wrong): ReadPast | undefined {
  const [title, text, link] = [cell('title'), cell('text'), cell('link')]
  const year = yearOf(cell('year')) ?? assumed.year
  const outcome = outcomeOf(cell('outcome'))
  if (outcome === undefined) wrong('outcome', cell('outcome'), false)
  if (link !== '' && !isLink(link)) wrong('link', link, false)
  const before = title === '' ? 'title' : title.length > longestPast.title ? 'long-title' : undefined
  if (before) wrong(before, before === 'title' ? '' : String(longestPast.title), true)
  if (text.length > longestPast.text) wrong('long-text', String(longestPast.text), true)
  if (year === undefined) wrong('year', cell('year'), true)
  if (before || year === undefined || text.length > longestPast.text) return undefined
  const read = readPastRow({
    ...{ year, title, text, outcome: outcome ?? 'unknown' },
    place: (cell('place') || assumed.place).slice(0, longestPast.place),
    reason: cell('reason').slice(0, longestPast.reason),
    link: isLink(link) ? link.slice(0, longestPast.link) : '',
  })
  if (!read) wrong('characters', title, true)
  return read
}
