// What is written down in the public debate, one line after the other; nothing of it is changed or removed.
import type { moderationTargets, questionKinds } from '#shared/consultation/consultationInputs.ts'
import type { Feeling } from '#shared/consultation/feelings.ts'

/** Somebody who answers for what they wrote, with the name that they had then. */
interface Signed {
  /** The account's id. */
  readonly by: string
  readonly byName: string
}

/** By kind: what its subject is, and what it says. */
export interface EntryBodies {
  /** Of a recommendation: asked or proposed by anybody; the name is as they signed, empty for nobody's. */
  question: {
    readonly id: string
    readonly kind: (typeof questionKinds)[number]
    readonly text: string
    readonly name: string
    readonly date: string
    readonly version: number
  }
  /** Of a question: its text's group answers. */
  reply: Signed & {
    readonly id: string
    readonly text: string
    readonly groupId: string
    readonly date: string
  }
  /** Of a ressenti's comment, a question, a reply, or all that was felt at a presentation's wall. `text` as it was then: whoever looks after it later must be able to judge. */
  moderation: Signed & {
    readonly target: (typeof moderationTargets)[number]
    readonly hide: boolean
    readonly reason: string
    readonly text: string
    readonly date: string
  }
  /** Of a recommendation: its group read what was felt and keeps the text. */
  kept: Signed & {
    readonly version: number
    readonly fingerprint: string
    readonly why: string
    readonly groupId: string
    readonly date: string
  }
  /** Of the cycle: the last day. */
  closing: Signed & { readonly closesOn: string | null }
  /** Of an open videoconference, by its id; the last line stands. */
  presentation: Signed & {
    readonly title: string
    readonly date: string
    readonly startTime: string | null
    readonly durationMin: number
    readonly themeIds: readonly string[]
    readonly callUrl: string
    /** What phones type to come in while it is presented. */
    readonly code: string
    readonly cancelled: boolean
  }
  /** Of an open videoconference: what is on the wall now. */
  step: { readonly recommendationId: string | null; readonly open: boolean }
}
export type EntryKind = keyof EntryBodies

export interface Entry<Kind extends EntryKind> {
  readonly kind: Kind
  readonly subjectId: string
  /** From 1, for each kind and subject. */
  readonly n: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly body: EntryBodies[Kind]
}

export interface KeptRessenti {
  readonly id: string
  readonly recommendationId: string
  /** A digest of browser, text and day: two texts, or two days, of one browser cannot be joined. */
  readonly voter: string
  /** `YYYY-MM-DD` on the server's clock: one of a browser a day. */
  readonly day: string
  /** `YYYY-MM-DD` of the cooperative's day. */
  readonly date: string
  readonly at: number
  readonly version: number
  readonly feeling: Feeling
  readonly comment: string
  readonly entityId: string | null
  readonly inGroup: boolean
  readonly groupId: string | null
  readonly presentationId: string | null
}
