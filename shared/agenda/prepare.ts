// Preparing an agenda, before and during the session: the commands that add, change, move, remove and skip steps.
import { z } from 'zod'
import {
  type AgendaState,
  emptyAgenda,
  AgendaState as State,
  stepLimit,
  stepOf,
} from '#shared/agenda/agendaState.ts'
import { hasHappened, plannedStep, type Step, StepPlan, stepPlanShape } from '#shared/agenda/step.ts'
import { ok, type Refused, type Result, refuse } from '#shared/contract/result.ts'
import { slice } from '#shared/contract/slice.ts'
import { mayFacilitate } from '#shared/people/access.ts'

const { command } = slice<AgendaState>(State, emptyAgenda)
const id = z.string().min(1).max(80)
/** Where a step goes: before this one; to the end with null, and where that one has gone meanwhile. */
const before = id.nullable()
const changes = z.object(stepPlanShape).partial()

/**
 * [P1] Only facilitators prepare; any of them.
 * [P2] Two people who change two fields of one step, or two steps, both keep their words. Whoever changes a field says what
 *      stood there: if somebody else has changed that same field meanwhile, nothing is written over, and the second is told.
 * [P3] What has happened stays: it can be neither removed nor skipped.
 * [P4] After the end the agenda stands as it went, until the session is opened again.
 */
export const preparing = {
  add: command({
    input: z.object({ step: StepPlan, before }),
    may: mayFacilitate,
    apply: (state, { step, before: next }, { newId }) =>
      ended(state) ??
      (state.steps.length >= stepLimit
        ? refuse('too-many', 'agenda.full')
        : withSteps(state, placed(state.steps, plannedStep(newId, step), next))),
  }),
  change: command({
    input: z.object({ stepId: id, changes, was: changes }),
    may: mayFacilitate,
    apply: (state, { stepId, changes: to, was }) => {
      const step = stepOf(state, stepId)
      if (!step) return refuse('not-found', 'agenda.stepGone')
      return ended(state) ?? changed(state, step, { to, was })
    },
  }),
  move: command({
    input: z.object({ stepId: id, before }),
    may: mayFacilitate,
    apply: (state, { stepId, before: next }) => {
      const step = stepOf(state, stepId)
      if (!step) return refuse('not-found', 'agenda.stepGone')
      if (next === stepId) return ok(state)
      const others = state.steps.filter((one) => one !== step)
      return ended(state) ?? withSteps(state, placed(others, step, next))
    },
  }),
  remove: command({
    input: z.object({ stepId: id }),
    may: mayFacilitate,
    apply: (state, { stepId }) => {
      const step = stepOf(state, stepId)
      // Removed twice is removed.
      if (!step) return ok(state)
      if (hasHappened(step)) return refuse('wrong-state', 'agenda.stepHappened')
      const others = state.steps.filter((one) => one !== step)
      return ended(state) ?? withSteps(state, others)
    },
  }),
  skip: command({
    input: z.object({ stepId: id, skipped: z.boolean() }),
    may: mayFacilitate,
    apply: (state, { stepId, skipped }) => {
      const step = stepOf(state, stepId)
      if (!step) return refuse('not-found', 'agenda.stepGone')
      if ((step.state === 'skipped') === skipped) return ok(state)
      if (skipped && hasHappened(step)) return refuse('wrong-state', 'agenda.stepHappened')
      return ended(state) ?? withStep(state, { ...step, state: skipped ? 'skipped' : 'planned' })
    },
  }),
  /**
   * Lays a template: `instead` names the steps that its author saw and means to replace. Steps added meanwhile by somebody else,
   * and those that have happened, stay. [P2] [P3]
   */
  lay: command({
    input: z.object({ steps: z.array(StepPlan).min(1).max(stepLimit), instead: z.array(id).max(stepLimit) }),
    may: mayFacilitate,
    apply: (state, { steps, instead }, { newId }) => {
      const kept = state.steps.filter((step) => hasHappened(step) || !instead.includes(step.id))
      if (kept.length + steps.length > stepLimit) return refuse('too-many', 'agenda.full')
      const laid = steps.map((step, place) => plannedStep(`${newId}.${place}`, step))
      return ended(state) ?? withSteps(state, [...kept, ...laid])
    },
  }),
}

const ended = ({ status }: AgendaState): Refused | undefined =>
  status === 'ended' ? refuse('wrong-state', 'agenda.sessionEnded') : undefined

const withSteps = (state: AgendaState, steps: readonly Step[]): Result<AgendaState> =>
  ok({ ...state, steps: [...steps] })

const withStep = (state: AgendaState, step: Step): Result<AgendaState> =>
  withSteps(
    state,
    state.steps.map((one) => (one.id === step.id ? step : one)),
  )

function placed(steps: readonly Step[], step: Step, next: string | null): Step[] {
  const at = steps.findIndex((one) => one.id === next)
  return at < 0 ? [...steps, step] : [...steps.slice(0, at), step, ...steps.slice(at)]
}

type Fields = z.output<typeof changes>

/** [P6] A step that runs keeps its end when its planned minutes change: time is given or taken by extending, in everybody's sight. */
function changed(
  state: AgendaState,
  step: Step,
  { to, was }: { readonly to: Fields; readonly was: Fields },
): Result<AgendaState> {
  const fields = (Object.keys(to) as (keyof Fields)[]).filter((field) => to[field] !== undefined) // the keys of a parsed object
  const lost = fields.some((field) => step[field] !== was[field] && step[field] !== to[field])
  if (lost) return refuse('conflict', 'agenda.changedMeanwhile')
  const wanted = Object.fromEntries(fields.map((field) => [field, to[field]]))
  return withStep(state, { ...step, ...wanted })
}
