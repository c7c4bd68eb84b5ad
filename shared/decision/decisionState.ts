// The decision slice's state, which everybody may learn, and its secret: what each seat answered, until the closing.
import { z } from 'zod'
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import { secretSlice } from '#shared/contract/slice.ts'
import { answer } from '#shared/decision/answer.ts'
import { type OpenDecision, openDecision } from '#shared/decision/ballot.ts'
import { initiative } from '#shared/decision/initiative.ts'
import { pastDecision } from '#shared/decision/pastDecision.ts'

const State = z.object({
  open: openDecision.nullable(),
  /** Closed ones, oldest first, bounded. */
  past: z.array(pastDecision).default([]),
  /** The closed decision that the facilitator shows to everybody. */
  shownId: z.string().nullable().default(null),
  initiatives: z.array(initiative).default([]),
  /** Whether the room sorts its drafts by whom they are asked of. */
  sorting: z.boolean().default(false),
})
export type DecisionState = z.output<typeof State>

export const voice = z.object({
  /** The seat's id; for a voice carried by the facilitator, `carried:` and the name. */
  seatId: z.string(),
  /** The participant whose seat it is; empty for a carried voice. */
  by: z.string(),
  /** Kept where it is shown: in a consent round, and of a carried voice to whoever carries. */
  name: z.string(),
  answer,
})
export type Voice = z.output<typeof voice>

/** Answers to the decision of that id and to no other: what is left of an earlier one is never counted. */
const Secret = z.object({ decisionId: z.string(), voices: z.array(voice) })
export type DecisionSecret = z.output<typeof Secret>

export const noVoices: DecisionSecret = { decisionId: '', voices: [] }

export const { command, with: withCommands } = secretSlice<DecisionState, DecisionSecret>(
  State,
  { open: null, past: [], shownId: null, initiatives: [], sorting: false },
  { schema: Secret, initial: noVoices },
)

export const voicesFor = (open: OpenDecision, secret: DecisionSecret): readonly Voice[] =>
  secret.decisionId === open.id ? secret.voices : []

/** [D3] Every command names the decision it is about, so that the second of two facilitators never acts on another one. */
export function named(state: DecisionState, id: string): Result<OpenDecision> {
  if (state.open?.id === id) return ok(state.open)
  return refuse('wrong-state', 'decision.closed')
}

export const isCarried = ({ by }: Voice): boolean => by === ''
