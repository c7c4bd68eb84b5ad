// One change of a plan as it stands: to a sub-group of it, or of who is where.
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import { Change } from '#shared/contract/slice.ts'
import type { PlacedSeat, Subgroup, SubgroupPlan, SubgroupsState } from '#shared/subgroups/subgroupsState.ts'

export type Decision = Result<SubgroupsState | Change<SubgroupsState, undefined>>
type Running = SubgroupPlan & { readonly status: 'running' }

export const seatsOf = (plan: SubgroupPlan): PlacedSeat[] => plan.groups.flatMap(({ seats }) => seats)
export const hasPlace = (plan: SubgroupPlan | null, seatId: string): boolean =>
  plan !== null && seatsOf(plan).some(({ id }) => id === seatId)

export function whileRunning(state: SubgroupsState, decide: (plan: Running) => Decision): Decision {
  const plan = state.plan
  return plan?.status === 'running'
    ? decide({ ...plan, status: 'running' })
    : refuse('wrong-state', 'subgroups.notRunning')
}

/** The state with one sub-group changed, or why it was not. */
export function changed(
  state: SubgroupsState,
  groupId: string,
  change: (group: Subgroup) => Subgroup | ReturnType<typeof refuse>,
): Decision {
  const { plan } = state
  if (!plan) return refuse('wrong-state', 'subgroups.over')
  const group = plan.groups.find(({ id }) => id === groupId)
  if (!group) return refuse('not-found', 'subgroups.noSuchGroup')
  const made = change(group)
  if ('ok' in made) return made
  return ok({ ...state, plan: { ...plan, groups: plan.groups.map((one) => (one === group ? made : one)) } })
}

/** Nobody is in two places. In a running aparté rights follow at once: whoever left cannot read on. */
export function moved(
  state: SubgroupsState,
  plan: SubgroupPlan,
  { seats, to }: { readonly seats: readonly PlacedSeat[]; readonly to: string | null },
): Decision {
  if (to !== null && !plan.groups.some(({ id }) => id === to))
    return refuse('not-found', 'subgroups.noSuchGroup')
  const going = new Set(seats.map(({ id }) => id))
  const groups = plan.groups.map((group) => ({
    ...group,
    seats: [
      ...group.seats.filter(({ id }) => !going.has(id) || group.id === to),
      ...(group.id === to ? seats.filter(({ id }) => !group.seats.some((seat) => seat.id === id)) : []),
    ],
  }))
  const after = { ...state, plan: { ...plan, groups } }
  const isApart = plan.kind === 'aparte' && plan.status === 'running'
  return ok(isApart ? new Change(after, { effects: [{ kind: 'members', input: null }] }) : after)
}
