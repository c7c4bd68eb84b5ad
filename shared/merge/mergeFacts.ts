// What the server reads before a merge's command is decided, and what every command asks of it first.
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import type { CommandContext } from '#shared/contract/slice.ts'
import type { ReadDraft } from '#shared/draft/draftModel.ts'
import type { FrozenParent, Passage } from '#shared/merge/frozenParent.ts'
import type { By, Merge, MergeState } from '#shared/merge/mergeState.ts'
import { runsEverything } from '#shared/people/access.ts'
import type { Actor } from '#shared/people/actor.ts'

/** A draft as it stands now, which the actor may read now. */
export interface Source {
  readonly spaceId: string
  /** Null for a draft of the joint room itself. */
  readonly groupId: string | null
  readonly draft: ReadDraft
}

/** Of one running merge. */
export interface RunningFacts {
  readonly parents: readonly FrozenParent[]
  /** Whether its joint draft stands: it is there and was not deleted. */
  readonly stands: boolean
  /** Whether a version of it stands adopted, with nothing left open: then it is what the groups consented to. */
  readonly adopted?: boolean
  /** Whether a lock holds this person off the joint draft. */
  readonly locked: boolean
  /** Nuances of this merge whose words somebody changed since. */
  readonly changedNuances: readonly string[]
  /** Passages that the joint draft has no room for. */
  readonly tooLong: readonly string[]
  /** Passage id -> digest of the joint sentences that say it now; only of those that a sentence says. [M6] */
  readonly targets: Readonly<Record<string, string>>
}

export interface MergeFacts {
  /** The space of joint drafts, and whether the actor writes there now; undefined where this room has none. */
  readonly target?: { readonly spaceId: string; readonly mayWrite: boolean } | undefined
  /** In the order asked for; undefined in the place of one that is not there or not for this person: nobody learns which. */
  readonly sources?: readonly (Source | undefined)[]
  /** Of the merge that the command names. */
  readonly running?: RunningFacts | undefined
  /** All groups of the person: some sit in several. */
  readonly groupIds?: readonly string[]
  /** Merges whose joint draft was deleted. */
  readonly gone?: readonly string[]
}

export const factsOf = ({ facts }: Pick<CommandContext, 'facts'>): MergeFacts => (facts ?? {}) as MergeFacts // gathered by this slice's own server half

export const byOf = ({ actor, seats }: Pick<CommandContext, 'actor' | 'seats'>): By => ({
  participantId: actor.participantId,
  name: seats[0]?.name ?? '',
  groupId: actor.groupId,
})

/** [M7] Whoever may write in the joint draft chooses; an observer, the boards and the team never do. */
export const mayChoose = (actor: Actor): boolean =>
  actor.role !== 'observer' && actor.standing !== 'board' && actor.standing !== 'team'

export interface Running {
  readonly merge: Merge
  readonly facts: RunningFacts
  readonly passages: ReadonlyMap<string, Passage>
}

/** What each choice in a running merge asks first: that it runs, that its draft stands and is not adopted, that this person writes there. [M7] */
export function runningMerge(
  state: MergeState,
  mergeId: string,
  context: Pick<CommandContext, 'facts'>,
): Result<Running> {
  const merge = Object.hasOwn(state.merges, mergeId) ? state.merges[mergeId] : undefined
  const { target, running } = factsOf(context)
  if (!merge || !running) return refuse('not-found', 'merge.unknown')
  if (merge.closed) return refuse('wrong-state', 'merge.closed')
  if (!target?.mayWrite) return refuse('not-allowed', 'merge.notYours')
  if (!running.stands) return refuse('wrong-state', 'merge.draftGone')
  if (running.adopted === true) return refuse('wrong-state', 'merge.adopted')
  const passages = new Map(running.parents.flatMap((parent) => parent.passages.map((one) => [one.id, one])))
  return ok({ merge, facts: running, passages })
}

/** The same for choices about passages: each must be one of the merge's parents. Ids are given once each. */
export function chosenPassages(
  state: MergeState,
  input: { readonly mergeId: string; readonly passages: readonly string[] },
  context: Pick<CommandContext, 'facts'>,
): Result<Running & { readonly chosen: readonly Passage[] }> {
  const running = runningMerge(state, input.mergeId, context)
  if (!running.ok) return running
  const ids = [...new Set(input.passages)]
  const chosen = ids.flatMap((id) => running.value.passages.get(id) ?? [])
  if (chosen.length < ids.length) return refuse('not-found', 'merge.noPassage')
  return ok({ ...running.value, chosen })
}

/** The parent that a passage is of. */
export const parentOf = ({ facts }: Pick<Running, 'facts'>, passageId: string): FrozenParent | undefined =>
  facts.parents.find(({ key }) => passageId.startsWith(`${key}-`))

/** [M6] Only the source group says that its own words are well said; for a draft of the joint room everybody may. */
export function speaksForSource(
  person: Pick<Actor, 'standing'> & { readonly groupIds: readonly (string | null)[] },
  parent: Pick<FrozenParent, 'groupId'> | undefined,
): boolean {
  if (!parent) return false
  return parent.groupId === null || person.groupIds.includes(parent.groupId) || runsEverything(person)
}

/** The state with one merge changed. */
export const withMerge = (state: MergeState, merge: Merge): MergeState => ({
  ...state,
  merges: { ...state.merges, [merge.id]: merge },
})
