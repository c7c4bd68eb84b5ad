// The order in which rows are read: that of the first parent, what only others say standing where they say it.
import type { Row } from '#shared/merge/alignRows.ts'
import type { Part } from '#shared/merge/blockReading.ts'
import type { Placed } from '#shared/merge/compareParents.ts'

const parts: readonly Part[] = ['constat', 'proposition', 'moyens', 'country', 'nuance']

/** Makes rows of lists of passages. A row that people paired across sections stands in the section of its first passage. */
export function inJointOrder(
  lists: readonly (readonly string[])[],
  byId: ReadonlyMap<string, Placed>,
  parentCount: number,
): Row[] {
  const rows = lists.flatMap((ids) =>
    rowOf(
      ids.flatMap((id) => byId.get(id) ?? []),
      parentCount,
    ),
  )
  return parts.flatMap((part) => {
    const own = rows.filter((row) => row.row.part === part)
    const order: Sorted[] = []
    for (let parent = 0; parent < parentCount; parent++) insertParent(order, own, parent)
    return order.map(({ row }) => row)
  })
}

interface Sorted {
  readonly row: Row
  /** Passages in the order of parents, then of their text. */
  readonly placed: readonly Placed[]
}

function rowOf(some: readonly Placed[], parentCount: number): Sorted[] {
  const placed = [...some].sort(
    (a, b) => a.parent - b.parent || parts.indexOf(a.part) - parts.indexOf(b.part) || a.order - b.order,
  )
  const [first] = placed
  if (!first) return []
  const cells = Array.from({ length: parentCount }, (_none, parent) =>
    placed.filter((one) => one.parent === parent).map(({ passage }) => passage.id),
  )
  return [{ row: { id: first.passage.id, part: first.part, cells }, placed }]
}

/** Puts a parent's rows that are not there yet after the row of the passage before; ahead of all others, before the next one's. */
function insertParent(order: Sorted[], own: readonly Sorted[], parent: number): void {
  const firstOf = ({ placed }: Sorted): number =>
    placed.find((one) => one.parent === parent && one.part === placed[0]?.part)?.order ?? -1
  const ofParent = own
    .filter((sorted) => sorted.placed.some((one) => one.parent === parent))
    .sort((a, b) => firstOf(a) - firstOf(b))
  const there = new Set(order)
  const leading = ofParent.findIndex((sorted) => there.has(sorted))
  let at = leading < 0 ? order.length : order.indexOf(ofParent[leading] as Sorted) // findIndex found it
  for (const sorted of ofParent) {
    if (there.has(sorted)) at = order.indexOf(sorted) + 1
    else order.splice(at++, 0, sorted)
  }
}
