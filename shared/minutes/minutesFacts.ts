// What is known of a session when its minutes are written: gathered by the server, nothing private, nobody's figures.

export interface MinutesFacts {
  readonly title: string
  readonly places: readonly string[]
  /** Milliseconds since 1970; null where the session was never begun or never ended. */
  readonly begunAt: number | null
  readonly endedAt: number | null
  /** People, not devices. */
  readonly present: { readonly room: number; readonly remote: number }
  readonly facilitators: readonly string[]
  readonly secretary: string | null
  readonly steps: readonly MinutesStep[]
  readonly decisions: readonly MinutesDecision[]
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
  /** Objections, reservations and comments, as they were said. */
  readonly reasons: readonly string[]
}

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
  /** As it was said, or an ISO day. */
  readonly when: string
}
