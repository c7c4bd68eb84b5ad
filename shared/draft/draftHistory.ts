// What the history of a draft says: its versions and who wrote which words, as HTTP answers.
import type { ReadDraft } from '#shared/draft/draftModel.ts'
import type { NuanceType, Section } from '#shared/draft/vocabulary.ts'

export interface DraftAuthor {
  /** Null for words that the server put there: imported texts, what the group began with. */
  readonly participantId: string | null
  readonly name: string | null
}

/** A stretch of writing: it ends with a pause, when somebody else takes over, or after ten minutes. */
export interface DraftVersion {
  /** Row of the document's log after which the draft read so. */
  readonly seq: number
  /** Milliseconds since 1970, server clock: first and last change of the stretch. */
  readonly from: number
  readonly to: number
  readonly authors: readonly DraftAuthor[]
  /** Keys of the draft that changed. */
  readonly parts: readonly string[]
}

export interface DraftVersions {
  /** Oldest first. */
  readonly versions: readonly DraftVersion[]
}

export interface DraftAtVersion {
  readonly seq: number
  readonly draft: ReadDraft
}

/** Words in a row by one author. */
export interface AuthoredRun extends DraftAuthor {
  readonly text: string
}

/** Whose words they are, apart from the text itself: shown beside it and only when asked. */
export interface DraftAuthorship {
  readonly title: readonly AuthoredRun[]
  readonly summary: readonly AuthoredRun[]
  /** One list of runs a paragraph, heading or list item, in reading order. */
  readonly sections: Readonly<Record<Section, readonly (readonly AuthoredRun[])[]>>
  readonly nuances: readonly {
    readonly id: string
    readonly type: NuanceType
    readonly runs: readonly AuthoredRun[]
  }[]
}
