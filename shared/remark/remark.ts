// Remarks on a draft: comments, and suggestions of a wording. What is said over HTTP, in both directions.
import { z } from 'zod'
import { withoutUnwantedCharacters } from '#shared/draft/plainText.ts'
import { sections } from '#shared/draft/vocabulary.ts'
import type { Standing } from '#shared/people/actor.ts'

export const remarkKinds = ['comment', 'suggestion'] as const
export type RemarkKind = (typeof remarkKinds)[number]

export const remarkStatuses = ['open', 'accepted', 'refused', 'resolved', 'withdrawn'] as const
export type RemarkStatus = (typeof remarkStatuses)[number]

/** Characters. */
export const quoteLimit = 600
export const contextLimit = 40
export const remarkTextLimit = 2_000
export const mostMentions = 10
/** [R8] Open remarks of one draft, answers to one remark. */
export const mostOpenRemarks = 500
export const mostReplies = 200

/** Where in a draft: a text of its own, a section, a nuance (`nuance:<id>`) or what holds in one country (`country:<code>`). */
export const remarkPlaces = ['title', 'summary', ...sections] as const
export type RemarkPlace = (typeof remarkPlaces)[number] | `nuance:${string}` | `country:${string}`
const place = z.union([
  z.enum(remarkPlaces),
  z
    .string()
    .max(170)
    .regex(/^(?:nuance|country):[\p{L}\p{N}][\p{L}\p{N}._:~-]*$/u)
    .transform((text) => text as RemarkPlace), // the pattern has just been seen
])

/** An encoded Yjs relative position in base64: at its longest a few ids. */
const position = z
  .string()
  .max(400)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/)

export const RemarkAnchor = z.object({
  place,
  start: position,
  end: position,
  /** The words as they stood (NFC); where several paragraphs are marked, one line each. */
  quote: z.string().min(1).max(quoteLimit),
  /** What stood around them, to find the place by eye. */
  before: z.string().max(contextLimit),
  after: z.string().max(contextLimit),
})
export type RemarkAnchor = z.output<typeof RemarkAnchor>

const word = z.string().trim().max(remarkTextLimit).transform(withoutUnwantedCharacters)
const proposal = z
  .string()
  .max(remarkTextLimit)
  .transform((text) => withoutUnwantedCharacters(text).replace(/\r\n?/gu, '\n'))
const id = z.string().regex(/^[\w-]{8,40}$/)

/** Whom it names: `id` as `GET …/mentionable` gave it. The name that is shown is the server's. */
const mentions = z
  .array(z.object({ kind: z.enum(['person', 'group']), id: z.string().min(1).max(200) }))
  .max(mostMentions)

/** `POST …/remarks`. A comment has words; a suggestion has a proposal, and words where somebody wishes to explain it. */
export const AskRemark = z
  .object({
    /** Chosen by the browser (`randomId()`): the same again is harmless. */
    id,
    kind: z.enum(remarkKinds),
    /** Null for the draft as a whole; a suggestion always has one. */
    anchor: RemarkAnchor.nullable(),
    text: word,
    /** As many lines as the quote; an empty one strikes the words out. Null with a comment. */
    proposal: proposal.nullable(),
    mentions,
  })
  .refine((said) =>
    said.kind === 'comment'
      ? said.text !== '' && said.proposal === null
      : said.anchor !== null && said.proposal !== null,
  )
export type AskRemark = z.output<typeof AskRemark>

const someWord = word.refine((text) => text !== '')
/** `POST …/remarks/:id/replies`. */
export const AnswerRemark = z.object({ id, text: someWord, mentions })
export type AnswerRemark = z.output<typeof AnswerRemark>

/** `PUT …/remarks/:id`: one's own words, while nobody answered. */
export const EditRemark = z.object({ text: word, proposal: proposal.nullable() })
export type EditRemark = z.output<typeof EditRemark>

/** `POST …/remarks/:id/renew`: the same suggestion, on the words that stand today. */
export const RenewRemark = z.object({ anchor: RemarkAnchor, proposal })
export type RenewRemark = z.output<typeof RenewRemark>

/** `POST …/remarks/:id/refuse`. */
export const RefuseRemark = z.object({ reason: someWord.refine((text) => text.length <= 400) })
export type RefuseRemark = z.output<typeof RefuseRemark>

export interface Mention {
  readonly kind: 'person' | 'group'
  readonly id: string
  readonly name: string
}

/** Who said it, as people were called in that room. */
export interface RemarkAuthor {
  readonly name: string
  readonly groupId: string | null
  readonly standing: Standing
}

export interface RemarkReply {
  readonly id: string
  readonly by: RemarkAuthor
  readonly mine: boolean
  /** Milliseconds since 1970. */
  readonly at: number
  readonly text: string
  readonly mentions: readonly Mention[]
}

/** What the asking person may do with a remark now; the server refuses everything else. */
export const remarkActs = [
  'reply',
  'edit',
  'accept',
  'refuse',
  'renew',
  'resolve',
  'reopen',
  'withdraw',
] as const
export type RemarkAct = (typeof remarkActs)[number]

export interface Remark {
  readonly id: string
  /** Where it was said: its own draft, which for a remark that came along with a merge is another than the one listed. */
  readonly spaceId: string
  readonly draftId: string
  readonly kind: RemarkKind
  /**
   * In the draft that is listed. Null for the draft as a whole, and for a remark that came along with a merge when none of its
   * words stand in the joint text.
   */
  readonly anchor: RemarkAnchor | null
  /** The words that stand there today; null where none are left or no passage is meant. A suggestion whose quote differs is stale. */
  readonly standing: string | null
  readonly text: string
  readonly proposal: string | null
  readonly by: RemarkAuthor
  readonly mine: boolean
  /** Whether it, or one of its answers, names the asking person or their group and they have not seen it yet. */
  readonly mentionsMe: boolean
  /** Milliseconds since 1970. */
  readonly at: number
  readonly editedAt: number | null
  readonly status: RemarkStatus
  /** Of a remark that is not open: when, by whom, and with a refusal why. */
  readonly closed: { readonly by: string; readonly at: number; readonly reason: string } | null
  readonly replies: readonly RemarkReply[]
  readonly mentions: readonly Mention[]
  readonly may: readonly RemarkAct[]
  /** Of a remark that came along with a merge: the parent that it stands at, and the words it was said of. */
  readonly cameFrom: RemarkOrigin | null
}

export interface RemarkOrigin {
  readonly spaceId: string
  readonly draftId: string
  readonly title: string
  readonly groupId: string | null
  readonly quote: string | null
}

/** `GET /api/rooms/:code/drafts/:spaceId/:draftId/remarks`: in order of time, closed ones too. */
export interface RemarksAnswer {
  readonly remarks: readonly Remark[]
  /** Parents of a joint draft whose remarks came along: what changes there changes here. */
  readonly parents: readonly { readonly spaceId: string; readonly draftId: string }[]
  readonly may: {
    /** Say a comment. */
    readonly remark: boolean
    /** Propose a wording: not of an adopted text. [R7] */
    readonly suggest: boolean
    /** Accept and refuse. */
    readonly decide: boolean
  }
}

/** `GET /api/rooms/:code/remarks/counts`. */
export interface RemarkCounts {
  /** Drafts with at least one open remark, or a mention that the asking person has not seen. */
  readonly drafts: readonly {
    readonly spaceId: string
    readonly draftId: string
    readonly open: number
    /** Mentions of the asking person or their group, not seen yet. */
    readonly mentions: number
  }[]
}

/** Somebody named the asking person, or a group of theirs, and they have not looked yet. */
export interface MentionNotice {
  readonly remarkId: string
  readonly replyId: string | null
  readonly spaceId: string
  readonly draftId: string
  /** The draft's. */
  readonly title: string
  /** The room in which it was said: `/r/<code>#draft=<draftId>` opens it. */
  readonly roomCode: string
  readonly of: 'person' | 'group'
  /** The name that was mentioned. */
  readonly named: string
  readonly by: RemarkAuthor
  readonly at: number
  /** The first words of what was said, at most 160 characters. */
  readonly words: string
}

/** `GET /api/me/mentions`, `GET /api/groups/:group/mentions`: newest first, at most 50. Empty for whoever is not signed in. */
export interface MentionsAnswer {
  readonly mentions: readonly MentionNotice[]
}

/** `GET /api/rooms/:code/mentionable?q=`: at most 20, groups first. */
export interface MentionableAnswer {
  readonly people: readonly Mention[]
}
