// The speaking queue as it is shown: the slice's view beside the people present, in the order in which they will speak.
import { useMemo } from 'react'
import { useLiveRoom, usePeople, useSlice } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { initialsOf } from '#client/ui/wear.ts'
import type { Seat, Side } from '#shared/people/actor.ts'
import type { QueueView } from '#shared/queue/queue.ts'
import { proposedFor, type QueueWhy, queueOrder } from '#shared/queue/queueOrder.ts'
import type { QueueEntry } from '#shared/queue/queueState.ts'
import type { RoomGroup } from '#shared/room/join.ts'
import { inkOf, type PersonPresent, seatsHere } from '#shared/room/people.ts'

export interface QueueLine {
  readonly entryId: string
  readonly seatId: string | null
  readonly name: string
  readonly initials: string
  readonly ink: string
  readonly side: Side
  /** In joint rooms. */
  readonly group: RoomGroup | undefined
  readonly isOwn: boolean
  readonly why: QueueWhy
}

export interface ShownQueue {
  readonly view: QueueView
  readonly speaking: QueueLine | null
  /** The round's people while one runs, otherwise the raised hands. */
  readonly waiting: readonly QueueLine[]
  /** Who is called next: the first of those present. */
  readonly next: QueueLine | undefined
  /** Hands that wait for the end of a round. */
  readonly handsAfter: number
  readonly proposed: Side | undefined
  readonly leads: boolean
  /** One's own seats that may speak; none for observers. */
  readonly ownSeats: readonly Seat[]
  readonly people: readonly PersonPresent[]
}

/** Undefined before the first snapshot. */
export function useQueue(): ShownQueue | undefined {
  const room = useLiveRoom()
  const view = useSlice('queue')
  const people = usePeople()
  const leads = useMayLead()
  return useMemo(() => {
    if (!view) return undefined
    const { participantId, you } = room.join
    const own = people.find((one) => one.participantId === participantId)?.seats ?? you.seats
    const ownSeats = you.role === 'observer' ? [] : own
    const groups = room.join.room.kind === 'joint' ? room.join.room.groups : []
    const line = lines(people, ownSeats, groups)
    const here = new Set(seatsHere(people).map(({ id }) => id))
    const waiting = queueOrder(view, (id) => here.has(id)).map(({ entry, why }) => line(entry, why))
    return {
      view,
      speaking: view.speaking && line(view.speaking.entry, { kind: 'arrival' }),
      waiting,
      next: waiting.find(({ why }) => why.kind !== 'absent'),
      handsAfter: view.round ? view.waiting.length : 0,
      proposed: proposedFor(view),
      leads,
      ownSeats,
      people,
    }
  }, [room, view, people, leads])
}

function lines(people: readonly PersonPresent[], own: readonly Seat[], groups: readonly RoomGroup[]) {
  const seats = new Map(people.flatMap((person) => person.seats.map((seat) => [seat.id, { seat, person }])))
  const names = [...seats.values()].map(({ seat }) => seat.name)
  return (entry: QueueEntry, why: QueueWhy): QueueLine => {
    const present = entry.seatId === null ? undefined : seats.get(entry.seatId)
    // Whoever changed their name meanwhile is called by the new one.
    const name = present?.seat.name ?? entry.name
    return {
      ...{ entryId: entry.id, seatId: entry.seatId, name, side: entry.side, why },
      initials: initialsOf(name, names),
      ink: present?.person.ink ?? inkOf(name),
      group: groups.find(({ id }) => id === entry.groupId),
      isOwn: entry.seatId !== null && own.some(({ id }) => id === entry.seatId),
    }
  }
}

/** The hand or place in the round of one seat, and which place it is; undefined for a seat that does not wait. */
export function placeOf(
  { waiting, view }: ShownQueue,
  seatId: string,
): { readonly line: QueueLine; readonly n: number } | undefined {
  const at = waiting.findIndex((line) => line.seatId === seatId)
  const line = waiting[at]
  if (line) return { line, n: at + 1 }
  // A hand that waits behind a round stands after all of it.
  const hand = view.round ? view.waiting.findIndex((entry) => entry.seatId === seatId) : -1
  const entry = view.waiting[hand]
  if (!entry) return undefined
  const n = waiting.length + hand + 1
  const { id: entryId, name, side } = entry
  return {
    n,
    line: {
      ...{ entryId, seatId, name, side, initials: initialsOf(name), ink: inkOf(name) },
      ...{ group: undefined, isOwn: true, why: { kind: 'arrival' } },
    },
  }
}
