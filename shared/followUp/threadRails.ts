// The rails of a thread: one for each group, side by side until their texts become one, then close together to the end. Pure.
import type { ThreadRow } from '#shared/followUp/followUpAnswers.ts'

export interface RailPiece {
  readonly groupId: string
  /** Where the rail enters the row and where it leaves it, in units of `railWidth`. */
  readonly from: number
  readonly to: number
  /** It begins in this row. */
  readonly fresh: boolean
}

export interface RowRails {
  readonly pieces: readonly RailPiece[]
  /** Groups that have a mark of their own in the row, and where it stands. */
  readonly marks: readonly { readonly groupId: string; readonly at: number }[]
  /** Where the row's one mark stands, once the rails are together; null while each group has its own. */
  readonly joinedAt: number | null
}

/** Width of the column of rails, in its own units. */
export const railWidth = 96
const middle = 51
/** Between rails that are together. */
const close = 6

const joins = (row: ThreadRow): boolean =>
  row.kind === 'published' || row.kind === 'merge' || (row.kind === 'adopted' && row.groupIds.length > 1)

/** In the order in which groups first appear. */
export const railGroups = (rows: readonly ThreadRow[]): string[] => [
  ...new Set(rows.flatMap(({ groupIds, kind }) => (kind === 'initiative' ? groupIds.slice(0, 1) : groupIds))),
]

function apartAt(groups: readonly string[], groupId: string): number {
  if (groups.length < 2) return middle
  const step = Math.min(27, (railWidth - 30) / (groups.length - 1))
  return middle + (groups.indexOf(groupId) - (groups.length - 1) / 2) * step
}

function togetherAt(joined: readonly string[], groupId: string): number {
  const step = Math.min(close, (railWidth - 40) / Math.max(1, joined.length))
  return middle + (joined.indexOf(groupId) - (joined.length - 1) / 2) * step
}

/** A rail begins with its group's first row; it runs on to the last row. */
export function threadRails(rows: readonly ThreadRow[], authors: readonly string[]): RowRails[] {
  const groups = railGroups(rows).filter((id) => authors.includes(id))
  const begun = new Set<string>()
  let joined: readonly string[] = []
  const where = (id: string): number => (joined.includes(id) ? togetherAt(joined, id) : apartAt(groups, id))
  return rows.map((row): RowRails => {
    const before = new Map([...begun].map((id) => [id, where(id)]))
    const own = row.groupIds.filter((id) => groups.includes(id))
    for (const id of own) begun.add(id)
    if (joins(row)) {
      const more = row.kind === 'published' ? groups.filter((id) => begun.has(id)) : own
      joined = groups.filter((id) => joined.includes(id) || more.includes(id))
    }
    const isOne = own.length > 0 ? own.every((id) => joined.includes(id)) : joined.length > 0
    return {
      pieces: groups
        .filter((id) => begun.has(id))
        .map((groupId) => ({
          ...{ groupId, to: where(groupId), fresh: !before.has(groupId) },
          from: before.get(groupId) ?? where(groupId),
        })),
      marks: isOne ? [] : own.map((groupId) => ({ groupId, at: where(groupId) })),
      joinedAt: isOne ? middle : null,
    }
  })
}
