// Who somebody becomes by entering a room: decided from what they ask, who they are, and who they were there before.
import { personOf } from '#server/live/gate.ts'
import type { Account, NewParticipant, Participant } from '#server/ports/people.ts'
import type { Room } from '#server/ports/rooms.ts'
import { randomId } from '#shared/contract/ids.ts'
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import { mayBeInside, staysBehindClosedDoor } from '#shared/people/access.ts'
import type { RoomRole } from '#shared/people/actor.ts'
import type { JoinInput, RoomGroup } from '#shared/room/join.ts'
import { seatsOnEntering } from '#shared/seats/seats.ts'

export interface Entering {
  readonly room: Room
  readonly input: JoinInput
  readonly account: Account | undefined
  /** Whom this account or device already is there; removed or not. */
  readonly before: Participant | undefined
  readonly groups: readonly RoomGroup[]
  readonly doorOpen: boolean
  readonly full: boolean
}

export type EntryRefusal = 'room-not-found' | 'not-allowed' | 'door-closed' | 'unknown-group'

/**
 * [E1] A closed or full room stops newcomers, never a guest who returns; a stranger cannot tell it from one that does not exist.
 * [E2] Somebody removed stays out until a facilitator lets them in again.
 * [E3] Somebody signed in may be told why: they may know of the room.
 */
export function mayEnter({ account, before, doorOpen, full, room, input }: Entering): Result<undefined> {
  const because = (toAccount: EntryRefusal) => refuse('not-allowed', account ? toAccount : 'room-not-found')
  if (before?.removed) return because('not-allowed')
  const person = account ? personOf(account, room, { observer: input.observer ?? false }) : before
  // [A9] An expert whom no group of this room invited.
  if (account?.readsGroupIds && !(person && mayBeInside(person, room))) return because('not-allowed')
  if (!doorOpen) {
    const stays =
      person && staysBehindClosedDoor({ ...person, role: before?.role ?? person.role }, { ...room, doorOpen })
    if (!stays) return because('door-closed')
  }
  if (full && !before) return because('room-not-found')
  return ok(undefined)
}

export type Entry = Omit<NewParticipant, 'deviceHash'>

export function enter(entering: Entering): Result<Entry> {
  const { account, before, input, room } = entering
  const groupIds = groupsOf(entering)
  if (!groupIds) return refuse('bad-input', 'unknown-group')
  return ok({
    roomId: room.id,
    name: input.name,
    presence: input.presence,
    standing: account?.standing ?? 'guest',
    role: roleOf(entering),
    groupIds,
    ...(account?.readsGroupIds && { readsGroupIds: account.readsGroupIds }),
    // [E5] Nobody sits at a screen. A person who enters on its device later is counted from then on.
    headcount: input.screen ? 0 : (input.headcount ?? (before?.headcount || 1)),
    seats: input.screen
      ? []
      : seatsOnEntering(before?.seats ?? [], { name: input.name, others: input.seats }, randomId),
    accountId: account?.id ?? null,
  })
}

/**
 * [E4] Anyone may choose to observe, and take it back. A role given by a facilitator stays: giving one raises the epoch, which
 * nothing else that leaves a participant in the room does.
 */
function roleOf({ account, before, input, room }: Entering): RoomRole {
  const own = account ? personOf(account, room, { observer: false }).role : 'participant'
  if (input.observer || input.screen) return 'observer'
  const given = before && before.epoch > 0 ? before.role : undefined
  return given ?? own
}

/** A member's own groups; a guest's is the room's, or in a room of several the one they name. Undefined when there is no such group. */
function groupsOf({ account, before, groups, input, room }: Entering): readonly string[] | undefined {
  if (account) return account.groupIds
  if (room.kind === 'group') return room.groupIds
  if (input.group === undefined || input.group.trim() === '') return before?.groupIds ?? []
  const named = groupNamed(groups, input.group)
  return named && [named.id]
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .trim()
    .toLowerCase()

/** By id, by code, or by place, however they are typed. */
export const groupNamed = (groups: readonly RoomGroup[], typed: string): RoomGroup | undefined =>
  groups.find(({ id, code, place, wear }) =>
    [id, code, place, wear.initials].some((name) => plain(name) === plain(typed)),
  )
