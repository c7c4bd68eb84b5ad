// Rows of remarks in the words of the domain, and back.
import type { Database } from '#server/adapters/sql/database.ts'
import type { RemarkTables } from '#server/adapters/sql/remarksSchema.ts'
import type {
  Accepting,
  KeptRemark,
  KeptReply,
  NewRemark,
  RemarkChange,
  Speaker,
} from '#server/ports/remarks.ts'
import type { Standing } from '#shared/people/actor.ts'
import type { Mention, RemarkAnchor, RemarkKind, RemarkStatus } from '#shared/remark/remark.ts'

export type RemarkRow = RemarkTables['remarks']
export type ReplyRow = RemarkTables['remark_replies']
export type MentionRow = RemarkTables['remark_mentions']

export const spokenBy = (by: Speaker) => ({
  ...{ participant_id: by.participantId, account_id: by.accountId },
  ...{ group_id: by.groupId, standing: by.standing },
})

/** Participant id -> name. */
export type Names = ReadonlyMap<string, string>

export const speakerOf = (row: Omit<ReplyRow, 'id' | 'remark_id'>, names: Names): Speaker => ({
  ...{ participantId: row.participant_id, accountId: row.account_id },
  name: names.get(row.participant_id) ?? '',
  ...{ groupId: row.group_id, standing: row.standing as Standing }, // written by `spokenBy` only
})

export const mentionOf = ({ kind, named_id, name }: MentionRow): Mention => ({
  ...{ kind: kind as Mention['kind'], id: named_id, name }, // written by `mentionRows` only
})

export const mentionRows = (
  remarkId: string,
  replyId: string,
  { mentions, at }: Pick<KeptReply, 'mentions' | 'at'>,
): MentionRow[] =>
  mentions.map(({ kind, id, name }, place) => ({
    ...{ remark_id: remarkId, reply_id: replyId, place, kind, named_id: id, name, at },
  }))

export const newRow = (remark: NewRemark): RemarkRow => ({
  ...{ id: remark.id, room_id: remark.roomId, space_id: remark.spaceId, draft_id: remark.draftId },
  ...{ kind: remark.kind, anchor: json(remark.anchor), text: remark.text, proposal: remark.proposal },
  ...spokenBy(remark.by),
  ...{ at: remark.at, edited_at: null, status: 'open', accepting: null },
  ...{ closed_by: null, closed_at: null, closed_reason: null },
})

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

/** Columns of what changes; nothing for what stays. */
export const changedColumns = (change: RemarkChange): Partial<RemarkRow> => ({
  ...(change.anchor === undefined ? {} : { anchor: json(change.anchor) }),
  ...(change.text === undefined ? {} : { text: change.text }),
  ...(change.proposal === undefined ? {} : { proposal: change.proposal }),
  ...(change.editedAt === undefined ? {} : { edited_at: change.editedAt }),
  ...(change.status === undefined ? {} : { status: change.status }),
  ...(change.accepting === undefined ? {} : { accepting: json(change.accepting) }),
  ...(change.closed === undefined
    ? {}
    : {
        closed_by: change.closed?.participantId ?? null,
        closed_at: change.closed?.at ?? null,
        closed_reason: change.closed?.reason ?? null,
      }),
})

export interface Around {
  readonly replies: readonly ReplyRow[]
  /** Of the remark and of all its replies. */
  readonly mentions: readonly MentionRow[]
  readonly names: Names
}

/** With what was answered and named, in order. */
export const remarkOf = (row: RemarkRow, { replies, mentions, names }: Around): KeptRemark => ({
  ...{ id: row.id, roomId: row.room_id, spaceId: row.space_id, draftId: row.draft_id },
  kind: row.kind as RemarkKind, // written by `newRow` only, as the two JSON columns below
  anchor: row.anchor === null ? null : (JSON.parse(row.anchor) as RemarkAnchor),
  ...{ text: row.text, proposal: row.proposal, by: speakerOf(row, names), at: row.at },
  ...{ editedAt: row.edited_at, status: row.status as RemarkStatus }, // written by `newRow` and `changedColumns` only
  closed: closedOf(row, names),
  accepting: row.accepting === null ? null : (JSON.parse(row.accepting) as Accepting),
  mentions: mentions.filter(({ reply_id }) => reply_id === '').map(mentionOf),
  replies: replies.map((reply) => ({
    ...{ id: reply.id, by: speakerOf(reply, names), at: reply.at, text: reply.text },
    mentions: mentions.filter(({ reply_id }) => reply_id === reply.id).map(mentionOf),
  })),
})

function closedOf({ closed_by, closed_at, closed_reason }: RemarkRow, names: Names): KeptRemark['closed'] {
  if (closed_at === null || closed_by === null) return null
  return {
    participantId: closed_by,
    by: names.get(closed_by) ?? '',
    at: closed_at,
    reason: closed_reason ?? '',
  }
}

/** Names of whoever said or closed something. */
export async function namesIn(
  { read }: Database,
  rows: readonly { readonly participant_id: string; readonly closed_by?: string | null }[],
): Promise<Names> {
  const ids = [...new Set(rows.flatMap(({ participant_id, closed_by }) => [participant_id, closed_by ?? '']))]
  if (ids.length === 0) return new Map()
  const people = await read.selectFrom('participants').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(people.map(({ id, name }) => [id, name]))
}
