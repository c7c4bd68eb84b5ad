// Walking through a session: leaving a step, entering another, with what the server's clock says of each.
import { type AgendaState, neighbourStep, stepOf } from '#shared/agenda/agendaState.ts'
import { type Step, spentMs } from '#shared/agenda/step.ts'
import { ok, type Refused, type Result, refuse } from '#shared/contract/result.ts'

const minuteMs = 60_000

/** [G3] Whoever moves on says from which step; of two at the same instant the second is told, and no step is jumped over. */
export function notFrom(state: AgendaState, from: string): Refused | undefined {
  if (state.status !== 'running') return refuse('wrong-state', 'agenda.notRunning')
  return state.currentId === from ? undefined : refuse('conflict', 'agenda.movedOn')
}

/** [G4] A step that is left keeps how long it really took. One that is left by going back will come again, with the time it has left. */
export function left(state: AgendaState, as: 'done' | 'planned', now: number): AgendaState {
  const steps = state.steps.map(
    (step): Step =>
      step.id === state.currentId ? { ...step, state: as, begunAt: null, tookMs: spentMs(step, now) } : step,
  )
  return { ...state, steps, currentId: null, endsAt: null }
}

/** The server stamps the beginning, and the end from the time the step has left; without any there is no end to count to. */
export function entered(state: AgendaState, id: string, now: number): AgendaState {
  const step = stepOf(state, id)
  if (!step) throw new Error(`no step ${id}`)
  const leftMs = (step.minutes + step.extraMinutes) * minuteMs - step.tookMs
  const begun: Step = { ...step, state: 'now', begunAt: now, firstBegunAt: step.firstBegunAt ?? now }
  return {
    ...state,
    steps: state.steps.map((one) => (one.id === id ? begun : one)),
    currentId: id,
    endsAt: leftMs > 0 ? now + leftMs : null,
  }
}

export function toNeighbour(state: AgendaState, way: 1 | -1, now: number): Result<AgendaState> {
  const to = neighbourStep(state, way)
  if (!to) return refuse('wrong-state', way === 1 ? 'agenda.lastStep' : 'agenda.firstStep')
  return ok(entered(left(state, way === 1 ? 'done' : 'planned', now), to.id, now))
}

export function toStep(state: AgendaState, id: string, now: number): Result<AgendaState> {
  if (id === state.currentId) return ok(state)
  const ids = state.steps.map((step) => step.id)
  const to = ids.indexOf(id)
  if (to < 0) return refuse('not-found', 'agenda.stepGone')
  const back = to < ids.indexOf(state.currentId ?? '')
  return ok(entered(left(state, back ? 'planned' : 'done', now), id, now))
}

/** [G5] Minutes added after the end count from now. */
export function withMoreTime(state: AgendaState, minutes: number, now: number): AgendaState {
  return {
    ...state,
    endsAt: Math.max(now, state.endsAt ?? now) + minutes * minuteMs,
    steps: state.steps.map((step) =>
      step.id === state.currentId ? { ...step, extraMinutes: step.extraMinutes + minutes } : step,
    ),
  }
}
