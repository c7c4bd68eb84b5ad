// A list as it was handed over and is kept: its texts word for word, what stayed behind, who signed it.
import type { SpokenConsent } from '#shared/adoption/adoptionState.ts'
import type { ReadDraft } from '#shared/draft/draftModel.ts'
import type { HandoverList, LeftText, ListedText } from '#shared/handover/handoverList.ts'
import type { HandoverOutcome } from '#shared/handover/handoverState.ts'

export interface HandedOverText extends ListedText {
  /** As it stood; addressee and scope are those of the list. */
  readonly draft: ReadDraft
}

export interface HandoverSignatures {
  /** Of the group, in the order of their names. */
  readonly members: readonly string[]
  readonly facilitators: readonly string[]
  readonly secretaries: readonly string[]
  readonly consent: SpokenConsent
}

export interface HandoverBody {
  readonly texts: readonly HandedOverText[]
  readonly left: readonly LeftText[]
  readonly merged: HandoverList['merged']
  readonly why: string
  readonly questions: readonly string[]
  readonly signatures: HandoverSignatures
}

export interface HandoverHead {
  readonly id: string
  readonly groupId: string
  readonly number: number
  readonly outcome: HandoverOutcome
  readonly textCount: number
  readonly fingerprint: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** `YYYY-MM-DD`, as sessions are dated. */
  readonly date: string
  readonly takenBack: { readonly at: number; readonly name: string; readonly reason: string } | null
}

export interface HandoverVersion extends HandoverHead {
  readonly body: HandoverBody
}

/** Answer of `GET /api/rooms/:code/handover`. */
export interface HandoverAnswer {
  readonly groupId: string
  readonly list: HandoverList
  /** May leave texts out, word the outcome and hand over. */
  readonly leads: boolean
  /** May do the same but for the handing over itself. */
  readonly notesDown: boolean
  /** Newest first. */
  readonly handed: readonly HandoverHead[]
}

/** Answer of `GET /api/groups/:group/handovers`. */
export interface HandoversAnswer {
  readonly handed: readonly HandoverHead[]
}
