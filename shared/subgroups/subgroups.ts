// Sub-groups: people work apart for a while, in the room's own documents or in an aparté that the others cannot read.
import { secureAddress } from '#shared/call/call.ts'
import { ok, refuse } from '#shared/contract/result.ts'
import { slice } from '#shared/contract/slice.ts'
import { mayFacilitate } from '#shared/people/access.ts'
import type { Actor } from '#shared/people/actor.ts'
import { drawnAgain, mayBePlaced, placed, withEverybody } from '#shared/subgroups/drawing.ts'
import { ending } from '#shared/subgroups/ending.ts'
import {
  changed,
  type Decision,
  hasPlace,
  moved,
  seatsOf,
  whileRunning,
} from '#shared/subgroups/planChanges.ts'
import { drawnGroups, emptyGroup, preparing, type SubgroupFacts } from '#shared/subgroups/preparing.ts'
import { starting } from '#shared/subgroups/starting.ts'
import {
  inputs,
  mostGroups,
  noSubgroups,
  State,
  type SubgroupsState,
} from '#shared/subgroups/subgroupsState.ts'
import { viewOfSubgroups } from '#shared/subgroups/subgroupsView.ts'
import { mayLetInto, withdrawing } from '#shared/subgroups/withdrawing.ts'

const { command, with: withCommands } = slice<SubgroupsState>(State, noSubgroups)

/** Observers, the boards and the team see who is where. */
const mayTakePart = (actor: Actor): boolean =>
  actor.role !== 'observer' && actor.standing !== 'board' && actor.standing !== 'team'

export const subgroups = withCommands(
  {
    draw: command({
      input: inputs.draw,
      may: mayFacilitate,
      apply: (state, wish, context): Decision => {
        if (state.plan?.status === 'running') return refuse('conflict', 'subgroups.running')
        const groups = drawnGroups(wish, context)
        return groups.ok ? ok({ ...state, plan: preparing(wish.method, groups.value, context) }) : groups
      },
    }),
    /** [U4] */
    again: command({
      input: inputs.again,
      may: mayFacilitate,
      apply: (state, _input, context): Decision => {
        const { last, plan } = state
        if (plan?.status === 'running') return refuse('conflict', 'subgroups.running')
        if (!last) return refuse('wrong-state', 'subgroups.neverBefore')
        const hands = drawnAgain(last, context.present.filter(mayBePlaced))
        const groups = last.groups.map(({ name, antennaId }, n) => ({
          ...emptyGroup(context.newId, n, name),
          ...{ antennaId, seats: hands[n] ?? [] },
        }))
        return ok({ ...state, plan: preparing(last.method, groups, context) })
      },
    }),
    /** [U6] Facilitators move anybody who is here or has a place; `null` takes the place away. */
    move: command({
      input: inputs.move,
      may: mayFacilitate,
      apply: (state, { seatId, to }, { actor, present }): Decision => {
        if (!state.plan) return refuse('wrong-state', 'subgroups.over')
        if (!mayLetInto(state.plan, to, actor)) return refuse('not-allowed', 'subgroups.askToMove')
        const here = present.find((seat) => seat.id === seatId && mayBePlaced(seat))
        const seat = here ?? seatsOf(state.plan).find(({ id }) => id === seatId)
        if (!seat) return refuse('not-found', 'subgroups.notHere')
        return moved(state, state.plan, { seats: [placed(seat)], to })
      },
    }),
    /**
     * [U7] Everybody chooses for their own seats. Into a running aparté only who has no place yet comes in alone: others could read
     * with one tap what was written apart from them; a facilitator moves them, where everybody sees it.
     */
    choose: command({
      input: inputs.choose,
      may: mayTakePart,
      apply: (state, { to, seatId }, { actor, seats: mine }): Decision => {
        if (!state.plan) return refuse('wrong-state', 'subgroups.over')
        if (!mayLetInto(state.plan, to, actor)) return refuse('not-allowed', 'subgroups.askToMove')
        const seats = mine.filter(({ id }) => seatId === undefined || id === seatId)
        if (seats.length === 0) return refuse('not-found', 'subgroups.notYourSeat')
        const isApart = state.plan.kind === 'aparte' && state.plan.status === 'running'
        const free = isApart ? seats.filter(({ id }) => !hasPlace(state.plan, id)) : seats
        if (free.length === 0) return refuse('not-allowed', 'subgroups.askToMove')
        return moved(state, state.plan, { seats: free.map(placed), to })
      },
    }),
    rename: command({
      input: inputs.rename,
      may: mayFacilitate,
      apply: (state, { groupId, name }): Decision => changed(state, groupId, (group) => ({ ...group, name })),
    }),
    /** [U8] Sub-groups are made and taken away while they are prepared: a running one has its frame or its room. */
    addGroup: command({
      input: inputs.addGroup,
      may: mayFacilitate,
      apply: (state, { name }, { newId }): Decision => {
        const plan = state.plan
        if (plan?.status !== 'preparing') return refuse('wrong-state', 'subgroups.notPreparing')
        if (plan.groups.length >= mostGroups) return refuse('too-many', 'subgroups.enough')
        return ok({ ...state, plan: { ...plan, groups: [...plan.groups, emptyGroup(newId, 0, name)] } })
      },
    }),
    removeGroup: command({
      input: inputs.removeGroup,
      may: mayFacilitate,
      apply: (state, { groupId }): Decision => {
        const plan = state.plan
        if (plan?.status !== 'preparing') return refuse('wrong-state', 'subgroups.notPreparing')
        const groups = plan.groups.filter(({ id }) => id !== groupId)
        return ok({ ...state, plan: { ...plan, groups } })
      },
    }),
    start: command({
      input: inputs.start,
      may: mayFacilitate,
      apply: (state, wish, context): Decision => {
        const plan = state.plan
        if (!plan) return refuse('wrong-state', 'subgroups.over')
        if (plan.status === 'running') return refuse('conflict', 'subgroups.running')
        // [U10] One level: who reads what stays plain to everybody.
        const facts = context.facts as SubgroupFacts | undefined // what this slice's own server half gathers
        if (wish.kind === 'aparte' && facts?.isAparte) return refuse('wrong-state', 'subgroups.insideAparte')
        // People who chose a theme late, or not at all, are not left alone; whoever leads may well stay outside.
        const waiting = context.present.filter((seat) => mayBePlaced(seat) && seat.role !== 'facilitator')
        const groups = plan.method === 'theme' ? withEverybody(plan.groups, waiting) : plan.groups
        if (groups.every(({ seats }) => seats.length === 0)) return refuse('wrong-state', 'subgroups.nobody')
        return ok(starting(state, { ...plan, groups }, { ...wish, context }))
      },
    }),
    withdraw: command({
      input: inputs.withdraw,
      may: mayFacilitate,
      apply: (state, { antennaId }, context): Decision => withdrawing(state, antennaId, context),
    }),
    /** Https only, as [C1] of the room's own call says. */
    setCall: command({
      input: inputs.setCall,
      may: mayFacilitate,
      apply: (state, { groupId, url }): Decision => {
        const callUrl = url ? secureAddress(url) : null
        if (callUrl === undefined) return refuse('bad-input', 'call.notAnAddress')
        return changed(state, groupId, (group) => ({ ...group, callUrl }))
      },
    }),
    /** One sub-group's time, or everybody's; a time that has run out begins again from now. */
    extend: command({
      input: inputs.extend,
      may: mayFacilitate,
      apply: (state, { groupId, minutes }, { now }): Decision =>
        whileRunning(state, (plan) => {
          if (groupId !== null && !plan.groups.some(({ id }) => id === groupId))
            return refuse('not-found', 'subgroups.noSuchGroup')
          const later = (endsAt: number | null): number => Math.max(now, endsAt ?? now) + minutes * 60_000
          const groups = plan.groups.map((group) =>
            groupId === null || group.id === groupId ? { ...group, endsAt: later(group.endsAt) } : group,
          )
          const endsAt = groupId === null ? later(plan.endsAt) : plan.endsAt
          return ok({ ...state, plan: { ...plan, groups, endsAt } })
        }),
    }),
    askHelp: command({
      input: inputs.askHelp,
      may: mayTakePart,
      apply: (state, { groupId }, { seats: mine, now }): Decision =>
        whileRunning(state, () =>
          changed(state, groupId, (group) => {
            const asking = mine.find(({ id }) => group.seats.some((seat) => seat.id === id))
            if (!asking) return refuse('not-allowed', 'subgroups.notYourGroup')
            return { ...group, help: group.help ?? { at: now, by: asking.name } }
          }),
        ),
    }),
    /** Said by whoever came to help, or by the sub-group itself, which needs none any more. */
    helped: command({
      input: inputs.helped,
      may: mayTakePart,
      apply: (state, { groupId }, { actor, seats: mine }): Decision =>
        whileRunning(state, () =>
          changed(state, groupId, (group) => {
            const isMember = mine.some(({ id }) => group.seats.some((seat) => seat.id === id))
            if (!isMember && !mayFacilitate(actor)) return refuse('not-allowed', 'subgroups.notYourGroup')
            return { ...group, help: null }
          }),
        ),
    }),
    /** Everybody is asked to come back; nothing closes by it, and writing goes on. */
    callBack: command({
      input: inputs.callBack,
      may: mayFacilitate,
      apply: (state, _input, { now }): Decision =>
        whileRunning(state, (plan) =>
          ok({ ...state, plan: { ...plan, calledBackAt: plan.calledBackAt ?? now } }),
        ),
    }),
    end: command({
      input: inputs.end,
      may: mayFacilitate,
      apply: (state, _input, { now }): Decision => whileRunning(state, (plan) => ok(ending(plan, now))),
    }),
    /** Forgets what is prepared. */
    discard: command({
      input: inputs.discard,
      may: mayFacilitate,
      apply: (state): Decision =>
        state.plan?.status === 'running'
          ? refuse('conflict', 'subgroups.running')
          : ok({ ...state, plan: null }),
    }),
  },
  viewOfSubgroups,
)
