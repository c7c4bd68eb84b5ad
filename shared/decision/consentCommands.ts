// The course of a consent round: on to the next phase, back to the one before, the round shown, the proposal amended.
import { z } from 'zod'
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import { Change } from '#shared/contract/slice.ts'
import type { OpenDecision } from '#shared/decision/ballot.ts'
import { consentVoices } from '#shared/decision/closing.ts'
import {
  type ConsentCourse,
  type ConsentPhase,
  consentPhases,
  isAdoptedBy,
  proposalLimit,
  roundsLimit,
} from '#shared/decision/consent.ts'
import {
  command,
  type DecisionSecret,
  type DecisionState,
  named,
  type Voice,
  voicesFor,
} from '#shared/decision/decisionState.ts'
import { mayRunDecisions } from '#shared/decision/voters.ts'

/** [N4] The phase that the facilitator was looking at: of two who press *next* at once, the second does not skip one. */
const step = z.object({ id: z.string().max(64), from: z.enum(consentPhases) })

type Decided = Result<Change<DecisionState, DecisionSecret>>

export const consentCommands = {
  next: command({
    input: step,
    may: mayRunDecisions,
    apply: (state, input, { secret }) => {
      const at = consentAt(state, input)
      if (!at.ok) return at
      return advanced({ ...at.value, state, voices: voicesFor(at.value.open, secret) })
    },
  }),

  /** Nothing is lost on the way back: the answers of the round stay. */
  back: command({
    input: step,
    may: mayRunDecisions,
    apply: (state, input, { secret }) => {
      const at = consentAt(state, input)
      if (!at.ok) return at
      const { open, course } = at.value
      const before = phaseBefore[course.phase]
      if (!before) return refuse('wrong-state', 'decision.firstPhase')
      return ok(moved(state, { ...open, ballot: { ...course, phase: before } }, [...voicesFor(open, secret)]))
    },
  }),

  /** [N3] The facilitator shows the round before everybody has answered. */
  show: command({
    input: z.object({ id: z.string().max(64) }),
    may: mayRunDecisions,
    apply: (state, { id }) => {
      const at = consentAt(state, { id, from: 'round' })
      if (!at.ok) return at
      const { open, course } = at.value
      return ok({ ...state, open: { ...open, ballot: { ...course, shown: true } } })
    },
  }),

  /** The proposal as objections have made it; the text first presented stays beside it. */
  amend: command({
    input: z.object({ id: z.string().max(64), proposal: z.string().trim().min(1).max(proposalLimit) }),
    may: mayRunDecisions,
    apply: (state, { id, proposal }) => {
      const at = consentAt(state, { id, from: 'amendment' })
      if (!at.ok) return at
      const { open, course } = at.value
      return ok({ ...state, open: { ...open, ballot: { ...course, amendment: proposal } } })
    },
  }),
}

const phaseBefore: Readonly<Partial<Record<ConsentPhase, ConsentPhase>>> = {
  clarifications: 'presentation',
  reactions: 'clarifications',
  round: 'reactions',
  amendment: 'round',
  adopted: 'round',
}

interface ConsentAt {
  readonly open: OpenDecision
  readonly course: ConsentCourse
}

interface Advancing extends ConsentAt {
  readonly state: DecisionState
  readonly voices: readonly Voice[]
}

function consentAt(state: DecisionState, { id, from }: z.output<typeof step>): Result<ConsentAt> {
  const open = named(state, id)
  if (!open.ok) return open
  const { ballot } = open.value
  if (ballot.kind !== 'consent') return refuse('wrong-state', 'decision.otherKind')
  if (ballot.phase !== from) return refuse('conflict', 'decision.otherPhase')
  return ok({ open: open.value, course: ballot })
}

function advanced(at: Advancing): Decided {
  const { state, open, course, voices } = at
  const to = (phase: ConsentPhase): Decided =>
    ok(moved(state, { ...open, ballot: { ...course, phase } }, [...voices]))
  switch (course.phase) {
    case 'presentation':
      return to('clarifications')
    case 'clarifications':
      return to('reactions')
    case 'reactions':
      return to('round')
    case 'round': {
      if (voices.length === 0) return refuse('wrong-state', 'decision.nobodySpoke')
      if (!course.shown) return refuse('wrong-state', 'decision.stillHidden')
      // [N2] Adopted exactly when no objection stands.
      return to(isAdoptedBy(consentVoices(voices)) ? 'adopted' : 'amendment')
    }
    case 'amendment':
      return again(at)
    case 'adopted':
      return refuse('wrong-state', 'decision.lastPhase')
  }
}

/** [N5] Again: the round that met an objection is kept with its voices, and everybody answers anew. */
function again({ state, open, course, voices }: Advancing): Decided {
  if (course.rounds.length >= roundsLimit - 1) return refuse('too-many', 'decision.tooManyRounds')
  const met = { proposal: course.proposal, voices: consentVoices(voices) }
  const proposal = course.amendment || course.proposal
  const rounds = [...course.rounds, met]
  const next: ConsentCourse = { ...course, phase: 'round', rounds, proposal, amendment: '', shown: false }
  return ok(moved(state, { ...open, ballot: next }, []))
}

const moved = (
  state: DecisionState,
  open: OpenDecision,
  voices: Voice[],
): Change<DecisionState, DecisionSecret> =>
  new Change({ ...state, open }, { secret: { decisionId: open.id, voices } })
