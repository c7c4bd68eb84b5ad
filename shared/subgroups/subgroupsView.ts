// What a person sees of the sub-groups: everybody sees who is where; only a sub-group's own people see the door of its aparté.
import type { Viewer } from '#shared/contract/slice.ts'
import { mayFacilitate } from '#shared/people/access.ts'
import type {
  PastPlan,
  PlacedSeat,
  Subgroup,
  SubgroupKind,
  SubgroupMethod,
  SubgroupPlan,
  SubgroupsState,
} from '#shared/subgroups/subgroupsState.ts'

export interface SubgroupView {
  readonly id: string
  readonly name: string
  readonly seats: readonly PlacedSeat[]
  /** Whether one of one's own seats is in it. */
  readonly mine: boolean
  readonly frameId: string | null
  /** Of an aparté: only for its own people and for facilitators. */
  readonly callUrl: string | null
  readonly endsAt: number | null
  readonly help: { readonly at: number; readonly by: string } | null
  readonly antennaId: string | null
  /** The aparté's room: only for its own people. */
  readonly roomCode: string | null
}

export interface PlanView extends Omit<SubgroupPlan, 'groups'> {
  readonly groups: readonly SubgroupView[]
}

export interface PastGroupView {
  readonly id: string
  readonly name: string
  readonly seats: readonly PlacedSeat[]
  readonly mine: boolean
  /** Where what was brought back lies, or the frame that the sub-group had. */
  readonly frameId: string | null
  readonly roomCode: string | null
}

export interface SubgroupsView {
  readonly plan: PlanView | null
  /** The newest plan that ended. */
  readonly last: {
    readonly id: string
    readonly endedAt: number
    readonly kind: SubgroupKind
    readonly method: SubgroupMethod
    readonly groups: readonly PastGroupView[]
  } | null
}

/** Views of one reading of the state, by what makes them differ: two hundred people share a few dozen. */
const known = new WeakMap<SubgroupsState, Map<string, SubgroupsView>>()

/** [U9] The code of an aparté's room leaves the server for the group's own seats, whoever else asks. */
export function viewOfSubgroups(state: SubgroupsState, { actor, seats }: Viewer): SubgroupsView {
  const own = new Set(seats.map(({ id }) => id))
  const isMine = (group: Members): boolean => group.seats.some(({ id }) => own.has(id))
  const mine = {
    plan: (state.plan?.groups ?? []).map(isMine),
    last: (state.last?.groups ?? []).map(isMine),
    leads: mayFacilitate(actor),
  }
  const views = known.get(state) ?? new Map<string, SubgroupsView>()
  known.set(state, views)
  const key = JSON.stringify(mine)
  const view = views.get(key) ?? viewFor(state, mine)
  views.set(key, view)
  return view
}

type Members = { readonly seats: readonly PlacedSeat[] }

/** Of the groups in their order, which are one's own. */
interface Mine {
  readonly plan: readonly boolean[]
  readonly last: readonly boolean[]
  readonly leads: boolean
}

function viewFor({ plan, last }: SubgroupsState, of: Mine): SubgroupsView {
  const groupView = ({ room, ...group }: Subgroup, mine: boolean, kind: SubgroupKind): SubgroupView => ({
    ...group,
    mine,
    callUrl: kind === 'groups' || mine || of.leads ? group.callUrl : null,
    roomCode: mine ? (room?.code ?? null) : null,
  })
  const pastView = (
    { room, id, name, seats, frameId }: PastPlan['groups'][number],
    mine: boolean,
  ): PastGroupView => ({ id, name, seats, mine, frameId, roomCode: mine ? (room?.code ?? null) : null })
  return {
    plan: plan && {
      ...plan,
      groups: plan.groups.map((group, n) => groupView(group, of.plan[n] ?? false, plan.kind)),
    },
    last: last && { ...last, groups: last.groups.map((group, n) => pastView(group, of.last[n] ?? false)) },
  }
}
