// Opening a decision, closing it, giving it up, and showing a closed one again: the facilitators' part, whatever the kind.
import { z } from 'zod'
import { ok, refuse } from '#shared/contract/result.ts'
import { Change } from '#shared/contract/slice.ts'
import { itemCounts, itemsAskedOf, questionWish, startedBallot } from '#shared/decision/ballot.ts'
import { closed } from '#shared/decision/closing.ts'
import { numbered } from '#shared/decision/decisionItem.ts'
import { command, named, noVoices, voicesFor } from '#shared/decision/decisionState.ts'
import { keptPast } from '#shared/decision/pastDecision.ts'
import { mayRunDecisions, votingSeats } from '#shared/decision/voters.ts'

const about = z.object({ id: z.string().max(64) })

export const askingCommands = {
  /** [D2] One question at a time: one step, one screen. Its items bear their words of this moment. */
  open: command({
    input: questionWish,
    may: mayRunDecisions,
    apply: (state, wish, { actor, newId, now }) => {
      if (state.open) return refuse('wrong-state', 'decision.running')
      const { question, ballot } = wish
      const items = numbered(itemsAskedOf(wish))
      const { least, most } = itemCounts[ballot.kind]
      if (items.length < least) return refuse('bad-input', 'decision.tooFewItems')
      if (items.length > most) return refuse('bad-input', 'decision.oneItem')
      if (ballot.kind === 'dots' && ballot.maxPerItem > ballot.points)
        return refuse('bad-input', 'decision.tooManyOnOne')
      const openedBy = actor.role === 'facilitator' ? actor.role : actor.standing
      const open = { id: newId, question, items, ballot: startedBallot(ballot), openedAt: now, openedBy }
      return ok(new Change({ ...state, open, shownId: null }, { secret: { ...noVoices, decisionId: newId } }))
    },
  }),

  /** [R1] [R2] The totals appear and the answers are dropped, in one and the same decision. Everybody is shown the result. */
  close: command({
    input: about,
    may: mayRunDecisions,
    apply: (state, { id }, { secret, now, random, present }) => {
      const open = named(state, id)
      if (!open.ok) return open
      const moment = { now, random, present: votingSeats(present).length }
      const past = keptPast(state.past, closed(open.value, voicesFor(open.value, secret), moment))
      return ok(new Change({ ...state, open: null, past, shownId: id }, { secret: noVoices }))
    },
  }),

  /** [R4] Given up: nothing is counted and nothing is kept. */
  cancel: command({
    input: about,
    may: mayRunDecisions,
    apply: (state, { id }) => {
      const open = named(state, id)
      return open.ok ? ok(new Change({ ...state, open: null }, { secret: noVoices })) : open
    },
  }),

  /** Shows a closed decision to everybody again. */
  showResult: command({
    input: about,
    may: mayRunDecisions,
    apply: (state, { id }) => {
      if (state.open) return refuse('wrong-state', 'decision.running')
      if (!state.past.some((one) => one.id === id)) return refuse('not-found', 'decision.unknown')
      return ok({ ...state, shownId: id })
    },
  }),

  /** Nobody's screen shows a result any longer; it stays in the list. */
  putAway: command({
    input: about,
    may: mayRunDecisions,
    apply: (state, { id }) =>
      state.shownId === id ? ok({ ...state, shownId: null }) : refuse('wrong-state', 'decision.notShownNow'),
  }),
}
