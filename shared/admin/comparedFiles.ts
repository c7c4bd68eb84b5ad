// What a cycle file would add, change, leave and take away, list by list, before anything is written.
import type { CycleFile } from '#shared/cycle/cycleFile.ts'
import { kinds } from '#shared/cycle/references.ts'

export interface ComparedList {
  /** The list's name in the file. */
  readonly name: string
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** In the store and not in the file: kept, or taken away where the file replaces everything. */
  readonly onlyHere: number
}

interface Item {
  readonly id: string
}

/** Fields in another order are the same record. */
function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const names = Object.keys(a)
  if (names.length !== Object.keys(b).length) return false
  return names.every(
    (name) =>
      Object.hasOwn(b, name) &&
      sameJson((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]), // objects, by name
  )
}

const itemsOf = (file: CycleFile | undefined, name: string): readonly Item[] => {
  const held: unknown = file ? (file as unknown as Record<string, unknown>)[name] : undefined // a file's parts by name
  if (Array.isArray(held)) return held as Item[] // a checked file: every list is of records with ids
  return held === undefined || held === null ? [] : [held as Item] // the organisation and the cycle
}

/** Lists in which nothing stands on either side are left out. */
export function compareFiles(present: CycleFile | undefined, file: CycleFile): readonly ComparedList[] {
  return kinds
    .filter((name) => name !== 'boardMembers' && name !== 'nuances')
    .flatMap((name) => {
      const before = new Map(itemsOf(present, name).map((item) => [item.id, item]))
      const count = { added: 0, changed: 0, unchanged: 0 }
      for (const item of itemsOf(file, name)) {
        const old = before.get(item.id)
        if (!old) count.added += 1
        else if (sameJson(old, item)) count.unchanged += 1
        else count.changed += 1
        before.delete(item.id)
      }
      const line = { name, ...count, onlyHere: before.size }
      return line.added + line.changed + line.unchanged + line.onlyHere > 0 ? [line] : []
    })
}
