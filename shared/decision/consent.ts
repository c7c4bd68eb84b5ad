// The consent round as sociocracy knows it: its phases, its positions, its rounds. Adopted when no objection stands.
import { z } from 'zod'

export const consentPhases = [
  'presentation',
  'clarifications',
  'reactions',
  'round',
  'amendment',
  'adopted',
] as const
export type ConsentPhase = (typeof consentPhases)[number]

export const positions = ['accord', 'reservation', 'objection'] as const
export type Position = (typeof positions)[number]

/** Characters of a reservation's sentence, of an objection's reason, and of an amended proposal. */
export const wordsLimit = 600
export const proposalLimit = 1_000

/** Said aloud in a round: it bears its name. */
export const consentVoice = z.object({
  name: z.string(),
  position: z.enum(positions),
  words: z.string(),
  /** Spoken through the facilitator. */
  carried: z.boolean(),
})
export type ConsentVoice = z.output<typeof consentVoice>

export const consentRound = z.object({
  /** The proposal as it was amended for this round; empty for the text as it was first presented. */
  proposal: z.string(),
  voices: z.array(consentVoice),
})
export type ConsentRound = z.output<typeof consentRound>

export const roundsLimit = 12

export const consentCourse = z.object({
  kind: z.literal('consent'),
  phase: z.enum(consentPhases),
  /** Rounds that ended with an objection, oldest first. */
  rounds: z.array(consentRound),
  /** The proposal of this round; empty for the text as it was first presented. */
  proposal: z.string(),
  /** What the next round will be asked; empty where the text stays as it is and the objection was met with words. */
  amendment: z.string(),
  /** Whether the answers of this round are seen. */
  shown: z.boolean(),
})
export type ConsentCourse = z.output<typeof consentCourse>

export const newConsent: ConsentCourse = {
  kind: 'consent',
  phase: 'presentation',
  rounds: [],
  proposal: '',
  amendment: '',
  shown: false,
}

/** 1 for the first. */
export const roundNumber = ({ rounds }: ConsentCourse): number => rounds.length + 1

/** [N1] An objection must carry its reason; a reservation may carry a sentence; an accord carries none. */
export const hasItsReason = (position: Position, words: string): boolean =>
  position !== 'objection' || words !== ''

/** [N2] Adopted exactly when somebody has spoken and no objection stands. */
export const isAdoptedBy = (voices: readonly { readonly position: Position }[]): boolean =>
  voices.length > 0 && voices.every(({ position }) => position !== 'objection')

export const countOf = (voices: readonly ConsentVoice[], position: Position): number =>
  voices.filter((voice) => voice.position === position).length

/** Objections first, for they are what is worked on; then by name: the order of answering tells nothing. */
export const inOrderOfWeight = (voices: readonly ConsentVoice[]): ConsentVoice[] =>
  [...voices].sort(
    (a, b) =>
      positions.indexOf(b.position) - positions.indexOf(a.position) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  )
