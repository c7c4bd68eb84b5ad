// What the server says of the convergence: the published document to everybody, the desk before it to those who may.
import type { ConvergenceState } from '#shared/convergence/convergenceState.ts'
import type { AnnexText, Coverage } from '#shared/convergence/coverage.ts'
import type { HandedText } from '#shared/convergence/handedText.ts'
import type { GroupReview } from '#shared/convergence/reviews.ts'
import type { Recommendation } from '#shared/cycle/cycleFile.ts'
import type { RoomGroup } from '#shared/room/join.ts'
import type { CloseWords } from '#shared/similar/closeWords.ts'

export interface ConvergedItem {
  readonly number: string
  /** As it stood when the convergence was published. */
  readonly recommendation: Recommendation
  readonly summaryBy: string | null
  /** Empty of an imported document, in which nobody wrote down who read it. */
  readonly reviews: readonly GroupReview[]
  readonly sources: readonly {
    readonly textId: string
    readonly title: string
    readonly groupIds: readonly string[]
    readonly relation: Recommendation['provenance'][number]['relation'] | 'nuance'
  }[]
}

export interface ConvergedFamily {
  readonly title: string
  readonly items: readonly ConvergedItem[]
}

/** The final document with its annex. */
export interface ConvergedDocument {
  /** Made here, or brought by an imported file. */
  readonly origin: 'here' | 'import'
  /** `YYYY-MM-DD`; null where an import does not say it. */
  readonly publishedOn: string | null
  readonly byName: string
  readonly families: readonly ConvergedFamily[]
  /** Every handed-over text, word for word, in the order of the lists. */
  readonly annex: readonly AnnexText[]
  readonly coverage: Coverage
}

export interface ClosePair {
  readonly a: string
  readonly b: string
  readonly words: CloseWords
}

/** What somebody works with before the document is published; texts and items of other groups are left out for a group's people. */
export interface ConvergenceDesk {
  readonly state: Omit<ConvergenceState, 'published'>
  readonly texts: readonly HandedText[]
  /** Of everything, whoever reads. */
  readonly coverage: Coverage
  /** « 2.3 » by item, in the whole document. */
  readonly numbers: Readonly<Record<string, string>>
  /** Texts that say nearly the same, for those who place them; best first. */
  readonly close: readonly ClosePair[]
  /** Of an item's text and of its summary as they stand: what a review is pinned to. */
  readonly fingerprints: Readonly<Record<string, { readonly text: string; readonly summary: string }>>
  /** By item, every group that it comes from, also those whose texts this reader is not given. */
  readonly sourceGroups: Readonly<Record<string, readonly string[]>>
  /** By item, of every source group; of their own groups alone for a group's people. */
  readonly reviews: Readonly<Record<string, readonly GroupReview[]>>
  /**
   * By item that several people write at once: whether what they wrote is what its groups are asked about. Nothing for a group's
   * people.
   */
  readonly together: Readonly<Record<string, 'taken-over' | 'changed'>>
  /** Groups that did not find everything faithful; empty for a group's people. */
  readonly unreviewed: readonly string[]
}

export interface ConvergenceAnswer {
  /** `before`: no list has been handed over. */
  readonly phase: 'before' | 'working' | 'published'
  readonly may: { readonly write: boolean; readonly reviewFor: readonly string[] }
  readonly version: number
  readonly groups: readonly RoomGroup[]
  readonly themes: readonly { readonly id: string; readonly title: string }[]
  readonly entities: readonly { readonly code: string; readonly name: string }[]
  /** `YYYY-MM-DD`, until when the convergence lasts; null where the cycle does not say. */
  readonly until: string | null
  readonly desk: ConvergenceDesk | null
  readonly document: ConvergedDocument | null
}

/** `refused`: why nothing was done; `page` as it stands now, whoever changed it. */
export interface ConvergenceActAnswer {
  readonly refused: string | null
  readonly page: ConvergenceAnswer
}
