// Deciding together: dot vote, poll, gradient of agreement, ranking, consent. Its rules are numbered in rules.md.

import type { Viewer } from '#shared/contract/slice.ts'
import type { Answer } from '#shared/decision/answer.ts'
import { answeringCommands } from '#shared/decision/answeringCommands.ts'
import { askingCommands } from '#shared/decision/askingCommands.ts'
import type { OpenDecision } from '#shared/decision/ballot.ts'
import { consentVoices } from '#shared/decision/closing.ts'
import { type ConsentVoice, roundNumber } from '#shared/decision/consent.ts'
import { consentCommands } from '#shared/decision/consentCommands.ts'
import {
  type DecisionSecret,
  type DecisionState,
  isCarried,
  voicesFor,
  withCommands,
} from '#shared/decision/decisionState.ts'
import type { Initiative } from '#shared/decision/initiative.ts'
import { initiativeCommands } from '#shared/decision/initiativeCommands.ts'
import { type DraftResult, draftResults, type PastDecision } from '#shared/decision/pastDecision.ts'
import { mayRunDecisions } from '#shared/decision/voters.ts'

export interface OpenView extends OpenDecision {
  /** The round of a consent, from 1; 1 for everything else. */
  readonly round: number
  /** How many voices were given, and how many of them through the facilitator. */
  readonly answered: number
  readonly carried: number
  /** What one's own seats answered: seat id -> answer. */
  readonly mine: Readonly<Record<string, Answer>>
  /** The voices of the consent round, once they are shown. */
  readonly voices: readonly ConsentVoice[] | null
  /** For those who carry: whose voices they carried. Nobody else learns it before the closing. */
  readonly carriedNames: readonly string[]
}

export interface DecisionView {
  readonly open: OpenView | null
  /** The closed decision shown to everybody. */
  readonly shownId: string | null
  /** Oldest first; empty while a decision is open: each answer sends the view anew to everybody in the room. */
  readonly past: readonly PastDecision[]
  readonly draftResults: readonly DraftResult[]
  readonly initiatives: readonly Initiative[]
  /** Whether the room sorts its drafts by whom they are asked of. */
  readonly sorting: boolean
}

export const decision = withCommands(
  { ...askingCommands, ...answeringCommands, ...consentCommands, ...initiativeCommands },
  (state, viewer): DecisionView => ({
    open: state.open && openView(state.open, viewer),
    shownId: state.shownId,
    past: state.open ? [] : state.past,
    draftResults: resultsOf(state),
    initiatives: state.initiatives,
    sorting: state.sorting,
  }),
)

/** The view is asked for each person of the room, of one and the same state. */
const results = new WeakMap<DecisionState, readonly DraftResult[]>()
function resultsOf(state: DecisionState): readonly DraftResult[] {
  const known = results.get(state) ?? draftResults(state.past)
  results.set(state, known)
  return known
}

/** [S1] Before the closing nobody learns more than counts and their own answers; of a consent round, once it is shown, all. */
function openView(open: OpenDecision, { actor, seats, secret }: Viewer<DecisionSecret>): OpenView {
  const voices = voicesFor(open, secret)
  const mine = new Set(seats.map(({ id }) => id))
  const { ballot } = open
  const isConsent = ballot.kind === 'consent'
  return {
    ...open,
    round: isConsent ? roundNumber(ballot) : 1,
    answered: voices.length,
    carried: voices.filter(isCarried).length,
    mine: Object.fromEntries(
      voices.flatMap(({ seatId, by, answer }) =>
        mine.has(seatId) && by === actor.participantId ? [[seatId, answer]] : [],
      ),
    ),
    voices: isConsent && ballot.shown ? consentVoices(voices) : null,
    carriedNames: mayRunDecisions(actor) ? voices.filter(isCarried).map(({ name }) => name) : [],
  }
}
