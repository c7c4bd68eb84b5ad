// Taking passages into the joint draft and taking them out again, and the fields of its header. The words themselves are copied by the server.
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import type { Change, CommandContext } from '#shared/contract/slice.ts'
import type { Passage } from '#shared/merge/frozenParent.ts'
import { changed, effect, type MergeEffect, nuanceIdOf, type Thing } from '#shared/merge/mergeEffects.ts'
import { byOf, chosenPassages, runningMerge, withMerge } from '#shared/merge/mergeFacts.ts'
import { type HeaderField, type Merge, type MergeState, placeOf } from '#shared/merge/mergeState.ts'

type Decided = Result<MergeState | Change<MergeState, undefined>>
type Context = Pick<CommandContext, 'actor' | 'seats' | 'now' | 'facts' | 'newId'>

export interface PassagesWish {
  readonly mergeId: string
  readonly passages: readonly string[]
}

/** [M1] Each taking has a number of its own. The document is told what to copy for which. */
export function takeAll(
  merge: Merge,
  ids: readonly string[],
  context: Pick<Context, 'actor' | 'seats' | 'now'>,
): { readonly merge: Merge; readonly effects: MergeEffect[] } {
  const [named, by] = placeOf(merge, byOf(context))
  const taken = { ...merge.taken }
  const things = ids.map((id): Thing => {
    const n = (taken[id]?.n ?? 0) + 1
    taken[id] = { n, now: true, by }
    return { passageId: id, n }
  })
  const effects = things.length > 0 ? [effect(merge, 'put', { things, at: context.now })] : []
  return { merge: { ...named, taken }, effects }
}

/** [M2] Of several those that are not taken yet; where all are, somebody was first. */
export function takePassages(state: MergeState, wish: PassagesWish, context: Context): Decided {
  const found = chosenPassages(state, wish, context)
  if (!found.ok) return found
  const { merge, facts, chosen } = found.value
  if (facts.locked) return refuse('not-allowed', 'merge.locked')
  const open = chosen.filter(({ id }) => merge.taken[id]?.now !== true)
  if (open.length === 0) return refuse('conflict', 'merge.alreadyTaken')
  if (open.some(({ id, kind }) => kind === 'nuance' && merge.fates[id]?.kind === 'joined'))
    return refuse('conflict', 'merge.alreadyJoined')
  if (open.some(({ id }) => facts.tooLong.includes(id))) return refuse('too-large', 'merge.tooLong')
  const { merge: after, effects } = takeAll(
    merge,
    open.map(({ id }) => id),
    context,
  )
  // Taken after all: that it was set aside says nothing any more.
  return ok(changed(withMerge(state, withoutAside(after, open)), effects))
}

function withoutAside(merge: Merge, passages: readonly Passage[]): Merge {
  const fates = { ...merge.fates }
  for (const { id } of passages) if (fates[id]?.kind === 'set-aside') delete fates[id]
  return withUsedReasons({ ...merge, fates })
}

/** Reasons that cover nothing any more are forgotten. */
export function withUsedReasons(merge: Merge): Merge {
  const used = new Set(
    Object.values(merge.fates).flatMap((fate) => (fate.kind === 'set-aside' ? fate.reasonId : [])),
  )
  const reasons = Object.fromEntries(Object.entries(merge.reasons).filter(([id]) => used.has(id)))
  return { ...merge, reasons }
}

/**
 * [M8] What is left of the passage's own words goes; a nuance that somebody changed stays, and is named as one that stayed. Also of
 * a passage that its parent, frozen anew, has no longer.
 */
export function untakePassages(state: MergeState, wish: PassagesWish, context: Context): Decided {
  const running = runningMerge(state, wish.mergeId, context)
  if (!running.ok) return running
  const { merge, facts, passages } = running.value
  const ids = [...new Set(wish.passages)]
  if (ids.some((id) => !passages.has(id) && !Object.hasOwn(merge.taken, id)))
    return refuse('not-found', 'merge.noPassage')
  if (facts.locked) return refuse('not-allowed', 'merge.locked')
  const held = ids.filter((id) => merge.taken[id]?.now === true)
  if (held.length === 0) return refuse('wrong-state', 'merge.notTaken')
  const [named, by] = placeOf(merge, byOf(context))
  const taken = { ...merge.taken }
  const things = held.map((id): Thing => {
    const n = taken[id]?.n ?? 1
    taken[id] = { n, now: false, by }
    return { passageId: id, n }
  })
  const nuances = held.filter((id) => passages.get(id)?.kind === 'nuance')
  const after = withLeft({ ...named, taken }, nuances, facts.changedNuances)
  return ok(changed(withMerge(state, after), [effect(merge, 'takeAway', { things, at: context.now })]))
}

/** Names the nuances that stay although their passage was taken back. */
export const withLeft = (
  merge: Merge,
  passageIds: readonly string[],
  changedNuances: readonly string[],
): Merge => ({
  ...merge,
  left: [
    ...new Set([...merge.left, ...passageIds.map(nuanceIdOf).filter((id) => changedNuances.includes(id))]),
  ],
})

/** A field of the joint draft as a parent has it. It may be taken again, from the same parent or another: the last one holds. */
export function takeHeader(
  state: MergeState,
  wish: { readonly mergeId: string; readonly field: HeaderField; readonly from: string },
  context: Context,
): Decided {
  const running = runningMerge(state, wish.mergeId, context)
  if (!running.ok) return running
  const { merge, facts } = running.value
  const { field, from } = wish
  if (facts.locked) return refuse('not-allowed', 'merge.locked')
  if (!facts.parents.some(({ key }) => key === from)) return refuse('not-found', 'merge.noParent')
  const n = (merge.headers[field]?.n ?? 0) + 1
  const headers = { ...merge.headers, [field]: { from, n, by: byOf(context) } }
  return ok(changed(withMerge(state, { ...merge, headers }), [effect(merge, 'header', { field, from, n })]))
}
