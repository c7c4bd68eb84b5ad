// Puts passages of different parents that say the same side by side. A wrong pair is worse than none: in doubt a passage stands alone.
import type { Part } from '#shared/merge/blockReading.ts'
import { type Compared, compareParents, type Placed } from '#shared/merge/compareParents.ts'
import type { FrozenParent } from '#shared/merge/frozenParent.ts'
import { inJointOrder } from '#shared/merge/jointOrder.ts'
import type { Merge } from '#shared/merge/mergeState.ts'

export interface Row {
  /** Its first passage's. */
  readonly id: string
  readonly part: Part
  /** One list of passage ids a parent, in the order of the parents; empty where a parent says nothing like it. */
  readonly cells: readonly (readonly string[])[]
}

/** What people decided about rows; it wins over what words say. */
export type Decided = Pick<Merge, 'pairs' | 'alone'>

/** How alike any two passages of a row of three parents must be. */
const anyTwoFrom = 0.1
/** Sentences of one parent in one cell. */
const cellLimit = 3

export function alignRows(parents: readonly FrozenParent[], decided: Decided): Row[] {
  const compared = compareParents(parents)
  const { placed, byId } = compared
  const fixed = pairsOf(decided).map((ids) => ids.filter((id) => byId.has(id)))
  const taken = new Set([...decided.alone, ...fixed.flat()])
  const free = new Map(
    placed.filter(({ passage }) => !taken.has(passage.id)).map((one) => [one.passage.id, one]),
  )
  const found = withShortOnes(matched(free, compared), free, compared)
  const inRows = new Set([...fixed, ...found].flat())
  const rest = placed.filter(({ passage }) => !inRows.has(passage.id)).map(({ passage }) => [passage.id])
  return inJointOrder([...fixed, ...found, ...rest], byId, parents.length)
}

/** A passage stands in the pair that people made last. */
function pairsOf({ pairs }: Decided): string[][] {
  const seen = new Set<string>()
  const kept = pairs.toReversed().map((ids) => {
    const own = [...new Set(ids)].filter((id) => !seen.has(id))
    for (const id of own) seen.add(id)
    return own
  })
  return kept.reverse()
}

type Free = ReadonlyMap<string, Placed>

/** The surest pairs first, wherever they stand: what one parent says first, another may say last. */
function matched(free: Free, { candidates, alikeness }: Compared): string[][] {
  const rows = new Map<string, readonly Placed[]>([...free].map(([id, one]) => [id, [one]]))
  for (const { a, b } of candidates) {
    const [left, right] = [rows.get(a.passage.id), rows.get(b.passage.id)]
    if (!left || !right || left === right) continue
    const together = [...left, ...right]
    const isOneEach = new Set(together.map(({ parent }) => parent)).size === together.length
    const isSure = left.every((one) => right.every((other) => alikeness(one, other) >= anyTwoFrom))
    if (isOneEach && isSure) for (const one of together) rows.set(one.passage.id, together)
  }
  return [...new Set(rows.values())]
    .filter(({ length }) => length > 1)
    .map((row) => row.map(({ passage }) => passage.id))
}

/** A long sentence may be said by two or three short ones that follow each other: those join the one that is in the row. */
function withShortOnes(
  rows: readonly (readonly string[])[],
  free: Free,
  { likeness, beside }: Compared,
): string[][] {
  const used = new Set(rows.flat())
  const mayJoin = (next: string, id: string, row: readonly string[]): boolean =>
    free.has(next) && !used.has(next) && row.some((other) => other !== id && likeness.adds(next, id, other))
  return rows.map((row) => {
    const grown = [...row]
    for (const id of row)
      for (const step of [1, 2, -1, -2]) {
        const one = free.get(id)
        const next = one?.passage.kind === 'sentence' ? beside(one, step) : undefined
        // The second one further joins only when the one between did.
        const between = one && Math.abs(step) > 1 ? beside(one, step / 2) : undefined
        const isReached = between === undefined || grown.includes(between)
        if (next === undefined || !isReached || grown.length >= row.length + cellLimit - 1) continue
        if (!mayJoin(next, id, row)) continue
        used.add(next)
        grown.push(next)
      }
    return grown
  })
}
