// What is known of a session when its minutes are written: gathered by the server, nothing private, nobody's figures.

export interface MinutesFacts {
  readonly title: string
  readonly places: readonly string[]
  /** `YYYY-MM-DD` and `HH:MM` of the place where the session was held; null while it goes on. */
  readonly day: string
  readonly from: string
  readonly until: string | null
  /** People, not devices. Nobody is named here. */
  readonly present: { readonly room: number; readonly remote: number }
  readonly facilitators: readonly string[]
  readonly secretary: string | null
  /** In the order in which they were begun; those that were not held come last. */
  readonly steps: readonly MinutesStep[]
  readonly decisions: readonly MinutesDecision[]
  /** Texts that were adopted or separated again, lists that were handed over or taken back. */
  readonly agreements: readonly MinutesAgreement[]
  /** What was written down by hand as decided, or to be kept in mind. */
  readonly outcomes: readonly { readonly id: string; readonly text: string }[]
  readonly drafts: readonly MinutesDraft[]
  readonly frames: readonly { readonly title: string; readonly notes: readonly string[] }[]
  readonly learnt: readonly string[]
  readonly questions: readonly string[]
  readonly actions: readonly MinutesAction[]
}

export interface MinutesStep {
  readonly id: string
  readonly title: string
  readonly plannedMinutes: number
  /** Undefined for a step that was not held. */
  readonly tookMinutes?: number
}

export interface MinutesDecision {
  readonly id: string
  readonly question: string
  /** One line an outcome: « Comité local : 7 points ». */
  readonly outcomes: readonly string[]
  /** « 11 voix sur 12 présences, dont 2 portées »; empty where nothing is to be said. */
  readonly voices?: string
  /** Objections, reservations and comments, as they were said. */
  readonly reasons: readonly string[]
}

/** `title`: of the text; `count`: texts of a list; `why`: of what was taken back. */
export type MinutesAgreement = { readonly id: string } & (
  | { readonly kind: 'adopted' | 'adopted-under-reserve'; readonly title: string }
  | { readonly kind: 'separated'; readonly title: string; readonly why: string }
  | { readonly kind: 'handed-over'; readonly count: number }
  | { readonly kind: 'concluded'; readonly why: string }
  | { readonly kind: 'taken-back'; readonly why: string }
)

export interface MinutesDraft {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly change: 'new' | 'changed' | 'removed'
  /** Words that came and words that went. */
  readonly added: number
  readonly removed: number
}

export interface MinutesAction {
  readonly id: string
  readonly what: string
  readonly who: string
  /** As people say it. */
  readonly when: string
}
