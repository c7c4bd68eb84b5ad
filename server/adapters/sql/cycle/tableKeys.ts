// The tables of the cycle, drawn from the layout: what names a row, and which columns a shared table has.
import type { RecordLayout } from '#server/adapters/sql/cycle/layout.ts'
import { collections, fileRecord, singles } from '#server/adapters/sql/cycle/records.ts'

const roots: readonly RecordLayout[] = [fileRecord, ...Object.values(singles), ...Object.values(collections)]

const keys = new Map<string, readonly string[]>()
const links = new Map<string, Set<string>>()

function note(layout: RecordLayout, parent?: string): void {
  keys.set(layout.table, layout.hasId ? ['id'] : [parent ?? '', 'position'])
  for (const { table, parent, value, position } of layout.lists) noteLink(table, [parent, value], position)
  for (const { table, parent, key, value } of layout.maps) noteLink(table, [parent, key], value)
  for (const { parent, record } of layout.parts) note(record, parent)
}

function noteLink(table: string, key: readonly string[], column: string): void {
  keys.set(table, [...key].sort())
  links.set(table, (links.get(table) ?? new Set()).add(column))
}

for (const layout of roots) note(layout)

/** Columns of the primary key, by table; every table of the cycle is in it. */
export const tableKeys: ReadonlyMap<string, readonly string[]> = keys

/** Columns beside the key of each table that keeps lists. */
export const linkColumns: ReadonlyMap<string, readonly string[]> = new Map(
  [...links].map(([table, columns]) => [table, [...columns]]),
)

export const keyOf = (table: string, row: Readonly<Record<string, unknown>>): string =>
  JSON.stringify((keys.get(table) ?? []).map((column) => row[column]))
