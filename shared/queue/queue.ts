// The room's speaking queue: hands, the floor, rounds, and alternation between the room and a distance.
import { z } from 'zod'
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import { type CommandContext, slice, type Viewer } from '#shared/contract/slice.ts'
import type { SeatHere } from '#shared/people/actor.ts'
import { leadsQueue, takesFloor } from '#shared/queue/queueRights.ts'
import {
  emptyQueue,
  noSums,
  type QueueEntry,
  type QueueState,
  QueueStored,
  type QueueSums,
  type QueueTurn,
  sessionNow,
} from '#shared/queue/queueState.ts'
import {
  closed,
  entryOf,
  finish,
  give,
  nextOf,
  openRound,
  pass,
  takeBack,
  withNewcomers,
} from '#shared/queue/queueTurns.ts'
import { personName } from '#shared/room/join.ts'

/** Hands that may be up at once. */
export const handLimit = 300

const id = z.string().max(64)
const { command, with: withCommands } = slice<QueueState>(QueueStored, emptyQueue)

/** Inputs that name a seat are kept as digests: nobody shall count from the journal how often a person spoke. */
const isSecret = true

const hands = {
  /** [Q2] For one's own seats; the person's side is where the server knows them to be. */
  raise: command({
    input: z.object({ seatId: id }),
    may: takesFloor,
    isSecret,
    apply: (queue, { seatId }, context) =>
      context.seats.some((seat) => seat.id === seatId)
        ? raiseSeat(queue, seatId, context)
        : refuse('not-found', 'queue.notYours'),
  }),
  /** [Q2] A facilitator raises the hand of somebody else's seat, or of a person without a device, by name. */
  raiseFor: command({
    input: z.union([
      z.object({ seatId: id }),
      z.object({ name: personName, side: z.enum(['room', 'remote']), groupId: id.nullable().default(null) }),
    ]),
    may: leadsQueue,
    isSecret,
    apply: (queue, input, context) =>
      'seatId' in input
        ? raiseSeat(queue, input.seatId, context)
        : raise(queue, { ...input, id: context.newId, seatId: null, mark: 'none' }),
  }),
  /** [Q3] One's own hand, or any for facilitators, who may also take somebody out of a round. */
  lower: command({
    input: z.object({ entryId: id }),
    may: takesFloor,
    isSecret,
    apply: (queue, { entryId }, context) => {
      const isIt = (entry: QueueEntry): boolean => entry.id === entryId
      const hand = queue.waiting.find(isIt)
      if (hand && !leadsQueue(context.actor) && !isOwn(hand, context))
        return refuse('not-allowed', 'queue.notYours')
      if (hand) return ok({ ...queue, waiting: queue.waiting.filter((entry) => !isIt(entry)) })
      if (!queue.round?.left.some(isIt)) return refuse('not-found', 'queue.unknown')
      if (!leadsQueue(context.actor)) return refuse('not-allowed', 'queue.notSkipped')
      const left = queue.round.left.filter((entry) => !isIt(entry))
      return ok(closed({ ...queue, round: { ...queue.round, left } }))
    },
  }),
}

/** [Q12] Who moves the floor says which turn they saw: of two who move it at once, the second is told and skips nobody. */
const seen = id.nullable()
const hasMoved = (queue: QueueState, turn: string | null): boolean => (queue.speaking?.id ?? null) !== turn

const floor = {
  /** By facilitators; in a round also by whoever speaks and has finished. */
  next: command({
    input: z.object({ after: seen }),
    may: takesFloor,
    apply: (queue, { after }, context) => {
      if (hasMoved(queue, after)) return refuse('conflict', 'queue.moved')
      if (!leadsQueue(context.actor) && !(queue.speaking?.isOfRound && isOwn(queue.speaking.entry, context)))
        return refuse('not-allowed', 'queue.notYourTurn')
      const opened = withNewcomers(queue, context)
      const next = nextOf(opened, context.present)
      if (next) return ok(give(opened, next, { ...context, isChosen: false }))
      return queue.speaking ? ok(finish(opened, context)) : refuse('wrong-state', 'queue.nobody')
    },
  }),
  /** [Q13] A facilitator may give the floor to anybody; out of order, and everybody sees it. */
  give: command({
    input: z.union([z.object({ entryId: id, after: seen }), z.object({ seatId: id, after: seen })]),
    may: leadsQueue,
    isSecret,
    apply: (queue, input, context) => {
      if (hasMoved(queue, input.after)) return refuse('conflict', 'queue.moved')
      const opened = withNewcomers(queue, context)
      const entry = 'entryId' in input ? listed(opened, input.entryId) : ofSeat(opened, input.seatId, context)
      if (!entry) return refuse('not-found', 'queue.unknown')
      const isChosen = nextOf(opened, context.present)?.id !== entry.id
      return ok(give(opened, entry, { ...context, isChosen }))
    },
  }),
  end: command({
    input: z.object({ turn: id }),
    may: takesFloor,
    apply: (queue, { turn }, context) => {
      const refusal = notTheirs(queue, turn, context)
      return refusal ?? ok(finish(withNewcomers(queue, context), context))
    },
  }),
  /** A turn given by mistake never was: the person stands first again. */
  putBack: command({
    input: z.object({ turn: id }),
    may: leadsQueue,
    apply: (queue, { turn }) => {
      if (hasMoved(queue, turn)) return refuse('conflict', 'queue.moved')
      return ok(takeBack(queue, (list, entry) => [{ ...entry, mark: 'back' }, ...list]))
    },
  }),
}

const rounds = {
  startRound: command({
    input: z.object({}),
    may: leadsQueue,
    apply: (queue, _input, context) => {
      if (queue.round) return refuse('wrong-state', 'queue.roundRuns')
      const opened = openRound(finish(queue, context), context)
      return opened.round?.left.length ? ok(opened) : refuse('wrong-state', 'queue.nobody')
    },
  }),
  pass: command({
    input: z.object({ turn: id }),
    may: takesFloor,
    apply: (queue, { turn }, context) => {
      if (!queue.speaking?.isOfRound) return refuse('wrong-state', 'queue.noRound')
      return notTheirs(queue, turn, context) ?? ok(pass(withNewcomers(queue, context)))
    },
  }),
  /** Whoever speaks finishes their words. */
  endRound: command({
    input: z.object({}),
    may: leadsQueue,
    apply: (queue) => {
      if (!queue.round) return refuse('wrong-state', 'queue.noRound')
      return ok({
        ...queue,
        round: null,
        speaking: queue.speaking && { ...queue.speaking, isOfRound: false },
      })
    },
  }),
}

const ways = {
  alternate: command({
    input: z.object({ sides: z.boolean(), antennas: z.boolean() }),
    may: leadsQueue,
    apply: (queue, alternate) => ok({ ...queue, alternate, isPutOff: false }),
  }),
  putOff: command({
    input: z.object({}),
    may: leadsQueue,
    apply: (queue) => ok({ ...queue, isPutOff: true }),
  }),
  /** Lowers all hands; whoever speaks goes on. */
  clear: command({
    input: z.object({}),
    may: leadsQueue,
    apply: (queue) => ok({ ...queue, waiting: [] }),
  }),
  resetBalance: command({
    input: z.object({}),
    may: leadsQueue,
    apply: (queue, _input, { facts }) => ok({ ...queue, sums: noSums, session: sessionNow(facts) }),
  }),
}

/** What everybody sees. The two sums per side are for facilitators. */
export interface QueueView extends Omit<QueueState, 'sums' | 'speaking'> {
  readonly speaking: Omit<QueueTurn, 'before'> | null
  readonly sums: QueueSums | null
}

export const queue = withCommands(
  { ...hands, ...floor, ...rounds, ...ways },
  (state: QueueState, { actor }: Viewer): QueueView => {
    const { speaking, sums, ...rest } = state
    const { before: _undo, ...turn } = speaking ?? { before: null }
    return {
      ...rest,
      speaking: speaking && (turn as Omit<QueueTurn, 'before'>), // the turn without what only putting back needs
      sums: leadsQueue(actor) ? sums : null,
    }
  },
)

function raiseSeat(queue: QueueState, seatId: string, context: CommandContext): Result<QueueState> {
  const seat = context.present.find((one) => one.id === seatId)
  return seat ? raise(queue, entryOf(context.newId, seat)) : refuse('not-found', 'queue.notHere')
}

/** [Q4] One hand a seat: a second raise is told, and moves nobody. A person without a device joins a round that runs. */
function raise(queue: QueueState, entry: QueueEntry): Result<QueueState> {
  const isSame = (other: QueueEntry): boolean =>
    entry.seatId === null
      ? other.seatId === null && other.name === entry.name && other.side === entry.side
      : other.seatId === entry.seatId
  const toRound = entry.seatId === null && queue.round ? queue.round : null
  const list = toRound?.left ?? queue.waiting
  if (list.some(isSame) || (queue.speaking && isSame(queue.speaking.entry)))
    return refuse('conflict', 'queue.already')
  if (list.length >= handLimit) return refuse('too-many', 'queue.full')
  return ok(
    toRound
      ? { ...queue, round: { ...toRound, left: [...list, entry] } }
      : { ...queue, waiting: [...list, entry] },
  )
}

const isOwn = ({ seatId }: QueueEntry, { seats }: Pick<CommandContext, 'seats'>): boolean =>
  seats.some((seat) => seat.id === seatId)

const listed = ({ waiting, round }: QueueState, entryId: string): QueueEntry | undefined =>
  [...(round?.left ?? []), ...waiting].find((entry) => entry.id === entryId)

/** The seat's place in the round, its hand, or a new one for somebody who had not asked. */
function ofSeat(queue: QueueState, seatId: string, context: CommandContext): QueueEntry | undefined {
  const isIt = (one: { readonly seatId: string | null }): boolean => one.seatId === seatId
  const seat: SeatHere | undefined = context.present.find((one) => one.id === seatId)
  return queue.round?.left.find(isIt) ?? queue.waiting.find(isIt) ?? (seat && entryOf(context.newId, seat))
}

function notTheirs(
  queue: QueueState,
  turn: string,
  context: CommandContext,
): ReturnType<typeof refuse> | undefined {
  if (!queue.speaking || hasMoved(queue, turn)) return refuse('conflict', 'queue.moved')
  const may = leadsQueue(context.actor) || isOwn(queue.speaking.entry, context)
  return may ? undefined : refuse('not-allowed', 'queue.notYourTurn')
}
