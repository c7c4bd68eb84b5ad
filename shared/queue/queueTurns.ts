// How the floor moves: given, ended, put back, passed; and how a round takes in everybody once.
import type { CommandContext } from '#shared/contract/slice.ts'
import type { SeatHere } from '#shared/people/actor.ts'
import { queueOrder, served } from '#shared/queue/queueOrder.ts'
import { type QueueEntry, type QueueState, sessionNow, sumsIn } from '#shared/queue/queueState.ts'

export const entryOf = (id: string, seat: SeatHere): QueueEntry => ({
  ...{ id, seatId: seat.id, name: seat.name, side: seat.side, groupId: seat.groupId },
  mark: 'none',
})

/** [Q8] A turn that ended adds to its side's two sums and is forgotten. */
export function finish(queue: QueueState, { now, facts }: Pick<CommandContext, 'now' | 'facts'>): QueueState {
  const { speaking } = queue
  if (!speaking) return queue
  const session = sessionNow(facts)
  const sums = sumsIn(queue, session)
  const { side } = speaking.entry
  // A server's clock may be set back; a turn never takes time away.
  const ms = sums[side].ms + Math.max(0, now - speaking.since)
  return closed({
    ...queue,
    speaking: null,
    session,
    sums: { ...sums, [side]: { turns: sums[side].turns + 1, ms } },
  })
}

/** Ends whoever speaks and gives the floor. */
export function give(
  queue: QueueState,
  entry: QueueEntry,
  context: Pick<CommandContext, 'newId' | 'now' | 'facts'> & { readonly isChosen: boolean },
): QueueState {
  const { newId, now, isChosen } = context
  const isOfRound = queue.round?.left.some(({ id }) => id === entry.id) ?? false
  const without = (list: readonly QueueEntry[]): QueueEntry[] => list.filter(({ id }) => id !== entry.id)
  const taken: QueueState = {
    ...queue,
    waiting: without(queue.waiting),
    round: queue.round && { ...queue.round, left: without(queue.round.left) },
  }
  // The round stays open while its last person speaks: it is closed when that turn ends.
  const finished = finish(taken, context)
  const ended = { ...finished, round: isOfRound ? taken.round : finished.round }
  return {
    ...ended,
    isPutOff: queue.isPutOff && queue.memory.waited[entry.side] === 0,
    speaking: { ...{ id: newId, entry, since: now, isChosen, isOfRound }, before: queue.memory },
    memory: served(queue.memory, entry, isOfRound ? (taken.round?.left ?? []) : taken.waiting),
  }
}

/** Gives the floor back to nobody as if it had not been given; the person stands where `place` puts them. */
export function takeBack(
  queue: QueueState,
  place: (list: readonly QueueEntry[], entry: QueueEntry) => QueueEntry[],
): QueueState {
  const { speaking, round } = queue
  if (!speaking) return queue
  const freed = { ...queue, speaking: null, memory: speaking.before }
  return speaking.isOfRound && round
    ? { ...freed, round: { ...round, left: place(round.left, speaking.entry) } }
    : { ...freed, waiting: place(queue.waiting.filter(isNotSeat(speaking.entry)), speaking.entry) }
}

/** A hand that went up before a round is still up: somebody who is put back there after it stands there once. */
const isNotSeat =
  ({ seatId }: QueueEntry) =>
  (other: QueueEntry): boolean =>
    seatId === null || other.seatId !== seatId

/** [Q9] Who passes comes again at the end of the round; who passes again has had their turn. Neither counts as a turn. */
export function pass(queue: QueueState): QueueState {
  return closed(
    takeBack(queue, (left, entry) =>
      entry.mark === 'passed' ? [...left] : [...left, { ...entry, mark: 'passed' }],
    ),
  )
}

/** A round that has nobody left is over; its list of seats goes with it, and nobody has waited any more: everybody had a turn. */
export function closed(queue: QueueState): QueueState {
  const isOver = queue.round?.left.length === 0 && !queue.speaking?.isOfRound
  if (!isOver) return queue
  return { ...queue, round: null, memory: { ...queue.memory, waited: { room: 0, remote: 0 } } }
}

const takesTurns = (seat: SeatHere): boolean => seat.role !== 'observer'

/** [Q10] A round begins with everybody present, in order of arrival; observers watch. */
export function openRound(queue: QueueState, context: Pick<CommandContext, 'present' | 'newId'>): QueueState {
  return withNewcomers({ ...queue, round: { left: [], known: [] } }, context)
}

/** [Q11] Whoever has arrived meanwhile is added to the round, after those who wait. To be done before the floor moves. */
export function withNewcomers(
  queue: QueueState,
  { present, newId }: Pick<CommandContext, 'present' | 'newId'>,
): QueueState {
  const { round } = queue
  if (!round) return queue
  const known = new Set(round.known)
  const fresh = present.filter((seat) => takesTurns(seat) && !known.has(seat.id))
  if (fresh.length === 0) return queue
  const entries = fresh.map((seat, place) => entryOf(`${newId}.${place}`, seat))
  return {
    ...queue,
    round: { left: [...round.left, ...entries], known: [...round.known, ...fresh.map(({ id }) => id)] },
  }
}

/** The first who can be called: somebody present. */
export function nextOf(queue: QueueState, present: readonly SeatHere[]): QueueEntry | undefined {
  const here = new Set(present.map(({ id }) => id))
  return queueOrder(queue, (seatId) => here.has(seatId)).find(({ why }) => why.kind !== 'absent')?.entry
}
