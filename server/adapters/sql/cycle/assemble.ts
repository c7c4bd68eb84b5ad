// Records of the coop-cycle format out of rows: as a file had them, or whole for the pages.
import {
  getField,
  isObject,
  type JsonObject,
  removeField,
  setField,
  setName,
} from '#server/adapters/sql/cycle/json.ts'
import {
  columnOf,
  type Kept,
  type ListLayout,
  type MapLayout,
  type RecordLayout,
} from '#server/adapters/sql/cycle/layout.ts'
import type { Cell, Row } from '#server/adapters/sql/cycle/tabulate.ts'

export interface Assembling {
  /** Rows of one table, in the order of the column that is named. */
  readonly rowsOf: (table: string, position: string) => readonly Row[]
  readonly codeOfEntityId: ReadonlyMap<string, string>
  /** `file`: what the file left out stays out, what the format does not know comes back. `whole`: every field of the format and no other. */
  readonly as: 'file' | 'whole'
}

export interface AssembledRecord {
  readonly row: Row
  readonly object: JsonObject
}

type ById = ReadonlyMap<Cell, JsonObject>

/** All records of a layout, by the order of their positions. */
export function assemble(assembling: Assembling, layout: RecordLayout): AssembledRecord[] {
  const records = assembling
    .rowsOf(layout.table, 'position')
    .map((row) => ({ row, object: objectOf(row, layout) }))
  const byId: ById = new Map(
    layout.hasId ? records.map(({ row, object }) => [row['id'] ?? null, object] as const) : [],
  )
  for (const list of layout.lists) fillList(assembling, byId, list)
  for (const map of layout.maps) fillMap(assembling, byId, map)
  for (const { field, parent, record } of layout.parts) {
    const items = assemble(assembling, record).map(
      ({ row, object }) => [row[parent] ?? null, object] as const,
    )
    fill(byId, field, items)
  }
  if (assembling.as === 'file')
    for (const { row, object } of records) giveBackExtras(object, row['extras'] ?? null)
  return records
}

function objectOf(row: Row, layout: RecordLayout): JsonObject {
  const object: JsonObject = {}
  for (const [field, kept] of Object.entries(layout.fields))
    setField(object, field, valueOf(row[columnOf(field)] ?? null, kept))
  return object
}

function valueOf(cell: Cell, kept: Kept): unknown {
  if (kept === 'json') return cell === null ? [] : JSON.parse(String(cell))
  if (kept === 'boolean') return cell === null ? null : cell === 1
  return cell
}

/** Gives every record its list, the empty one too. */
function fill(byId: ById, field: string, items: readonly (readonly [parent: Cell, item: unknown])[]): void {
  const lists = new Map([...byId.keys()].map((id) => [id, [] as unknown[]]))
  for (const [parent, item] of items) lists.get(parent)?.push(item)
  for (const [id, object] of byId) setField(object, field, lists.get(id))
}

function fillList({ rowsOf, codeOfEntityId }: Assembling, byId: ById, list: ListLayout): void {
  // A shared table also has rows that are in another list only.
  const rows = rowsOf(list.table, list.position).filter((row) => row[list.position] !== null)
  const itemOf = (row: Row) => (list.codes ? codeOfEntityId.get(String(row[list.value])) : row[list.value])
  fill(
    byId,
    list.field,
    rows.map((row) => [row[list.parent] ?? null, itemOf(row)]),
  )
}

function fillMap({ rowsOf }: Assembling, byId: ById, map: MapLayout): void {
  const maps = new Map([...byId].map(([id, object]) => [id, setName(object, map.field, {}) as JsonObject])) // it was just made an object
  for (const row of rowsOf(map.table, map.value)) {
    const entries = maps.get(row[map.parent] ?? null)
    if (entries && row[map.value] !== null) setName(entries, String(row[map.key]), row[map.value])
  }
}

/** Puts back what the format does not know and takes out the optional fields that the file did not have. */
export function giveBackExtras(object: JsonObject, extras: Cell): void {
  if (extras === null) return
  // Written by tabulate.ts only.
  const { absent, more } = JSON.parse(String(extras)) as {
    absent: string[]
    more: [path: string, fields: JsonObject][]
  }
  for (const field of absent) removeField(object, field)
  for (const [path, fields] of more) {
    const holder = path === '' ? object : getField(object, path)
    if (isObject(holder)) for (const [name, value] of Object.entries(fields)) setName(holder, name, value)
  }
}
