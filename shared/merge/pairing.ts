// Passages that people put side by side or take out of a row, and rows that they set out to word anew together.
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import type { CommandContext } from '#shared/contract/slice.ts'
import { chosenPassages, parentOf, withMerge } from '#shared/merge/mergeFacts.ts'
import type { Merge, MergeState } from '#shared/merge/mergeState.ts'
import type { PassagesWish } from '#shared/merge/taking.ts'

type Context = Pick<CommandContext, 'facts'>

const withoutIds = (merge: Merge, ids: ReadonlySet<string>): Merge => ({
  ...merge,
  pairs: merge.pairs.map((row) => row.filter((id) => !ids.has(id))).filter((row) => row.length > 1),
  alone: merge.alone.filter((id) => !ids.has(id)),
})

/** These passages of at least two parents are one row from now on, wherever they stand and whatever was computed or paired before. */
export function pairPassages(state: MergeState, wish: PassagesWish, context: Context): Result<MergeState> {
  const found = chosenPassages(state, wish, context)
  if (!found.ok) return found
  const { merge, chosen } = found.value
  const keys = new Set(chosen.map(({ id }) => parentOf(found.value, id)?.key))
  if (keys.size < 2) return refuse('bad-input', 'merge.cannotPair')
  const ids = chosen.map(({ id }) => id)
  const after = withoutIds(merge, new Set(ids))
  return ok(withMerge(state, { ...after, pairs: [...after.pairs, ids] }))
}

/** These passages stand alone from now on. */
export function unpairPassages(state: MergeState, wish: PassagesWish, context: Context): Result<MergeState> {
  const found = chosenPassages(state, wish, context)
  if (!found.ok) return found
  const { merge, chosen } = found.value
  const ids = chosen.map(({ id }) => id)
  const after = withoutIds(merge, new Set(ids))
  return ok(withMerge(state, { ...after, alone: [...after.alone, ...ids] }))
}

/** Passages of one row: it is kept by the first of them. */
export function rewordTogether(
  state: MergeState,
  wish: PassagesWish & { readonly on: boolean },
  context: Context,
): Result<MergeState> {
  const found = chosenPassages(state, wish, context)
  if (!found.ok) return found
  const { merge, chosen } = found.value
  const ids = new Set(chosen.map(({ id }) => id))
  const others = merge.rewording.filter((id) => !ids.has(id))
  const rewording = wish.on ? [...others, ...[...ids].slice(0, 1)] : others
  return ok(withMerge(state, { ...merge, rewording }))
}
