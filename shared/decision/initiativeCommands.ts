// *À qui le demandons-nous ?* and *On s’y met ce soir*: a draft that goes to *us, here* becomes a local initiative at once.
import { z } from 'zod'
import { ok, refuse } from '#shared/contract/result.ts'
import { Change } from '#shared/contract/slice.ts'
import { command } from '#shared/decision/decisionState.ts'
import {
  firstStepLimit,
  initiativeDate,
  initiativeDraft,
  initiativesLimit,
  whoLimit,
} from '#shared/decision/initiative.ts'
import { mayAnswer, mayRunDecisions } from '#shared/decision/voters.ts'

export const initiativeCommands = {
  /** [I3] *À qui le demandons-nous ?* opens on every screen and closes on every screen; the drafts keep whom they are asked of. */
  sort: command({
    input: z.object({ on: z.boolean() }),
    may: mayRunDecisions,
    apply: (state, { on }) => ok({ ...state, sorting: on }),
  }),

  /** [I1] Only the first step, who, and when; one standing initiative for a draft, so that two hands do not begin it twice. */
  startInitiative: command({
    input: z.object({
      draft: initiativeDraft,
      firstStep: z.string().trim().min(1).max(firstStepLimit),
      who: z.string().trim().min(1).max(whoLimit),
      when: initiativeDate,
    }),
    may: mayAnswer,
    apply: (state, input, { newId, now }) => {
      const { spaceId, draftId } = input.draft
      if (state.initiatives.some(({ draft }) => draft.spaceId === spaceId && draft.draftId === draftId))
        return refuse('conflict', 'decision.initiativeStands')
      if (state.initiatives.length >= initiativesLimit)
        return refuse('too-many', 'decision.tooManyInitiatives')
      const begun = { id: newId, ...input, at: now }
      const initiatives = [...state.initiatives, begun]
      const effects = [{ kind: 'keep-initiative', input: begun }]
      return ok(new Change({ ...state, initiatives }, { effects }))
    },
  }),

  /** [I2] Everything can be taken back. [I4] The group's records keep what was begun, and that it was taken back. */
  giveUpInitiative: command({
    input: z.object({ initiativeId: z.string().max(64) }),
    may: mayAnswer,
    apply: (state, { initiativeId }) => {
      const givenUp = state.initiatives.find(({ id }) => id === initiativeId)
      if (!givenUp) return refuse('not-found', 'decision.noInitiative')
      const initiatives = state.initiatives.filter((one) => one !== givenUp)
      const effects = [{ kind: 'withdraw-initiative', input: givenUp }]
      return ok(new Change({ ...state, initiatives }, { effects }))
    },
  }),
}
