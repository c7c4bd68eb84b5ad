// Consent of each group to a text, and its adoption. Rules [AD1] to [AD11] stand at the commands they belong to.
import { adoptingCommands } from '#shared/adoption/adoptingCommands.ts'
import {
  type AdoptionSecret,
  type AdoptionState,
  consentOf,
  type GroupConsent,
  isCarried,
  type TextConsent,
  withCommands,
} from '#shared/adoption/adoptionState.ts'
import { askingCommands, voicesOf } from '#shared/adoption/askingCommands.ts'
import { correctionCommands } from '#shared/adoption/correctionCommands.ts'
import { countsOf, type GroupAnswer, isSpokenAloud, type RuleCounts } from '#shared/adoption/groupRule.ts'
import { voiceCommands } from '#shared/adoption/voiceCommands.ts'
import type { Viewer } from '#shared/contract/slice.ts'
import { mayRunDecisions } from '#shared/decision/voters.ts'

export interface AskingView {
  readonly id: string
  readonly fingerprint: string
  readonly at: number
  /** How many voices were given, and how many of them through a facilitator. */
  readonly answered: number
  readonly carried: number
  /** Null where nothing is shown before the closing. [AD11] */
  readonly counts: RuleCounts | null
  /** What one's own seats said: seat id -> answer. */
  readonly mine: Readonly<Record<string, GroupAnswer>>
  /** For those who carry: whose voices were carried. */
  readonly carriedNames: readonly string[]
}

export interface GroupConsentView extends Omit<GroupConsent, 'asking'> {
  readonly asking: AskingView | null
}

export interface TextConsentView extends Omit<TextConsent, 'groups'> {
  readonly groups: Readonly<Record<string, GroupConsentView>>
}

export interface AdoptionView {
  readonly texts: Readonly<Record<string, TextConsentView>>
}

export const adoption = withCommands(
  { ...askingCommands, ...voiceCommands, ...correctionCommands, ...adoptingCommands },
  (state, viewer): AdoptionView => ({
    texts: Object.fromEntries(
      Object.entries(state.texts).map(([key, text]) => [key, textView(text, viewer)]),
    ),
  }),
)

export const noConsents: AdoptionState = { texts: {} }

const textView = (text: TextConsent, viewer: Viewer<AdoptionSecret>): TextConsentView => ({
  ...text,
  groups: Object.fromEntries(
    Object.keys(text.groups).flatMap((groupId) => {
      const consent = consentOf(text, groupId)
      return consent ? [[groupId, { ...consent, asking: askingView(consent, viewer) }]] : []
    }),
  ),
})

/** [AD11] Before the closing nobody learns more than how many spoke, their own words, and the counts of what is spoken aloud. */
function askingView(
  { rule, asking }: GroupConsent,
  { actor, seats, secret }: Viewer<AdoptionSecret>,
): AskingView | null {
  if (!asking) return null
  const voices = voicesOf(secret, asking.id)
  const mine = new Set(seats.map(({ id }) => id))
  return {
    ...asking,
    answered: voices.length,
    carried: voices.filter(isCarried).length,
    counts: isSpokenAloud(rule) ? countsOf(voices.map(({ answer }) => answer)) : null,
    mine: Object.fromEntries(
      voices.flatMap(({ seatId, by, answer }) =>
        mine.has(seatId) && by === actor.participantId ? [[seatId, answer]] : [],
      ),
    ),
    carriedNames: mayRunDecisions(actor) ? voices.filter(isCarried).map(({ name }) => name) : [],
  }
}
