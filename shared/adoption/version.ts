// An adopted version as it is kept: the text, where each sentence comes from, what became of each passage, and whose work it is.
import type { OpenPoint, SpokenConsent, WordChange } from '#shared/adoption/adoptionState.ts'
import type { ReadDraft } from '#shared/draft/draftModel.ts'

export interface VersionSentence {
  /** A section's name. */
  readonly section: string
  readonly block: number
  /** Stretches of words with the passage that they are proven to come from; null: written together. */
  readonly runs: readonly { readonly text: string; readonly from: string | null }[]
}

export interface VersionPassage {
  readonly id: string
  readonly text: string
  readonly fate: 'kept' | 'reworded' | 'proposed' | 'joined' | 'set-aside' | 'open'
  /** Of a passage that was set aside. */
  readonly reason: { readonly code: string; readonly text: string } | null
}

export interface VersionParent {
  readonly key: string
  readonly spaceId: string
  readonly draftId: string
  readonly groupId: string | null
  readonly code: string
  readonly title: string
  readonly fingerprint: string
  readonly passages: readonly VersionPassage[]
}

export interface VersionCredits {
  readonly groups: readonly {
    readonly id: string
    readonly place: string
    /** Who took part, in the order of their names. */
    readonly members: readonly string[]
    readonly facilitators: readonly string[]
    /** What the group said; null where it had not spoken (under reserve). */
    readonly consent: SpokenConsent | null
  }[]
  readonly secretaries: readonly string[]
  /** Took part for no group. */
  readonly others: readonly string[]
  readonly session: { readonly id: string; readonly title: string } | null
  /** `YYYY-MM-DD`, as sessions are dated. */
  readonly date: string
}

export interface VersionBody {
  readonly draft: ReadDraft
  readonly parents: readonly VersionParent[]
  /** Empty for a text that was not merged. */
  readonly sentences: readonly VersionSentence[]
  readonly credits: VersionCredits
  readonly corrections: readonly { readonly changes: readonly WordChange[]; readonly at: number }[]
}

export interface VersionHead {
  readonly id: string
  readonly spaceId: string
  readonly draftId: string
  readonly number: number
  readonly title: string
  readonly fingerprint: string
  readonly groupIds: readonly string[]
  /** Milliseconds since 1970. */
  readonly at: number
  readonly date: string
  readonly reserved: readonly OpenPoint[] | null
  readonly withdrawn: { readonly at: number; readonly name: string; readonly reason: string } | null
}

/** Answer of `GET …/adopted/:id`. */
export interface AdoptedVersion extends VersionHead {
  readonly body: VersionBody
}
