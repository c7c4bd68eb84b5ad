// Corrections of form: words that changed after a consent, which the groups may say are the same text.
import { z } from 'zod'
import { type AdoptionFacts, factsOf, notLeading } from '#shared/adoption/adoptionFacts.ts'
import {
  type Correction,
  command,
  type TextConsent,
  textOf,
  textPlace,
  withText,
} from '#shared/adoption/adoptionState.ts'
import { heldFingerprint, standingVersion } from '#shared/adoption/heldConsent.ts'
import { ok, refuse } from '#shared/contract/result.ts'
import { mayAnswer, mayRunDecisions } from '#shared/decision/voters.ts'

/** Corrections kept of one text; a text that needs more is asked about anew. */
const correctionLimit = 12

const correctionId = z.string().min(1).max(64)

export const correctionCommands = {
  /**
   * [AD6] Somebody of the groups marks the words that stand as a correction of form of those that were consented to. The server
   * measures the difference from the text that each group spoke on, so that many small ones never add up to another text.
   */
  markForm: command({
    input: z.object(textPlace),
    may: mayAnswer,
    apply: (state, place, context) => {
      const facts = factsOf(context)
      if (!facts.text) return refuse('not-found', 'adoption.noText')
      const text = textOf(state, place)
      const { fingerprint } = facts.text
      const lapsed = lapsedGroups(text, facts, fingerprint)
      if (lapsed.length === 0) return refuse('wrong-state', 'adoption.nothingLapsed')
      if (text.corrections.some(({ to, contested }) => to === fingerprint && !contested))
        return refuse('conflict', 'adoption.markedAlready')
      if (text.corrections.length >= correctionLimit) return refuse('too-many', 'adoption.tooManyCorrections')
      if (facts.formFault) return refuse('wrong-state', facts.formFault)
      const changes = lapsed.map((groupId) => facts.changes?.[groupId] ?? null)
      const [shown] = changes
      if (!shown || changes.includes(null)) return refuse('wrong-state', 'adoption.formTooMuch')
      const { actor, now, newId } = context
      const correction: Correction = {
        ...{ id: newId, to: fingerprint, changes: [...shown], at: now, keptBy: [], contested: null },
        from: Object.fromEntries(lapsed.map((id) => [id, heldFingerprint(text, id) ?? ''])),
        by: { name: nameOf(context), groupId: actor.groupId },
      }
      return ok(withText(state, { ...text, corrections: [...text.corrections, correction] }))
    },
  }),

  /** [AD7] One tap of each group's facilitator keeps that group's consent, on the very words that were shown. */
  keepConsent: command({
    input: z.object({ ...textPlace, correctionId, groupId: z.string().min(1).max(64) }),
    may: mayRunDecisions,
    apply: (state, input, context) => {
      const facts = factsOf(context)
      const refused = notLeading(facts, input.groupId)
      if (refused) return refused
      const text = textOf(state, input)
      const correction = text.corrections.find(({ id }) => id === input.correctionId)
      if (!correction || correction.contested) return refuse('wrong-state', 'adoption.noCorrection')
      if (correction.to !== facts.text?.fingerprint) return refuse('wrong-state', 'adoption.changedAgain')
      if (correction.keptBy.includes(input.groupId)) return ok(state)
      return ok(
        withText(state, changed(text, { ...correction, keptBy: [...correction.keptBy, input.groupId] })),
      )
    },
  }),

  /** [AD7] Anyone of the groups may contest, until the adoption; then the consents that it carried lapse. */
  contest: command({
    input: z.object({ ...textPlace, correctionId, reason: z.string().trim().max(400).default('') }),
    may: mayAnswer,
    apply: (state, input, context) => {
      const text = textOf(state, input)
      const correction = text.corrections.find(({ id }) => id === input.correctionId)
      if (!correction || correction.contested) return refuse('wrong-state', 'adoption.noCorrection')
      if ((standingVersion(text)?.at ?? 0) > correction.at)
        return refuse('wrong-state', 'adoption.adoptedAlready')
      const { actor, now } = context
      const by = { name: nameOf(context), groupId: actor.groupId }
      return ok(
        withText(state, changed(text, { ...correction, contested: { by, at: now, reason: input.reason } })),
      )
    },
  }),
}

/** Groups that said yes, to other words than those that stand. */
export const lapsedGroups = (
  text: TextConsent,
  { groupIds }: Pick<AdoptionFacts, 'groupIds'>,
  fingerprint: string,
): string[] =>
  groupIds.filter((id) => {
    const held = heldFingerprint(text, id)
    return held !== undefined && held !== fingerprint
  })

const changed = (text: TextConsent, correction: Correction): TextConsent => ({
  ...text,
  corrections: text.corrections.map((one) => (one.id === correction.id ? correction : one)),
})

export const nameOf = ({ seats }: { readonly seats: readonly { readonly name: string }[] }): string =>
  seats[0]?.name ?? ''
