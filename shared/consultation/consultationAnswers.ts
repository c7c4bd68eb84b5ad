// What the pages of the public debate are told. Nothing in it names a browser, an address or the place of one person.
import type { WordChange } from '#shared/adoption/adoptionState.ts'
import type { ConsultationDays } from '#shared/consultation/consultationDays.ts'
import type { questionKinds } from '#shared/consultation/consultationInputs.ts'
import type { Counts, Feeling } from '#shared/consultation/feelings.ts'
import type { Results } from '#shared/consultation/results.ts'
import type { Recommendation } from '#shared/cycle/cycleFile.ts'
import type { VersionCause } from '#shared/publication/publishedVersion.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface ConsultationYou {
  readonly signedIn: boolean
  /** Moderates, presents, sets the last day. */
  readonly keeps: boolean
  readonly groupIds: readonly string[]
}

export interface ShownEntity {
  readonly id: string
  readonly name: string
}

export interface TextLine {
  readonly id: string
  readonly code: string
  /** From 1, in the document's order. */
  readonly place: number
  readonly title: string
  readonly summary: string
  readonly themeId: string
  readonly groupIds: readonly string[]
  readonly version: number
  readonly total: number
  readonly feelings: Counts
}

export interface ShownPresentation {
  readonly id: string
  readonly title: string
  readonly date: string
  readonly startTime: string | null
  readonly durationMin: number | null
  readonly themeIds: readonly string[]
  readonly when: 'past' | 'coming'
  /** Told in words after it: what was talked about. */
  readonly summary: string
  /** People who were there; null for one that is to come. */
  readonly attended: number | null
  readonly cancelled: boolean
  /** Made here: one can register for it, and it can be presented. */
  readonly here: boolean
  readonly coming: number
  readonly you: { readonly coming: boolean; readonly name: string }
  /** Of the call; empty for whoever has not registered. */
  readonly callUrl: string
  /** The code of its live page while it is being presented. */
  readonly liveCode: string | null
  /** What was felt at its wall counts no more, why and by whom; null where it counts. */
  readonly hidden: Hidden | null
  /** Acts of moderation so far. */
  readonly moderations: number
  /** For whoever keeps the consultation. */
  readonly names: readonly string[]
}

interface Common {
  readonly language: string
  readonly today: string
  readonly cooperative: string
  readonly days: ConsultationDays
  readonly entities: readonly ShownEntity[]
  readonly themes: readonly { readonly id: string; readonly title: string }[]
  readonly groups: readonly RoomGroup[]
  readonly you: ConsultationYou
  readonly presentations: readonly ShownPresentation[]
}

export interface ConsultationAnswer extends Common {
  readonly texts: readonly TextLine[]
  readonly results: Results
}

/** Why something is not read any more, and by whom. */
export interface Hidden {
  readonly reason: string
  readonly byName: string
  readonly date: string
}

/** What somebody wrote, as it may be read; its words are empty while it is hidden, save for whoever moderates. */
interface Moderated {
  readonly id: string
  readonly text: string
  readonly hidden: Hidden | null
  /** Acts of moderation so far. */
  readonly moderations: number
}

export interface ShownComment extends Moderated {
  readonly feeling: Feeling
}

export interface ShownReply extends Moderated {
  readonly byName: string
  readonly groupId: string
  readonly date: string
}

export interface ShownQuestion extends Moderated {
  readonly kind: (typeof questionKinds)[number]
  readonly name: string
  readonly date: string
  readonly version: number
  readonly replies: readonly ShownReply[]
}

export interface ShownVersion {
  readonly version: number
  readonly date: string
  readonly cause: VersionCause
  readonly why: string
  readonly byName: string
  /** Since the version before; null where nearly everything is new, and for the first one. */
  readonly changes: readonly WordChange[] | null
}

export interface TextGroup {
  readonly id: string
  readonly members: number
  readonly facilitators: readonly string[]
}

export interface TextAnswer extends Common {
  readonly text: Pick<
    Recommendation,
    'id' | 'title' | 'summary' | 'constat' | 'proposition' | 'moyens' | 'nuances' | 'groupIds' | 'themeId'
  >
  readonly code: string
  readonly place: number
  readonly of: number
  readonly before: string | null
  readonly after: string | null
  readonly version: number
  readonly fingerprint: string
  readonly versions: readonly ShownVersion[]
  readonly summaryBy: string | null
  /** What each source group said of it before it was published; empty of an imported text, of which nobody wrote that down. */
  readonly reviews: readonly {
    readonly groupId: string
    readonly verdict: 'faithful' | 'to-correct' | 'none'
  }[]
  readonly results: Results
  readonly comments: readonly ShownComment[]
  readonly questions: readonly ShownQuestion[]
  readonly writtenBy: readonly TextGroup[]
  readonly context: readonly { readonly id: string; readonly title: string }[]
  /** What its groups made of the debate, oldest first: texts kept with a word why. */
  readonly kept: readonly {
    readonly version: number
    readonly why: string
    readonly byName: string
    readonly groupId: string
    readonly date: string
  }[]
  readonly own: {
    readonly feeling: Feeling
    readonly comment: string
    readonly entityId: string | null
    readonly inGroup: boolean
    readonly groupId: string | null
  } | null
  /** Whether the asker may amend or keep it now, and answer questions in its groups' name. */
  readonly mayDecide: boolean
  readonly mayReply: boolean
  /** A board has ruled on it: its group's time is over. */
  readonly ruled: boolean
}

export interface LiveAnswer {
  readonly id: string
  readonly title: string
  readonly open: boolean
  /** Phones that were let in. */
  readonly devices: number
  /** What is on the wall; null between two texts. */
  readonly shown: {
    readonly id: string
    readonly code: string
    readonly title: string
    readonly summary: string
    readonly version: number
    /** Of this presentation alone. */
    readonly total: number
    readonly feelings: Counts
    /** As it was said today, whole: said again, nothing of it is lost. */
    readonly own: TextAnswer['own']
  } | null
  readonly language: string
  readonly entities: readonly ShownEntity[]
  /** Whether this browser was let in. */
  readonly inside: boolean
}

/** For whoever presents: the texts to walk through, and where phones come in. */
export interface PresentingAnswer extends LiveAnswer {
  readonly texts: readonly { readonly id: string; readonly code: string; readonly title: string }[]
  readonly liveCode: string
  readonly address: string
  /** The server is reached at this machine's own name alone: no phone finds it. */
  readonly loopback: boolean
}
