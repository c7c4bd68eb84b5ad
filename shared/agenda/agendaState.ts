// The state of a room's agenda, and what can be read from it: which step is now, which comes next.
import { z } from 'zod'
import { Step } from '#shared/agenda/step.ts'

/** Something that was decided or is to be kept in mind, as somebody wrote it down. */
export const Outcome = z.object({ id: z.string(), text: z.string(), at: z.number() })
export type Outcome = z.output<typeof Outcome>

export const AgendaState = z.object({
  status: z.enum(['preparing', 'running', 'ended']),
  steps: z.array(Step),
  /** The step that is now; null before and after the session. */
  currentId: z.string().nullable(),
  /** When the present step's time is over, milliseconds since 1970, server clock; null where it has no time left to count. */
  endsAt: z.number().nullable(),
  /** A name for this session, for whatever belongs to it; null before it begins. */
  sessionId: z.string().nullable().default(null),
  startedAt: z.number().nullable().default(null),
  endedAt: z.number().nullable().default(null),
  /** The step that was now when the session ended: it is where a session that is opened again goes on. */
  lastId: z.string().nullable().default(null),
  secretary: z.object({ seatId: z.string(), name: z.string() }).nullable().default(null),
  outcomes: z.array(Outcome).default([]),
})
export type AgendaState = z.output<typeof AgendaState>

export const emptyAgenda: AgendaState = {
  ...{ status: 'preparing', steps: [], currentId: null, endsAt: null },
  ...{ sessionId: null, startedAt: null, endedAt: null, lastId: null, secretary: null, outcomes: [] },
}

export const stepLimit = 40
export const outcomeLimit = 100

export const stepOf = (state: AgendaState, id: string | null): Step | undefined =>
  state.steps.find((step) => step.id === id)

export const currentStep = (state: AgendaState): Step | undefined => stepOf(state, state.currentId)

/** Steps that count: what is skipped is in no « étape 3 sur 6 ». */
export const countedSteps = (state: AgendaState): readonly Step[] =>
  state.steps.filter((step) => step.state !== 'skipped')

/** The step after the present one, or before it, in the agenda's order; skipped ones are passed over. */
export function neighbourStep(state: AgendaState, way: 1 | -1): Step | undefined {
  const steps = countedSteps(state)
  const at = steps.findIndex((step) => step.id === state.currentId)
  return at < 0 ? undefined : steps[at + way]
}

/** `{ place: 3, of: 6 }`; undefined when no step is now. */
export function stepPlace(state: AgendaState): { readonly place: number; readonly of: number } | undefined {
  const steps = countedSteps(state)
  const at = steps.findIndex((step) => step.id === state.currentId)
  return at < 0 ? undefined : { place: at + 1, of: steps.length }
}

/** Minutes planned for the steps that count. */
export const plannedMinutes = (state: AgendaState): number =>
  countedSteps(state).reduce((sum, { minutes, extraMinutes }) => sum + minutes + extraMinutes, 0)
