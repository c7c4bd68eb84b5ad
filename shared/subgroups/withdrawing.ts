// One tap in a joint room: a group withdraws into an aparté of its own, beside another group that is apart already.
import { ok, refuse } from '#shared/contract/result.ts'
import { Change, type CommandContext } from '#shared/contract/slice.ts'
import { runsEverything } from '#shared/people/access.ts'
import type { Actor } from '#shared/people/actor.ts'
import { mayBePlaced, placed } from '#shared/subgroups/drawing.ts'
import { type Decision, hasPlace } from '#shared/subgroups/planChanges.ts'
import { emptyGroup, preparing, type SubgroupFacts } from '#shared/subgroups/preparing.ts'
import { starting } from '#shared/subgroups/starting.ts'
import type { Subgroup, SubgroupPlan, SubgroupsState } from '#shared/subgroups/subgroupsState.ts'

/**
 * [U11] Only that group's own people who have no place yet go in; whoever named no group stays in the room. A plan that is being
 * prepared, and sub-groups that are no apartés of groups, are not put away for it.
 */
export function withdrawing(
  state: SubgroupsState,
  antennaId: string,
  context: CommandContext<undefined>,
): Decision {
  const { actor, newId, present, random } = context
  const facts = context.facts as SubgroupFacts | undefined // what this slice's own server half gathers
  const place = facts?.places[antennaId]
  if (facts?.isAparte) return refuse('wrong-state', 'subgroups.insideAparte')
  if (place === undefined) return refuse('not-found', 'subgroups.noAntenna')
  if (actor.groupId !== antennaId && !runsEverything(actor))
    return refuse('not-allowed', 'subgroups.notYourGroup')
  const { plan } = state
  const isOfGroups = plan?.status === 'running' && plan.kind === 'aparte' && plan.method === 'antenna'
  if (plan && !isOfGroups) return refuse('conflict', 'subgroups.running')
  if (plan?.groups.some((group) => group.antennaId === antennaId))
    return refuse('conflict', 'subgroups.running')
  const own = present.filter((seat) => seat.groupId === antennaId && mayBePlaced(seat))
  const seats = own.filter(({ id }) => !hasPlace(plan, id)).map(placed)
  if (seats.length === 0) return refuse('wrong-state', 'subgroups.nobody')
  const group: Subgroup = { ...emptyGroup(newId, 0, place), antennaId, seats }
  const begun = starting(state, preparing('antenna', [group], { newId }), {
    ...{ kind: 'aparte', minutes: null },
    context: { now: context.now, random },
  })
  if (!plan) return ok(begun)
  const groups = [...plan.groups, ...(begun.state.plan?.groups ?? [])]
  return ok(new Change({ ...state, plan: { ...plan, groups } }, begun.more))
}

/**
 * [U12] What a group writes apart from the others is read by nobody else: into its running aparté only its own people come in by
 * themselves, and only whoever leads for that group, or runs everything, brings somebody in.
 */
export function mayLetInto(plan: SubgroupPlan | null, to: string | null, actor: Actor): boolean {
  const isApart = plan?.status === 'running' && plan.kind === 'aparte'
  const antennaId = isApart ? (plan.groups.find(({ id }) => id === to)?.antennaId ?? null) : null
  return antennaId === null || actor.groupId === antennaId || runsEverything(actor)
}
