// Which mentions a viewer has not seen yet, in SQL.
import type { Database } from '#server/adapters/sql/database.ts'
import {
  mentionOf,
  namesIn,
  type RemarkRow,
  type ReplyRow,
  speakerOf,
} from '#server/adapters/sql/remarksRows.ts'
import type { KeptNotice, Named } from '#server/ports/remarks.ts'

interface Asked {
  readonly named: readonly Named[]
  readonly most: number
}

export async function unseenNotices(
  database: Database,
  viewer: string,
  { named, most }: Asked,
): Promise<KeptNotice[]> {
  if (named.length === 0) return []
  const { read } = database
  const rows = await read
    .selectFrom('remark_mentions as m')
    .innerJoin('remarks as r', 'r.id', 'm.remark_id')
    .leftJoin('remark_looks as l', (join) =>
      join
        .onRef('l.space_id', '=', 'r.space_id')
        .onRef('l.draft_id', '=', 'r.draft_id')
        .on('l.viewer', '=', viewer),
    )
    .selectAll('m')
    .select(['r.room_id', 'r.space_id', 'r.draft_id'])
    .where(
      'm.named_id',
      'in',
      named.map(({ id }) => id),
    )
    .where('r.status', '!=', 'withdrawn')
    .where(({ eb, or }) => or([eb('l.at', 'is', null), eb('l.at', '<', eb.ref('m.at'))]))
    .orderBy('m.at', 'desc')
    .orderBy('m.remark_id')
    .limit(most)
    .execute()
  const wanted = rows.filter((row) => named.some(({ kind, id }) => kind === row.kind && id === row.named_id))
  if (wanted.length === 0) return []
  const ids = [...new Set(wanted.map(({ remark_id }) => remark_id))]
  const remarks = await read.selectFrom('remarks').selectAll().where('id', 'in', ids).execute()
  const replies = await read.selectFrom('remark_replies').selectAll().where('remark_id', 'in', ids).execute()
  const names = await namesIn(database, [...remarks, ...replies])
  const said = new Map<string, ReplyRow | RemarkRow>([...remarks, ...replies].map((row) => [row.id, row]))
  return wanted.flatMap((row): KeptNotice[] => {
    const words = said.get(row.reply_id === '' ? row.remark_id : row.reply_id)
    if (!words) return []
    return [
      {
        remark: {
          ...{ id: row.remark_id, roomId: row.room_id, spaceId: row.space_id, draftId: row.draft_id },
        },
        replyId: row.reply_id === '' ? null : row.reply_id,
        mention: mentionOf(row),
        ...{ by: speakerOf(words, names), at: row.at, text: words.text },
      },
    ]
  })
}
