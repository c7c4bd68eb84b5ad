// The room's agenda: it says where everyone is and commands nothing. Preparing it, walking through it, who writes the minutes.
import { z } from 'zod'
import {
  type AgendaState,
  currentStep,
  emptyAgenda,
  outcomeLimit,
  AgendaState as State,
  stepOf,
} from '#shared/agenda/agendaState.ts'
import { preparing } from '#shared/agenda/prepare.ts'
import { plannedStep, StepPlan, stepMinutes } from '#shared/agenda/step.ts'
import { entered, left, notFrom, toNeighbour, toStep, withMoreTime } from '#shared/agenda/walk.ts'
import { ok, refuse } from '#shared/contract/result.ts'
import { type CommandContext, slice } from '#shared/contract/slice.ts'
import { mayFacilitate } from '#shared/people/access.ts'

const { command, with: withCommands } = slice<AgendaState>(State, emptyAgenda)
const id = z.string().min(1).max(80)
const from = z.object({ from: id })

/**
 * [G1] Only facilitators lead; any of them, whoever prepared. Participants and observers see everything and change nothing.
 * [G2] One click begins: with what was prepared, else with the steps that the client offers.
 * [G6] Nothing happens by itself: a step whose time is over stays until somebody moves on.
 * [G7] Ending closes nothing: the session may be opened again, and goes on with the step it had.
 */
export const agenda = withCommands({
  ...preparing,
  begin: command({
    input: z.object({ otherwise: z.array(StepPlan).min(1).max(12) }),
    may: mayFacilitate,
    apply: (state, { otherwise }, { now, newId }) => {
      if (state.status !== 'preparing') return refuse('wrong-state', 'agenda.alreadyBegun')
      const hasSteps = state.steps.some((step) => step.state !== 'skipped')
      const offered = otherwise.map((step, place) => plannedStep(`${newId}.${place}`, step))
      const steps = hasSteps ? state.steps : [...state.steps, ...offered]
      const first = steps.find((step) => step.state !== 'skipped')
      const begun: AgendaState = { ...state, status: 'running', sessionId: newId, startedAt: now, steps }
      return ok(first ? entered(begun, first.id, now) : begun)
    },
  }),
  next: command({
    input: from,
    may: mayFacilitate,
    apply: (state, input, { now }) => notFrom(state, input.from) ?? toNeighbour(state, 1, now),
  }),
  back: command({
    input: from,
    may: mayFacilitate,
    apply: (state, input, { now }) => notFrom(state, input.from) ?? toNeighbour(state, -1, now),
  }),
  goTo: command({
    input: from.extend({ to: id }),
    may: mayFacilitate,
    apply: (state, input, { now }) => notFrom(state, input.from) ?? toStep(state, input.to, now),
  }),
  extend: command({
    input: from.extend({
      minutes: z.number().int().min(1).max(60),
      /** The end that was seen: two people who both give two minutes give two, not four. */
      seen: z.number().nullable(),
    }),
    may: mayFacilitate,
    apply: (state, input, { now }) => {
      const refused = notFrom(state, input.from)
      if (refused) return refused
      if (state.endsAt !== input.seen) return refuse('conflict', 'agenda.extendedMeanwhile')
      const total = (currentStep(state)?.extraMinutes ?? 0) + input.minutes
      return total > stepMinutes.most
        ? refuse('too-large', 'agenda.tooLong')
        : ok(withMoreTime(state, input.minutes, now))
    },
  }),
  end: command({
    input: from,
    may: mayFacilitate,
    apply: (state, input, { now }) =>
      notFrom(state, input.from) ??
      ok({ ...left(state, 'done', now), status: 'ended', endedAt: now, lastId: input.from }),
  }),
  reopen: command({
    input: z.object({}),
    may: mayFacilitate,
    apply: (state, _input, { now }) => {
      if (state.status === 'running') return ok(state)
      const last = stepOf(state, state.lastId)
      if (state.status !== 'ended' || !last) return refuse('wrong-state', 'agenda.notEnded')
      return ok(entered({ ...state, status: 'running', endedAt: null, lastId: null }, last.id, now))
    },
  }),
  /** Puts an ended session away and prepares the next one: with the same steps again, or with an empty agenda. */
  renew: command({
    input: z.object({ keepSteps: z.boolean() }),
    may: mayFacilitate,
    apply: (state, { keepSteps }) => {
      if (state.status === 'preparing') return ok(state)
      if (state.status !== 'ended') return refuse('wrong-state', 'agenda.notEnded')
      const steps = keepSteps ? state.steps.map((step) => plannedStep(step.id, StepPlan.parse(step))) : []
      return ok({ ...emptyAgenda, steps })
    },
  }),
  /** [G8] Somebody who is here; the name is the one the server knows. Whoever names says who it was, so that nobody is replaced unseen. */
  nameSecretary: command({
    input: z.object({ seatId: id.nullable(), was: id.nullable() }),
    may: mayFacilitate,
    apply: (state, { seatId, was }, { present }) => {
      if ((state.secretary?.seatId ?? null) === seatId) return ok(state)
      if ((state.secretary?.seatId ?? null) !== was) return refuse('conflict', 'agenda.secretaryNamed')
      if (seatId === null) return ok({ ...state, secretary: null })
      const seat = present.find((one) => one.id === seatId && one.role !== 'observer')
      return seat
        ? ok({ ...state, secretary: { seatId, name: seat.name } })
        : refuse('not-found', 'agenda.seatAway')
    },
  }),
  /** [G9] Facilitators, the group's secretary and the one that the room named write down what is decided; anybody who comes late reads it. */
  addOutcome: command({
    input: z.object({ text: z.string().trim().min(1).max(400) }),
    may: ({ role }) => role !== 'observer',
    apply: (state, { text }, context) => {
      if (!mayNoteDown(state, context)) return refuse('not-allowed', 'agenda.notSecretary')
      if (state.outcomes.length >= outcomeLimit) return refuse('too-many', 'agenda.outcomesFull')
      const outcome = { id: context.newId, text, at: context.now }
      return ok({ ...state, outcomes: [...state.outcomes, outcome] })
    },
  }),
  removeOutcome: command({
    input: z.object({ id }),
    may: ({ role }) => role !== 'observer',
    apply: (state, input, context) =>
      mayNoteDown(state, context)
        ? ok({ ...state, outcomes: state.outcomes.filter((one) => one.id !== input.id) })
        : refuse('not-allowed', 'agenda.notSecretary'),
  }),
})

export const mayNoteDown = (
  state: Pick<AgendaState, 'secretary'>,
  { actor, seats }: Pick<CommandContext, 'actor' | 'seats'>,
): boolean =>
  mayFacilitate(actor) ||
  actor.keepsMinutes === true ||
  seats.some((seat) => seat.id === state.secretary?.seatId)
