// Answering: each seat for itself, and the facilitator for those who have no device.
import { z } from 'zod'
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import { Change, type CommandContext } from '#shared/contract/slice.ts'
import { answer, fitting } from '#shared/decision/answer.ts'
import type { OpenDecision } from '#shared/decision/ballot.ts'
import { roundNumber } from '#shared/decision/consent.ts'
import {
  command,
  type DecisionSecret,
  type DecisionState,
  named,
  type Voice,
  voicesFor,
} from '#shared/decision/decisionState.ts'
import { mayAnswer, mayRunDecisions, votingSeats } from '#shared/decision/voters.ts'
import { personName } from '#shared/room/join.ts'

/** Voices that a facilitator may carry in one decision. */
export const carriedLimit = 100

const about = z.object({
  id: z.string().max(64),
  /** The round of a consent, from 1; 1 for everything else. [V5] */
  round: z.number().int().min(1).max(99),
})
type Context = CommandContext<DecisionSecret>

export const answeringCommands = {
  /** [V2] One answer a seat, its own seats only; saying it again changes it, until the closing. */
  answer: command({
    input: about.extend({ seatId: z.string().max(64), answer }),
    may: mayAnswer,
    isSecret: true,
    apply: (state, input, context) => {
      const open = answerable(state, input)
      if (!open.ok) return open
      const seat = context.seats.find(({ id }) => id === input.seatId)
      if (!seat) return refuse('not-found', 'decision.notYourSeat')
      const given = fitting(open.value, input.answer)
      if (!given.ok) return given
      const mine = new Set(context.seats.map(({ id }) => id))
      const by = context.actor.participantId
      // [V4] A device never has more answers than seats: what a seat that it no longer has said is taken out.
      const others = voicesFor(open.value, context.secret).filter(
        (voice) => voice.seatId !== seat.id && (voice.by !== by || mine.has(voice.seatId)),
      )
      const voice = { seatId: seat.id, by, name: nameKept(open.value, seat.name), answer: given.value }
      return ok(kept(state, [...others, voice], { open: open.value, context }))
    },
  }),

  /** [V6] A voice carried by the facilitator counts like any other, and the result says how many were. */
  answerFor: command({
    input: about.extend({ name: personName, answer }),
    may: mayRunDecisions,
    isSecret: true,
    apply: (state, input, context) => {
      const open = answerable(state, input)
      if (!open.ok) return open
      const given = fitting(open.value, input.answer)
      if (!given.ok) return given
      const seatId = carriedSeat(input.name)
      const others = voicesFor(open.value, context.secret).filter((voice) => voice.seatId !== seatId)
      if (others.filter(({ by }) => by === '').length >= carriedLimit)
        return refuse('too-many', 'decision.tooManyCarried')
      const voice = { seatId, by: '', name: input.name, answer: given.value }
      return ok(kept(state, [...others, voice], { open: open.value, context }))
    },
  }),

  /** A carried voice that was entered by mistake is taken back. */
  withdrawFor: command({
    input: about.extend({ name: personName }),
    may: mayRunDecisions,
    apply: (state, input, context) => {
      const open = answerable(state, input)
      if (!open.ok) return open
      const voices = voicesFor(open.value, context.secret)
      const others = voices.filter(({ seatId }) => seatId !== carriedSeat(input.name))
      if (others.length === voices.length) return refuse('not-found', 'decision.notCarried')
      return ok(kept(state, others, { open: open.value, context }))
    },
  }),
}

/** The same name, however it is written, is the same voice: entering it twice changes it. */
const carriedSeat = (name: string): string => `carried:${name.normalize('NFC').toLocaleLowerCase('fr')}`

/** Only a consent round bears names. */
const nameKept = ({ ballot }: OpenDecision, name: string): string => (ballot.kind === 'consent' ? name : '')

function answerable(state: DecisionState, { id, round }: z.output<typeof about>): Result<OpenDecision> {
  const open = named(state, id)
  if (!open.ok || open.value.ballot.kind !== 'consent') return open
  // [V5] What was meant for another round, or is said before or after the round, is refused; it stays typed where it was.
  if (open.value.ballot.phase !== 'round') return refuse('wrong-state', 'decision.notTheRound')
  if (roundNumber(open.value.ballot) !== round) return refuse('wrong-state', 'decision.otherRound')
  return open
}

interface Asked {
  readonly open: OpenDecision
  readonly context: Context
}

function kept(state: DecisionState, voices: readonly Voice[], { open, context }: Asked) {
  const secret = { decisionId: open.id, voices: [...voices] }
  const { ballot } = open
  if (ballot.kind !== 'consent' || ballot.shown || !hasEverybodySpoken(voices, context))
    return new Change<DecisionState, DecisionSecret>(state, { secret })
  return new Change<DecisionState, DecisionSecret>(
    { ...state, open: { ...open, ballot: { ...ballot, shown: true } } },
    { secret },
  )
}

/** [N3] Answers of a round are simultaneous: hidden until every seat in the room has one, or the facilitator shows them. */
function hasEverybodySpoken(voices: readonly Voice[], { present }: Context): boolean {
  const spoken = new Set(voices.map(({ seatId }) => seatId))
  const seats = votingSeats(present)
  return seats.length > 0 && seats.every(({ id }) => spoken.has(id))
}
