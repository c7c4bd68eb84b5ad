// How the records of a cycle file lie in tables: which field is which column, which list is which table.

/** How a field is kept: numbers as they are, booleans as 0 or 1, lists of words as JSON text. */
export type Kept = 'text' | 'number' | 'boolean' | 'json'

/** A list of ids (or of entities' codes, kept as their ids), one row each, in a table that both sides may share. */
export interface ListLayout {
  readonly field: string
  readonly table: string
  readonly parent: string
  readonly value: string
  readonly position: string
  readonly codes: boolean
}

/** A list of objects inside a record. */
export interface PartLayout {
  readonly field: string
  readonly parent: string
  readonly record: RecordLayout
}

/** An object whose keys are ids and whose values are numbers, kept in a table of a list. */
export interface MapLayout {
  readonly field: string
  readonly table: string
  readonly parent: string
  readonly key: string
  readonly value: string
}

export interface RecordLayout {
  readonly table: string
  /** Objects inside a list may have no id: then their parent and place name them. */
  readonly hasId: boolean
  /** Field, with dots for objects inside the record -> how it is kept. The column is the field in snake case. */
  readonly fields: Readonly<Record<string, Kept>>
  readonly lists: readonly ListLayout[]
  readonly parts: readonly PartLayout[]
  readonly maps: readonly MapLayout[]
}

type Fields = Readonly<Record<string, Kept>>
type More = Partial<Pick<RecordLayout, 'lists' | 'parts' | 'maps'>>

export const record = (
  table: string,
  fields: Fields,
  { lists = [], parts = [], maps = [] }: More = {},
): RecordLayout => ({
  table,
  hasId: true,
  fields: { id: 'text', ...fields },
  lists,
  parts,
  maps,
})

/** Objects without an id of their own. */
export const place = (table: string, fields: Fields): RecordLayout => ({
  table,
  hasId: false,
  fields,
  lists: [],
  parts: [],
  maps: [],
})

export const part = (field: string, parent: string, record: RecordLayout): PartLayout => ({
  field,
  parent,
  record,
})

/** `list('groupIds', 'theme_groups', 'theme_id -> group_id')`; the position's column may be named where a table is shared. */
export function list(field: string, table: string, columns: string, position = 'position'): ListLayout {
  const [parent = '', value = ''] = columns.split(' -> ')
  return { field, table, parent, value, position, codes: false }
}

/** A list of entities' codes. */
export const codes = (field: string, table: string, parent: string): ListLayout => ({
  ...list(field, table, `${parent} -> entity_id`),
  codes: true,
})

export const columnOf = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('.', '_')
