// The sub-groups as they are shown: the slice's view beside the people present, and what may be done with them.
import { useMemo } from 'react'
import { useLiveRoom, useLiveRoomChanges, usePeople, useSlice } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { initialsOf } from '#client/ui/wear.ts'
import type { Seat, Side } from '#shared/people/actor.ts'
import { inkOf, type PersonPresent } from '#shared/room/people.ts'
import type { PlacedSeat } from '#shared/subgroups/subgroupsState.ts'
import type { PlanView, SubgroupsView, SubgroupView } from '#shared/subgroups/subgroupsView.ts'
import type { CommandName, InputOf } from '#shared/wire.ts'

/** Somebody who has, or may have, a place. */
export interface Member {
  readonly seatId: string
  readonly name: string
  readonly initials: string
  readonly ink: string
  readonly side: Side
  readonly isHere: boolean
}

export interface ShownSubgroups {
  readonly view: SubgroupsView
  readonly plan: PlanView | null
  readonly leads: boolean
  /** One's own seats; none for observers. */
  readonly ownSeats: readonly Seat[]
  /** The sub-group of one of one's own seats. */
  readonly groupOf: (seatId: string) => SubgroupView | undefined
  readonly memberOf: (seat: PlacedSeat) => Member
  /** Present and without a place. */
  readonly without: readonly Member[]
  /** People present who may be placed. */
  readonly count: number
}

/** Undefined before the first snapshot. */
export function useSubgroups(): ShownSubgroups | undefined {
  const room = useLiveRoomChanges(useLiveRoom())
  const view = useSlice('subgroups')
  const people = usePeople()
  const leads = useMayLead()
  const { participantId, you } = room.join
  return useMemo(() => {
    if (!view) return undefined
    const { plan } = view
    const here = people.find((one) => one.participantId === participantId)?.seats ?? you.seats
    const placed = plan?.groups.flatMap(({ seats }) => seats) ?? []
    const memberOf = members(people, placed)
    const taking = people.filter(({ role }) => role !== 'observer').flatMap(({ seats }) => seats)
    const taken = new Set(placed.map(({ id }) => id))
    return {
      ...{ view, plan, leads, memberOf },
      ownSeats: you.role === 'observer' ? [] : here,
      groupOf: (seatId: string) => plan?.groups.find(({ seats }) => seats.some(({ id }) => id === seatId)),
      without: plan ? taking.filter(({ id }) => !taken.has(id)).map(memberOf) : [],
      count: taking.length,
    }
  }, [view, people, leads, participantId, you])
}

function members(people: readonly PersonPresent[], placed: readonly PlacedSeat[]) {
  const present = new Map(
    people.flatMap((person) => person.seats.map((seat) => [seat.id, { seat, person }] as const)),
  )
  const names = [...present.values()].map(({ seat }) => seat.name).concat(placed.map(({ name }) => name))
  return ({ id, name: known }: PlacedSeat): Member => {
    const found = present.get(id)
    // Whoever changed their name meanwhile is called by the new one.
    const name = found?.seat.name ?? known
    return {
      ...{ seatId: id, name, initials: initialsOf(name, names), isHere: found !== undefined },
      ink: found?.person.ink ?? inkOf(id),
      side: found?.person.side ?? 'remote',
    }
  }
}

/** Asks the server; a refusal is said. Resolves with whether it was done. */
export function useSubgroupAsk() {
  const room = useLiveRoom()
  return useMemo(
    () =>
      async <N extends Extract<CommandName, `subgroups.${string}`>>(
        name: N,
        input: InputOf<N>,
      ): Promise<boolean> =>
        sayRefusal(await room.command(name, input)),
    [room],
  )
}
