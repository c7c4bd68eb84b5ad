// Beginning a merge, bringing a parent in, freezing one again, parting a draft in two, and giving a merge up.
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import type { Change, CommandContext } from '#shared/contract/slice.ts'
import { fingerprint } from '#shared/draft/fingerprint.ts'
import { freezeParent } from '#shared/merge/freezeParent.ts'
import type { FrozenParent } from '#shared/merge/frozenParent.ts'
import { changed, effect, type MergeEffect } from '#shared/merge/mergeEffects.ts'
import { byOf, factsOf, runningMerge, type Source, withMerge } from '#shared/merge/mergeFacts.ts'
import { Merge, type MergeState, type ParentRef, placeOf } from '#shared/merge/mergeState.ts'
import { parentKey } from '#shared/merge/mergesInDocument.ts'
import { takeAll } from '#shared/merge/taking.ts'
import { mayFacilitate } from '#shared/people/access.ts'

export const mergeLimits = { parents: 6, merges: 60, passages: 1_500, parts: 6 } as const

type Decided = Result<MergeState | Change<MergeState, undefined>>
type Context = Pick<CommandContext, 'actor' | 'seats' | 'now' | 'facts' | 'newId'>

export interface ParentWish {
  readonly spaceId: string
  readonly draftId: string
}

interface Begin {
  readonly id: string
  readonly sources: readonly Source[]
  readonly title: string
  readonly split?: Merge['split']
}

/** All the drafts asked for, if each is there and for this person's eyes; else one refusal that says nothing of any. */
function readable({ sources }: { readonly sources?: readonly (Source | undefined)[] }): Result<Source[]> {
  const found = (sources ?? []).flatMap((source) => source ?? [])
  const isAll = found.length > 0 && found.length === sources?.length
  return isAll ? ok(found) : refuse('not-found', 'merge.noParent')
}

/** What beginning a merge asks first. */
function mayBegin(state: MergeState, context: Context): Result<{ spaceId: string; sources: Source[] }> {
  const facts = factsOf(context)
  if (!facts.target) return refuse('wrong-state', 'merge.notHere')
  if (!facts.target.mayWrite) return refuse('not-allowed', 'merge.notYours')
  const sources = readable(facts)
  if (!sources.ok) return sources
  if (Object.keys(state.merges).length >= mergeLimits.merges) return refuse('too-many', 'merge.tooMany')
  return ok({ spaceId: facts.target.spaceId, sources: sources.value })
}

const freeze = (source: Source, key: string, now: number, before?: FrozenParent): FrozenParent =>
  freezeParent(source.draft, { key, spaceId: source.spaceId, groupId: source.groupId, now, before })

const refOf = ({ key, spaceId, draftId, groupId, version }: FrozenParent): ParentRef => ({
  ...{ key, spaceId, draftId, groupId, version },
})

/** The merge, its frozen parents, and what makes its joint draft. */
function begin(
  spaceId: string,
  { id, sources, title, split = null }: Begin,
  context: Context,
): { merge: Merge; parents: FrozenParent[]; effects: MergeEffect[] } {
  const parents = sources.map((source, place) => freeze(source, parentKey(id, place + 1), context.now))
  const merge: Merge = Merge.parse({
    ...{ id, spaceId, draftId: `d-${id}`, split, parents: parents.map(refOf) },
    ...{ openedAt: context.now, openedBy: byOf(context) },
  })
  const entities = [...new Set(sources.flatMap(({ draft }) => Object.keys(draft.countryPassages)))]
  return { merge, parents, effects: [effect(merge, 'begin', { parents, title, entities })] }
}

/** One draft has no title of its own to look for; of several the first gives its own until people choose another. */
const titleOf = (sources: readonly Source[], wish: string | undefined): string =>
  wish?.trim() || (sources[0]?.draft.title ?? '')

/** A merge of the same drafts that runs already: two people who begin at once begin one. */
const isSame = (merge: Merge, wishes: readonly ParentWish[]): boolean =>
  merge.closed === null &&
  merge.split === null &&
  merge.parents.length === wishes.length &&
  wishes.every((wish) =>
    merge.parents.some(({ spaceId, draftId }) => spaceId === wish.spaceId && draftId === wish.draftId),
  )

export interface OpenWish {
  readonly parents: readonly ParentWish[]
  readonly all?: boolean | undefined
  readonly into?: { readonly title: string } | undefined
}

export function openMerge(state: MergeState, wish: OpenWish, context: Context): Decided {
  const may = mayBegin(state, context)
  if (!may.ok) return may
  const { spaceId, sources } = may.value
  if (new Set(wish.parents.map(({ draftId }) => draftId)).size < wish.parents.length)
    return refuse('bad-input', 'merge.sameTwice')
  const { gone = [] } = factsOf(context)
  if (Object.values(state.merges).some((one) => isSame(one, wish.parents) && !gone.includes(one.id)))
    return refuse('conflict', 'merge.alreadyOpen')
  const title = titleOf(sources, wish.into?.title)
  const { merge, parents, effects } = begin(spaceId, { id: context.newId, sources, title }, context)
  const ids = wish.all === true ? parents.flatMap(({ passages }) => passages.map((one) => one.id)) : []
  const taken = takeAll(merge, ids, context)
  return ok(changed(withMerge(state, taken.merge), [...effects, ...taken.effects]))
}

/** [M8] A parent may come later; none leaves: what nobody took of it is set aside with a reason. */
export function bringParent(state: MergeState, { mergeId }: { mergeId: string }, context: Context): Decided {
  const running = runningMerge(state, mergeId, context)
  if (!running.ok) return running
  const sources = readable(factsOf(context))
  if (!sources.ok) return sources
  const { merge } = running.value
  const [source] = sources.value
  if (!source) return refuse('not-found', 'merge.noParent')
  if (merge.parents.length >= mergeLimits.parents) return refuse('too-many', 'merge.tooManyParents')
  const { id: draftId } = source.draft
  if (draftId === merge.draftId || merge.parents.some((one) => one.draftId === draftId))
    return refuse('conflict', 'merge.sameTwice')
  const parent = freeze(source, parentKey(merge.id, merge.parents.length + 1), context.now)
  const more: Merge = { ...merge, parents: [...merge.parents, refOf(parent)] }
  return ok(changed(withMerge(state, more), [effect(merge, 'keep', { parent })]))
}

/** The source has moved on: it is frozen anew. What stayed word for word keeps its id, its fate and its place. */
export function refreshParent(
  state: MergeState,
  { mergeId, parentKey: key }: { readonly mergeId: string; readonly parentKey: string },
  context: Context,
): Decided {
  const running = runningMerge(state, mergeId, context)
  if (!running.ok) return running
  const { merge, facts } = running.value
  const before = facts.parents.find((parent) => parent.key === key)
  if (!before) return refuse('not-found', 'merge.noParent')
  const sources = readable(factsOf(context))
  const source = sources.ok ? sources.value[0] : undefined
  if (!source) return refuse('not-found', 'merge.noParent')
  const parent = freeze(source, key, context.now, before)
  if (parent.fingerprint === before.fingerprint) return refuse('wrong-state', 'merge.upToDate')
  const parents = merge.parents.map((ref) => (ref.key === key ? refOf(parent) : ref))
  const more = without({ ...merge, parents }, lostPassages(before, parent))
  return ok(changed(withMerge(state, more), [effect(merge, 'keep', { parent })]))
}

function lostPassages(before: FrozenParent, after: FrozenParent): ReadonlySet<string> {
  const standing = new Set(after.passages.map(({ id }) => id))
  return new Set(before.passages.flatMap(({ id }) => (standing.has(id) ? [] : [id])))
}

/** What was decided about passages that are no more. What was taken of them stays known: the words are in the text. */
function without(merge: Merge, lost: ReadonlySet<string>): Merge {
  const fates = Object.fromEntries(Object.entries(merge.fates).filter(([id]) => !lost.has(id)))
  const used = new Set(
    Object.values(fates).flatMap((fate) => (fate.kind === 'set-aside' ? fate.reasonId : [])),
  )
  return {
    ...merge,
    fates,
    reasons: Object.fromEntries(Object.entries(merge.reasons).filter(([id]) => used.has(id))),
    pairs: merge.pairs.map((ids) => ids.filter((id) => !lost.has(id))).filter((ids) => ids.length > 1),
    alone: merge.alone.filter((id) => !lost.has(id)),
    rewording: merge.rewording.filter((id) => !lost.has(id)),
  }
}

export interface SplitWish {
  readonly parts: readonly { readonly title: string; readonly passages: readonly string[] }[]
  readonly reason: string
  /** Of the draft as the person saw it; when it has moved on, the numbers mean other sentences. */
  readonly fingerprint?: string | undefined
}

/**
 * A draft parted in several: as many merges of one parent, each with a part of its passages taken. Passages are named by their
 * number, with or without a parent key before it: before the draft is frozen it has none.
 */
export function splitDraft(state: MergeState, wish: SplitWish, context: Context): Decided {
  const may = mayBegin(state, context)
  if (!may.ok) return may
  const { spaceId, sources } = may.value
  const [source] = sources
  if (!source) return refuse('not-found', 'merge.noParent')
  if (wish.fingerprint !== undefined && wish.fingerprint !== fingerprint(source.draft))
    return refuse('conflict', 'merge.sourceMoved')
  const ids = wish.parts.map((_part, place) => `s${place + 1}${context.newId.slice(0, 24)}`)
  const numbers = wish.parts.map(({ passages }) => new Set(passages.map(numberOf)))
  let after = state
  const effects: MergeEffect[] = []
  for (const [place, { title }] of wish.parts.entries()) {
    const id = ids[place] ?? ''
    const split = { reason: wish.reason.trim(), others: ids.filter((other) => other !== id) }
    const made = begin(spaceId, { id, sources, title, split }, context)
    const passages = made.parents.flatMap((parent) => parent.passages.map((one) => one.id))
    const [own = new Set<string>(), ...others] = [numbers[place], ...numbers.filter((_, at) => at !== place)]
    const chosen = passages.filter((one) => own.has(numberOf(one)))
    if (chosen.length < own.size) return refuse('not-found', 'merge.noPassage')
    const elsewhere = passages.filter(
      (one) => !own.has(numberOf(one)) && others.some((other) => other.has(numberOf(one))),
    )
    const taken = takeAll(withElsewhere(made.merge, elsewhere, context), chosen, context)
    after = withMerge(after, taken.merge)
    effects.push(...made.effects, ...taken.effects)
  }
  return ok(changed(after, effects))
}

/** What went to another part is not taken up in this one, for the reason of the split. */
function withElsewhere(merge: Merge, passageIds: readonly string[], context: Context): Merge {
  if (passageIds.length === 0) return merge
  const reasonId = context.newId
  const [named, by] = placeOf(merge, byOf(context))
  const fate = { kind: 'set-aside' as const, reasonId, by, at: context.now }
  return {
    ...named,
    fates: Object.fromEntries(passageIds.map((id) => [id, fate])),
    reasons: { [reasonId]: { code: 'other', text: merge.split?.reason ?? '', coveredBy: null } },
  }
}

const numberOf = (passageId: string): string => passageId.slice(passageId.lastIndexOf('-') + 1)

/** [M8] Given up by whoever began it or leads; the joint draft then stands as any other. */
export function closeMerge(
  state: MergeState,
  { mergeId, reason }: { readonly mergeId: string; readonly reason: string },
  context: Context,
): Decided {
  const running = runningMerge(state, mergeId, { facts: { ...factsOf(context), ...standing(context) } })
  if (!running.ok) return running
  const { merge } = running.value
  const { actor } = context
  if (merge.openedBy.participantId !== actor.participantId && !mayFacilitate(actor))
    return refuse('not-allowed', 'merge.notYours')
  const closed = { at: context.now, by: byOf(context), reason: reason.trim() }
  return ok(withMerge(state, { ...merge, closed }))
}

/** A merge whose draft was deleted or adopted is closed like any other. */
function standing(context: Context): Pick<ReturnType<typeof factsOf>, 'running'> {
  const { running } = factsOf(context)
  return running ? { running: { ...running, stands: true, adopted: false } } : {}
}
