// Remarks on drafts, their answers, whom they name and who has looked. What was done to a remark is kept line by line.
import type {
  Mention,
  RemarkAct,
  RemarkAnchor,
  RemarkAuthor,
  RemarkKind,
  RemarkStatus,
} from '#shared/remark/remark.ts'

export interface DraftPlace {
  readonly spaceId: string
  readonly draftId: string
}

/** Who said it: the participant in that room, by the name that is theirs today, and the account behind it where there is one. */
export interface Speaker extends RemarkAuthor {
  readonly participantId: string
  readonly accountId: string | null
}

export interface KeptReply {
  readonly id: string
  readonly by: Speaker
  /** Milliseconds since 1970, as everywhere here. */
  readonly at: number
  readonly text: string
  readonly mentions: readonly Mention[]
}

/** An acceptance that was decided and is not yet in the text. */
export interface Accepting {
  readonly participantId: string
  readonly at: number
  /** The document that takes the words: the remark's own draft, or the joint draft that it came along to. */
  readonly place: DraftPlace
  readonly anchor: RemarkAnchor
}

export interface KeptRemark extends DraftPlace {
  readonly id: string
  /** The room in which it was said, and with which it goes. */
  readonly roomId: string
  readonly kind: RemarkKind
  readonly anchor: RemarkAnchor | null
  readonly text: string
  readonly proposal: string | null
  readonly by: Speaker
  readonly at: number
  readonly editedAt: number | null
  readonly status: RemarkStatus
  readonly closed: {
    readonly participantId: string
    readonly by: string
    readonly at: number
    readonly reason: string
  } | null
  readonly accepting: Accepting | null
  readonly mentions: readonly Mention[]
  /** In order of time. */
  readonly replies: readonly KeptReply[]
}

export type NewRemark = Omit<KeptRemark, 'editedAt' | 'status' | 'closed' | 'accepting' | 'replies'>

/** What an act changes; the rest stays. */
export type RemarkChange = Partial<
  Pick<KeptRemark, 'anchor' | 'text' | 'proposal' | 'editedAt' | 'status' | 'closed' | 'accepting'>
>

export interface ActLine {
  readonly act: RemarkAct | 'ask'
  readonly participantId: string
  readonly at: number
}

/** Whom a mention is for. */
export type Named = Pick<Mention, 'kind' | 'id'>

export interface KeptNotice {
  readonly remark: DraftPlace & Pick<KeptRemark, 'id' | 'roomId'>
  readonly replyId: string | null
  readonly mention: Mention
  readonly by: Speaker
  readonly at: number
  readonly text: string
}

export interface Remarks {
  /** The same id again changes nothing. `full` at so many open remarks of the draft, or ten times as many in all. [R8] */
  add(remark: NewRemark, mostOpen: number): Promise<'kept' | 'full'>
  remark(id: string): Promise<KeptRemark | undefined>
  /** In order of time. */
  remarksOf(place: DraftPlace): Promise<readonly KeptRemark[]>
  /** The same id again changes nothing. */
  addReply(remarkId: string, reply: KeptReply, most: number): Promise<'kept' | 'full'>
  /** False, and nothing is changed, when it is not open (`from`) any more or an acceptance is under way. */
  change(id: string, from: RemarkStatus, change: RemarkChange, line: ActLine | null): Promise<boolean>
  /** False, and nothing is changed, when no acceptance of it is under way. */
  endAccepting(id: string, change: RemarkChange, line: ActLine | null): Promise<boolean>
  accepting(): Promise<readonly KeptRemark[]>
  acts(id: string): Promise<readonly ActLine[]>
  /** Open remarks of each draft of these spaces; drafts without any are left out. */
  openCounts(spaceIds: readonly string[]): Promise<readonly (DraftPlace & { readonly open: number })[]>
  /** Mentions of any of these that `viewer` has not seen, newest first; what was withdrawn is left out. */
  unseen(viewer: string, named: readonly Named[], most: number): Promise<readonly KeptNotice[]>
  /** The viewer has looked at everything that was said of these drafts until `at`. */
  see(viewer: string, places: readonly DraftPlace[], at: number): Promise<void>
}
