// The people behind one device: named seats, which count, vote and speak.
import { z } from 'zod'
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import { type CommandContext, slice } from '#shared/contract/slice.ts'
import type { Seat } from '#shared/people/actor.ts'
import { personName } from '#shared/room/join.ts'

const seat = z.object({ id: z.string(), name: z.string() })

/**
 * The newest decision, which the server then writes to the participant it concerns. Participants own their seats; the room's
 * state only remembers what was decided last, so that it is decided and journalled like every other command.
 */
const State = z.object({ decided: z.object({ participantId: z.string(), seats: z.array(seat) }).nullable() })
export type SeatsState = z.output<typeof State>

export const seatLimit = 20

const { command, with: withCommands } = slice<SeatsState>(State, { decided: null })

export const seats = withCommands(
  {
    /** [S1] One's own seats only: the participant is the actor, never a field of the input. */
    add: command({
      input: z.object({ name: personName }),
      may: isPresent,
      apply: (_state, { name }, context) => {
        const mine = context.seats
        if (mine.length >= seatLimit) return refuse('too-many', 'seats.full')
        return decide(context, [...mine, { id: context.newId, name }])
      },
    }),
    rename: command({
      input: z.object({ seatId: z.string().max(64), name: personName }),
      may: isPresent,
      apply: (_state, { seatId, name }, context) => {
        const mine = context.seats
        if (!mine.some(({ id }) => id === seatId)) return refuse('not-found', 'seats.unknown')
        return decide(
          context,
          mine.map((one) => (one.id === seatId ? { id: one.id, name } : one)),
        )
      },
    }),
    /** [S2] The last seat stays: a participant is at least one person. */
    remove: command({
      input: z.object({ seatId: z.string().max(64) }),
      may: isPresent,
      apply: (_state, { seatId }, context) => {
        const mine = context.seats
        if (!mine.some(({ id }) => id === seatId)) return refuse('not-found', 'seats.unknown')
        if (mine.length === 1) return refuse('wrong-state', 'seats.last')
        return decide(
          context,
          mine.filter(({ id }) => id !== seatId),
        )
      },
    }),
  },
  // Seats are shown with the people present; the room's state has nothing to say of them.
  () => null,
)

function isPresent(): boolean {
  return true
}

function decide({ actor }: Pick<CommandContext, 'actor'>, chosen: readonly Seat[]): Result<SeatsState> {
  return ok({ decided: { participantId: actor.participantId, seats: [...chosen] } })
}

/**
 * The seats of somebody who enters: one's own first, then the further people named. Seats whose name stays keep their id, so
 * that coming back changes nobody. Without `others` the further seats stay as they were.
 */
export function seatsOnEntering(
  before: readonly Seat[],
  { name, others }: { readonly name: string; readonly others: readonly string[] | undefined },
  newId: () => string,
): Seat[] {
  const [own, ...further] = before
  const first: Seat = { id: own?.id ?? newId(), name }
  if (!others) return [first, ...further]
  const free = [...further]
  const kept = others.map((other) => {
    const at = free.findIndex((one) => one.name === other)
    return at < 0 ? { id: newId(), name: other } : (free.splice(at, 1)[0] ?? { id: newId(), name: other })
  })
  return [first, ...kept].slice(0, seatLimit)
}
