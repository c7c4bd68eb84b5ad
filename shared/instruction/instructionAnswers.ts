// What the boards' desks, the groups and the public are told of the rulings.
import type { ConsentOutcome, RuleCounts, RuleKind } from '#shared/adoption/groupRule.ts'
import type { Counts } from '#shared/consultation/feelings.ts'
import type { Recommendation } from '#shared/cycle/cycleFile.ts'
import type { Avis, Ground, RewordedPart, Verdict } from '#shared/instruction/instructionActs.ts'
import type { RoomGroup } from '#shared/room/join.ts'

interface Said {
  readonly text: string
  readonly byName: string
  /** `YYYY-MM-DD` */
  readonly date: string
}

export interface GroupAnswer extends Said {
  readonly groupId: string
  readonly answer: 'consent' | 'comment'
}

export interface ShownRewording {
  readonly part: RewordedPart
  readonly before: string
  readonly after: string
}

export interface ShownVerdict {
  readonly id: string
  readonly boardId: string
  readonly decision: Verdict
  readonly reason: string
  readonly basis: readonly Ground[]
  readonly date: string
  /** The version that was read; null for an imported verdict. */
  readonly version: number | null
  /** Of an imported one: one text that replaces none. Its groups say whether they consent to it. */
  readonly newWording: string | null
  readonly rewording: readonly ShownRewording[]
  readonly postponedUntil: string | null
  readonly possibleIf: string
  readonly hereNow: string
  readonly votes: { readonly for: number; readonly against: number; readonly abstain: number }
  /** A later one of the same board counts. */
  readonly superseded: boolean
  readonly answers: readonly GroupAnswer[]
  /** Source groups that have not consented to the rewording yet; empty where none is asked. */
  readonly awaiting: readonly string[]
  readonly replies: readonly (Said & { readonly groupId: string })[]
}

export interface ShownNote extends Said {
  readonly id: string
  readonly about: 'context' | 'summary'
  readonly corrections: readonly (Said & { readonly groupId: string })[]
}

export interface ShownDifference extends Said {
  readonly id: string
  readonly boardId: string
  /** Boards whose chair signed; public once every board that ruled has. */
  readonly signedBy: readonly string[]
  readonly whole: boolean
}

/** Of one recommendation, as anybody may read it. */
export interface PublicRulings {
  /** Boards that rule on it, each with its verdicts, oldest first. */
  readonly boards: readonly { readonly boardId: string; readonly verdicts: readonly ShownVerdict[] }[]
  readonly difference: ShownDifference | null
  readonly notes: readonly ShownNote[]
}

export interface RulingItem {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly themeId: string
  readonly groupIds: readonly string[]
  readonly version: number
  readonly rulings: PublicRulings
}

export interface OwnShown {
  /** On the version that stands; a conflict of interest stays whatever the words. */
  readonly avis: Avis | null
  /** The version that one was given on, also where the words changed since. */
  readonly avisOn: number | null
  readonly line: string
  readonly note: string
  readonly readVersion: number
}

/** How one source group voted: on its whole list, or on a text that it adopted with others. */
export interface GroupVote {
  /** Of the list or of the text. */
  readonly id: string
  readonly groupId: string
  readonly about: 'list' | 'text'
  readonly date: string
  readonly rule: RuleKind
  readonly outcome: ConsentOutcome
  readonly counts: RuleCounts
  readonly voices: number
  /** People who signed it. */
  readonly signed: number
}

export interface DeskItem extends RulingItem {
  /** At most sixty words. */
  readonly short: string
  readonly parts: Readonly<Record<RewordedPart, string>>
  readonly nuances: Recommendation['nuances']
  readonly minutes: number
  readonly versions: readonly { readonly version: number; readonly date: string; readonly why: string }[]
  readonly cards: readonly {
    readonly id: string
    readonly kind: string
    readonly title: string
    readonly text: string
    readonly source: string
    readonly date: string
  }[]
  readonly felt: { readonly total: number; readonly feelings: Counts; readonly comments: readonly string[] }
  readonly votes: readonly GroupVote[]
  readonly initiatives: readonly {
    readonly id: string
    readonly title: string
    readonly since: string
    readonly adopted: number
  }[]
  /** Verdicts of this board so far, made here: what a new one must have seen. */
  readonly seen: number
  /** `changed`: the text has another version than the one ruled upon. */
  readonly state: 'to-rule' | 'ruled' | 'changed'
  readonly mine: OwnShown | null
  /** For the chair who gave theirs. */
  readonly avis: readonly { readonly name: string; readonly avis: Avis; readonly line: string }[] | null
}

export interface ShownSitting {
  readonly id: string
  readonly date: string
  readonly mode: 'in-person' | 'hybrid' | 'online'
  readonly minutes: number
  readonly presentIds: readonly string[]
}

export interface ShownBlock {
  readonly ids: readonly string[]
  readonly pulled: readonly { readonly id: string; readonly byName: string }[]
  /** Acts on the block so far: what a vote on it must have seen. */
  readonly seen: number
}

export interface DeskAnswer {
  readonly language: string
  readonly today: string
  readonly board: { readonly id: string; readonly name: string; readonly code: string }
  readonly members: readonly { readonly id: string; readonly name: string; readonly role: string }[]
  readonly boards: readonly { readonly id: string; readonly name: string; readonly code: string }[]
  readonly you: {
    readonly seated: boolean
    readonly chair: boolean
    readonly records: boolean
    readonly notes: boolean
    /** Whose texts an invited expert signs notes beside; null for everybody else. */
    readonly notesFor: readonly string[] | null
  }
  readonly themes: readonly { readonly id: string; readonly title: string }[]
  readonly groups: readonly RoomGroup[]
  readonly items: readonly DeskItem[]
  readonly sittings: readonly ShownSitting[]
  /** `YYYY-MM-DD` by which the queue should be read; null where no day is known. */
  readonly readBy: string | null
  readonly block: ShownBlock | null
  /** For the chair: what everybody who gave an avis agrees on. */
  readonly unanimous: readonly string[]
  /** The recommendation that lay open last. */
  readonly openAt: string | null
  readonly pdf: boolean
}

export interface InstructionAnswer {
  readonly language: string
  readonly today: string
  readonly boards: readonly {
    readonly id: string
    readonly name: string
    readonly code: string
    readonly counts: Readonly<Record<Verdict | 'waiting', number>>
    readonly total: number
    /** Whether the asker reads its desk, and sits on it. */
    readonly desk: 'seat' | 'reader' | null
  }[]
  readonly themes: readonly { readonly id: string; readonly title: string }[]
  readonly groups: readonly RoomGroup[]
  readonly items: readonly RulingItem[]
  /** Groups that the asker may speak for. */
  readonly speaksFor: readonly string[]
}

export interface GroupRulingsAnswer {
  readonly language: string
  readonly boards: readonly { readonly id: string; readonly name: string; readonly code: string }[]
  readonly groupId: string
  /** Those that any of the texts comes from. */
  readonly groups: readonly RoomGroup[]
  readonly speaks: boolean
  readonly items: readonly RulingItem[]
}
