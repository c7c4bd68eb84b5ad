// The fates that people decide: set aside with a reason, joined as a nuance, said well in other words; and taking each back.
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import type { Change, CommandContext } from '#shared/contract/slice.ts'
import type { NuanceType } from '#shared/draft/vocabulary.ts'
import type { Passage } from '#shared/merge/frozenParent.ts'
import {
  changed,
  effect,
  type MergeEffect,
  nuanceIdOf,
  type Thing,
  typeAsNuance,
} from '#shared/merge/mergeEffects.ts'
import {
  byOf,
  chosenPassages,
  factsOf,
  parentOf,
  type Running,
  speaksForSource,
  withMerge,
} from '#shared/merge/mergeFacts.ts'
import {
  type DecidedFate,
  type Merge,
  type MergeState,
  placeOf,
  type Reason,
} from '#shared/merge/mergeState.ts'
import { type PassagesWish, withLeft, withUsedReasons } from '#shared/merge/taking.ts'

type Decided = Result<MergeState | Change<MergeState, undefined>>
type Context = Pick<CommandContext, 'actor' | 'seats' | 'now' | 'facts' | 'newId'>

/** A fate that is decided anew, or taken back, takes the nuance away that the one before had made. */
function withFates(
  { merge, facts, at }: Pick<Running, 'merge' | 'facts'> & { readonly at: number },
  passages: readonly Passage[],
  fate: DecidedFate | undefined,
): { merge: Merge; effects: MergeEffect[] } {
  const joined = passages.map(({ id }) => id).filter((id) => merge.fates[id]?.kind === 'joined')
  const fates = { ...merge.fates }
  for (const { id } of passages) {
    if (fate) fates[id] = fate
    else delete fates[id]
  }
  const things = joined.map((id): Thing => ({ passageId: id, n: merge.joins[id] ?? 1, nuance: 'nuance' }))
  return {
    merge: withUsedReasons(withLeft({ ...merge, fates }, joined, facts.changedNuances)),
    effects: things.length > 0 ? [effect(merge, 'takeAway', { things, at })] : [],
  }
}

const touchesJoined = (merge: Merge, passages: readonly Passage[]): boolean =>
  passages.some(({ id }) => merge.fates[id]?.kind === 'joined')

export interface AsideWish extends PassagesWish {
  readonly reason: {
    readonly code: Reason['code']
    readonly text: string
    readonly coveredBy?: string | null | undefined
  }
}

/** One reason may cover several passages. « other » says nothing without words. */
export function setAside(state: MergeState, wish: AsideWish, context: Context): Decided {
  const found = chosenPassages(state, wish, context)
  if (!found.ok) return found
  const { merge, facts, chosen, passages } = found.value
  const { code, coveredBy = null } = wish.reason
  const text = wish.reason.text.trim()
  if (code === 'other' && text === '') return refuse('bad-input', 'merge.reasonMissing')
  if (coveredBy !== null && (!passages.has(coveredBy) || chosen.some(({ id }) => id === coveredBy)))
    return refuse('bad-input', 'merge.coveredBy')
  if (facts.locked && touchesJoined(merge, chosen)) return refuse('not-allowed', 'merge.locked')
  const reasonId = context.newId
  const [named, by] = placeOf(merge, byOf(context))
  const fate: DecidedFate = { kind: 'set-aside', reasonId, by, at: context.now }
  const reasons = { ...merge.reasons, [reasonId]: { code, text, coveredBy } }
  const { merge: after, effects } = withFates(
    { merge: { ...named, reasons }, facts, at: context.now },
    chosen,
    fate,
  )
  return ok(changed(withMerge(state, after), effects))
}

/** A nuance of the joint draft with the passage's words, in the name of its group. It needs no reason. */
export function joinAsNuance(
  state: MergeState,
  wish: PassagesWish & { readonly type?: NuanceType | undefined },
  context: Context,
): Decided {
  const found = chosenPassages(state, wish, context)
  if (!found.ok) return found
  const { merge, facts, chosen } = found.value
  if (facts.locked) return refuse('not-allowed', 'merge.locked')
  const open = chosen.filter(({ id }) => merge.fates[id]?.kind !== 'joined')
  if (open.length === 0) return refuse('conflict', 'merge.alreadyJoined')
  if (open.some(({ id, kind }) => kind === 'nuance' && merge.taken[id]?.now === true))
    return refuse('conflict', 'merge.alreadyTaken')
  if (open.some(({ id }) => facts.tooLong.includes(nuanceIdOf(id))))
    return refuse('too-large', 'merge.tooLong')
  const [named, by] = placeOf(merge, byOf(context))
  const [fates, joins] = [{ ...merge.fates }, { ...merge.joins }]
  const things = open.map((passage): Thing => {
    const { id } = passage
    const n = (joins[id] ?? 0) + 1
    joins[id] = n
    fates[id] = { kind: 'joined', nuanceId: nuanceIdOf(id), by, at: context.now }
    return { passageId: id, n, nuance: typeAsNuance(passage, wish.type) }
  })
  const left = merge.left.filter((id) => !open.some((passage) => nuanceIdOf(passage.id) === id))
  const after = withUsedReasons({ ...named, fates, joins, left })
  return ok(changed(withMerge(state, after), [effect(merge, 'put', { things, at: context.now })]))
}

/** [M8] A decided fate is taken back, whatever it was. A joined nuance that somebody changed stays, and is named as one that stayed. */
export function reopenPassages(state: MergeState, wish: PassagesWish, context: Context): Decided {
  const found = chosenPassages(state, wish, context)
  if (!found.ok) return found
  const { merge, facts, chosen } = found.value
  const decided = chosen.filter(({ id }) => merge.fates[id] !== undefined)
  if (decided.length === 0) return refuse('wrong-state', 'merge.nothingDecided')
  if (facts.locked && touchesJoined(merge, decided)) return refuse('not-allowed', 'merge.locked')
  const { merge: after, effects } = withFates({ merge, facts, at: context.now }, decided, undefined)
  return ok(changed(withMerge(state, after), effects))
}

/** [M6] Somebody of the source group says that these words are well said by the joint sentences that say them now. */
export function confirmRewording(state: MergeState, wish: PassagesWish, context: Context): Decided {
  const found = chosenPassages(state, wish, context)
  if (!found.ok) return found
  const { merge, facts, chosen } = found.value
  const { groupIds = [context.actor.groupId] } = factsOf(context)
  const person = { standing: context.actor.standing, groupIds }
  if (chosen.some(({ id }) => !speaksForSource(person, parentOf(found.value, id))))
    return refuse('not-allowed', 'merge.notYourWords')
  if (facts.locked && touchesJoined(merge, chosen)) return refuse('not-allowed', 'merge.locked')
  const [named, by] = placeOf(merge, byOf(context))
  let after = named
  const effects: MergeEffect[] = []
  for (const passage of chosen) {
    const target = Object.hasOwn(facts.targets, passage.id) ? facts.targets[passage.id] : undefined
    if (target === undefined) return refuse('wrong-state', 'merge.notReworded')
    const fate: DecidedFate = { kind: 'reworded', target, by, at: context.now }
    const one = withFates({ merge: after, facts, at: context.now }, [passage], fate)
    after = one.merge
    effects.push(...one.effects)
  }
  return ok(changed(withMerge(state, after), effects))
}
