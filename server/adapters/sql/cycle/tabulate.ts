// A cycle file as rows of tables.
import { getField, isObject, type JsonObject } from '#server/adapters/sql/cycle/json.ts'
import {
  columnOf,
  type Kept,
  type ListLayout,
  type MapLayout,
  type RecordLayout,
} from '#server/adapters/sql/cycle/layout.ts'
import { collectionNames, collections, fileRecord, singles } from '#server/adapters/sql/cycle/records.ts'
import { keyOf, linkColumns } from '#server/adapters/sql/cycle/tableKeys.ts'
import type { CycleFile } from '#shared/cycle/cycleFile.ts'

export type Cell = string | number | null
export type Row = Record<string, Cell>
/** Table -> key of the row -> row. */
export type Tables = Map<string, Map<string, Row>>

interface Writing {
  readonly tables: Tables
  readonly entityIdOfCode: ReadonlyMap<string, string>
}

/** The one row of `cycle_file` needs an id; the file has none to give. */
const fileId = 'file'

/** The file must have been checked: every reference and code exists. */
export function tabulate(file: CycleFile): Tables {
  const writing: Writing = {
    tables: new Map(),
    entityIdOfCode: new Map(file.entities.map(({ code, id }) => [code, id])),
  }
  const top = file as unknown as JsonObject // the file is JSON; here its fields are gone through by name
  const known = [...collectionNames, ...Object.keys(singles)]
  writeRecord(writing, fileRecord, { object: top, position: 0, parent: { id: fileId }, known })
  for (const [name, layout] of Object.entries(singles)) {
    const single = top[name]
    if (isObject(single)) writeRecord(writing, layout, { object: single, position: 0 })
  }
  for (const name of collectionNames) writeAll(writing, collections[name], top[name])
  return writing.tables
}

function writeAll(writing: Writing, layout: RecordLayout, items: unknown, parent?: Row): void {
  if (!Array.isArray(items)) return
  for (const [position, object] of items.filter(isObject).entries()) {
    writeRecord(writing, layout, { object, position, ...(parent && { parent }) })
  }
}

interface Placed {
  readonly object: JsonObject
  readonly position: number
  /** What the row has that is no field: its parent's id. */
  readonly parent?: Row
  /** Further fields of the object that are kept elsewhere. */
  readonly known?: readonly string[]
}

function writeRecord(
  writing: Writing,
  layout: RecordLayout,
  { object, position, parent, known = [] }: Placed,
): void {
  const row: Row = { ...parent, position }
  for (const [field, kept] of Object.entries(layout.fields))
    row[columnOf(field)] = cellOf(getField(object, field), kept)
  row['extras'] = extrasOf(object, layout, known)
  put(writing.tables, layout.table, row)
  const id = row['id'] ?? null
  for (const list of layout.lists) writeList(writing, list, { id, items: getField(object, list.field) })
  for (const map of layout.maps) writeMap(writing, map, { id, entries: getField(object, map.field) })
  for (const { field, parent: column, record } of layout.parts) {
    writeAll(writing, record, getField(object, field), { [column]: id })
  }
}

function cellOf(value: unknown, kept: Kept): Cell {
  if (value === undefined || value === null) return null
  if (kept === 'json') return JSON.stringify(value)
  if (kept === 'boolean') return value ? 1 : 0
  return value as Cell // the format's check made sure of a text or a number
}

function writeList(writing: Writing, list: ListLayout, { id, items }: { id: Cell; items: unknown }): void {
  if (!Array.isArray(items)) return
  for (const [position, item] of items.entries()) {
    const value = list.codes ? writing.entityIdOfCode.get(item) : item
    put(writing.tables, list.table, { [list.parent]: id, [list.value]: value, [list.position]: position })
  }
}

function writeMap(writing: Writing, map: MapLayout, { id, entries }: { id: Cell; entries: unknown }): void {
  if (!isObject(entries)) return
  for (const [key, value] of Object.entries(entries)) {
    put(writing.tables, map.table, { [map.parent]: id, [map.key]: key, [map.value]: value as Cell }) // checked: a number
  }
}

/** A row of a shared table is written by several lists: each adds its own columns. */
function put(tables: Tables, table: string, row: Row): void {
  const rows = tables.get(table) ?? new Map<string, Row>()
  tables.set(table, rows)
  const key = keyOf(table, row)
  rows.set(key, { ...(rows.get(key) ?? emptyLink(table)), ...row })
}

const emptyLink = (table: string): Row =>
  Object.fromEntries((linkColumns.get(table) ?? []).map((column) => [column, null]))

/**
 * What the format does not know, and which of its optional fields the file leaves out (null is something else), as JSON; null when
 * there is neither.
 */
function extrasOf(object: JsonObject, layout: RecordLayout, known: readonly string[]): string | null {
  const fields = [
    ...Object.keys(layout.fields),
    ...[...layout.lists, ...layout.parts, ...layout.maps].map(({ field }) => field),
  ]
  const absent = [...fields, ...known].filter((field) => getField(object, field) === undefined)
  const more: [path: string, fields: JsonObject][] = []
  for (const [path, names] of objectsOf([...fields, ...known])) {
    const holder = path === '' ? object : getField(object, path)
    if (!isObject(holder)) continue
    const unknown = Object.entries(holder).filter(([name]) => !names.has(name))
    if (unknown.length > 0) more.push([path, Object.fromEntries(unknown)])
  }
  return absent.length + more.length > 0 ? JSON.stringify({ absent, more }) : null
}

/** Path of each object of a record -> the names that the format knows in it. */
function objectsOf(fields: readonly string[]): Map<string, Set<string>> {
  const objects = new Map<string, Set<string>>([['', new Set()]])
  for (const field of fields) {
    const dot = field.lastIndexOf('.')
    const path = dot < 0 ? '' : field.slice(0, dot)
    if (dot >= 0) objects.get('')?.add(path)
    objects.set(path, (objects.get(path) ?? new Set()).add(field.slice(dot + 1)))
  }
  return objects
}
