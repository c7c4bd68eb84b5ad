// The voices of one group: each seat for itself, and the facilitator for those who have no device.
import { z } from 'zod'
import { type AdoptionFacts, factsOf, notLeading, voiceGroup } from '#shared/adoption/adoptionFacts.ts'
import {
  type AdoptionSecret,
  type AdoptionState,
  command,
  consentOf,
  type GroupConsent,
  type GroupVoice,
  isCarried,
  textOf,
} from '#shared/adoption/adoptionState.ts'
import { question, voicesOf, withVoices } from '#shared/adoption/askingCommands.ts'
import { groupAnswer, isSpokenAloud, misfit } from '#shared/adoption/groupRule.ts'
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import { Change } from '#shared/contract/slice.ts'
import { mayAnswer, mayRunDecisions } from '#shared/decision/voters.ts'
import { personName } from '#shared/room/join.ts'

/** Voices that a facilitator may carry in one question. */
const carriedLimit = 100

const said = (state: AdoptionState, secret: AdoptionSecret) => new Change(state, { secret })

export const voiceCommands = {
  /** [AD2] One voice a seat, of that group's seats only, those behind one's own device; said again it changes, until the closing. */
  answer: command({
    input: z.object({ ...question, seatId: z.string().max(64), answer: groupAnswer }),
    may: mayAnswer,
    isSecret: true,
    apply: (state, input, context) => {
      const open = opened(state, input)
      if (!open.ok) return open
      const { rule } = open.value
      if (!hasVoice(factsOf(context), context.actor, input.groupId))
        return refuse('not-allowed', 'adoption.otherGroup')
      const seat = context.seats.find(({ id }) => id === input.seatId)
      if (!seat) return refuse('not-found', 'adoption.notYourSeat')
      if (rule.kind === 'delegate' && rule.seatId !== seat.id)
        return refuse('not-allowed', 'adoption.notTheDelegate')
      const fault = misfit(rule, input.answer)
      if (fault) return refuse('bad-input', fault)
      const mine = new Set(context.seats.map(({ id }) => id))
      const by = context.actor.participantId
      // A device never has more voices than seats: what a seat that it no longer has said is taken out.
      const others = voicesOf(context.secret, input.askingId).filter(
        (voice) => voice.seatId !== seat.id && (voice.by !== by || mine.has(voice.seatId)),
      )
      const voice = { seatId: seat.id, by, name: isSpokenAloud(rule) ? seat.name : '', answer: input.answer }
      return ok(said(state, withVoices(context.secret, input.askingId, [...others, voice])))
    },
  }),

  /** [AD2] A voice carried by the facilitator counts like any other, and the result says how many were. */
  answerFor: command({
    input: z.object({ ...question, name: personName, answer: groupAnswer }),
    may: mayRunDecisions,
    isSecret: true,
    apply: (state, input, context) => {
      const open = opened(state, input)
      if (!open.ok) return open
      const refused = notLeading(factsOf(context), input.groupId)
      if (refused) return refused
      const { rule } = open.value
      if (rule.kind === 'delegate' && (rule.seatId !== null || rule.name !== input.name))
        return refuse('not-allowed', 'adoption.notTheDelegate')
      const fault = misfit(rule, input.answer)
      if (fault) return refuse('bad-input', fault)
      const seatId = carriedSeat(input.name)
      const others = voicesOf(context.secret, input.askingId).filter((voice) => voice.seatId !== seatId)
      if (others.filter(isCarried).length >= carriedLimit)
        return refuse('too-many', 'adoption.tooManyCarried')
      const voice: GroupVoice = { seatId, by: '', name: input.name, answer: input.answer }
      return ok(said(state, withVoices(context.secret, input.askingId, [...others, voice])))
    },
  }),

  /** A carried voice that was entered by mistake is taken back. */
  withdrawFor: command({
    input: z.object({ ...question, name: personName }),
    may: mayRunDecisions,
    isSecret: true,
    apply: (state, input, context) => {
      const open = opened(state, input)
      if (!open.ok) return open
      const refused = notLeading(factsOf(context), input.groupId)
      if (refused) return refused
      const voices = voicesOf(context.secret, input.askingId)
      const others = voices.filter(({ seatId }) => seatId !== carriedSeat(input.name))
      if (others.length === voices.length) return refuse('not-found', 'adoption.notCarried')
      return ok(said(state, withVoices(context.secret, input.askingId, others)))
    },
  }),
}

/** The same name, however it is written, is the same voice: entering it twice changes it. */
const carriedSeat = (name: string): string => `carried:${name.normalize('NFC').toLocaleLowerCase('fr')}`

const hasVoice = (facts: AdoptionFacts, actor: Parameters<typeof voiceGroup>[0], groupId: string): boolean =>
  facts.groupIds.includes(groupId) && voiceGroup(actor, facts) === groupId

interface About {
  readonly spaceId: string
  readonly draftId: string
  readonly groupId: string
  readonly askingId: string
}

/** [AD3] What was meant for another question is refused; it stays typed where it was. */
function opened(state: AdoptionState, about: About): Result<GroupConsent> {
  const consent = consentOf(textOf(state, about), about.groupId)
  return consent?.asking?.id === about.askingId ? ok(consent) : refuse('wrong-state', 'adoption.closed')
}
