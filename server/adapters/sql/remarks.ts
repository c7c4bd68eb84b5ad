// Remarks in SQL.
import type { Transaction } from 'kysely'
import type { Database } from '#server/adapters/sql/database.ts'
import { unseenNotices } from '#server/adapters/sql/remarksNotices.ts'
import {
  changedColumns,
  mentionRows,
  namesIn,
  newRow,
  type RemarkRow,
  remarkOf,
  spokenBy,
} from '#server/adapters/sql/remarksRows.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import type {
  ActLine,
  KeptRemark,
  KeptReply,
  NewRemark,
  RemarkChange,
  Remarks,
} from '#server/ports/remarks.ts'

type Writing = Transaction<Schema>

export function sqlRemarks(database: Database): Remarks {
  const { read, write } = database
  const changed = (
    id: string,
    { change, line, from }: { change: RemarkChange; line: ActLine | null; from: RemarkRow['status'] | null },
  ): Promise<boolean> =>
    write.transaction().execute(async (db) => {
      const asked = db.updateTable('remarks').set(changedColumns(change)).where('id', '=', id)
      const done = await (from === null
        ? asked.where('accepting', 'is not', null)
        : asked.where('status', '=', from).where('accepting', 'is', null)
      ).executeTakeFirst()
      if (Number(done.numUpdatedRows) === 0) return false
      if (line) await noteAct(db, { id, line, change })
      return true
    })
  return {
    add: (remark, mostOpen) => add(database, remark, mostOpen),
    async remark(id) {
      const row = await read.selectFrom('remarks').selectAll().where('id', '=', id).executeTakeFirst()
      return row && (await whole(database, [row]))[0]
    },
    async remarksOf({ spaceId, draftId }) {
      const asked = read.selectFrom('remarks').selectAll().where('space_id', '=', spaceId)
      return whole(database, await asked.where('draft_id', '=', draftId).execute())
    },
    addReply: (remarkId, reply, most) => addReply(database, remarkId, { reply, most }),
    change: (id, from, change, line) => changed(id, { change, line, from }),
    endAccepting: (id, change, line) => changed(id, { change, line, from: null }),
    async accepting() {
      const rows = await read.selectFrom('remarks').selectAll().where('accepting', 'is not', null).execute()
      return whole(database, rows)
    },
    async acts(id) {
      const rows = await read
        .selectFrom('remark_acts')
        .selectAll()
        .where('remark_id', '=', id)
        .orderBy('n')
        .execute()
      return rows.map(({ act, participant_id, at }) => ({
        ...{ act: act as ActLine['act'], participantId: participant_id, at }, // written by `noteAct` only
      }))
    },
    async openCounts(spaceIds) {
      if (spaceIds.length === 0) return []
      const rows = await read
        .selectFrom('remarks')
        .select(({ fn }) => ['space_id', 'draft_id', fn.countAll().as('open')])
        .where('space_id', 'in', [...spaceIds])
        .where('status', '=', 'open')
        .groupBy(['space_id', 'draft_id'])
        .execute()
      return rows.map(({ space_id, draft_id, open }) => ({
        ...{ spaceId: space_id, draftId: draft_id, open: Number(open) },
      }))
    },
    unseen: (viewer, named, most) => unseenNotices(database, viewer, { named, most }),
    async see(viewer, places, at) {
      for (const { spaceId, draftId } of places)
        await write
          .insertInto('remark_looks')
          .values({ viewer, space_id: spaceId, draft_id: draftId, at })
          .onConflict((conflict) => conflict.columns(['viewer', 'space_id', 'draft_id']).doUpdateSet({ at }))
          .execute()
    },
  }
}

/** Remarks with all that was answered, in order of time; ids decide within one instant, alike on both databases. */
async function whole(database: Database, rows: readonly RemarkRow[]): Promise<KeptRemark[]> {
  const { read } = database
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const inOrder = (a: { at: number; id: string }, b: { at: number; id: string }): number =>
    a.at - b.at || (a.id < b.id ? -1 : 1)
  const replies = await read.selectFrom('remark_replies').selectAll().where('remark_id', 'in', ids).execute()
  const mentions = await read
    .selectFrom('remark_mentions')
    .selectAll()
    .where('remark_id', 'in', ids)
    .orderBy('place')
    .execute()
  const ofRemark = <Row extends { remark_id: string }>(all: readonly Row[]): Map<string, Row[]> => {
    const groups = new Map<string, Row[]>(ids.map((id) => [id, []]))
    for (const row of all) groups.get(row.remark_id)?.push(row)
    return groups
  }
  const names = await namesIn(database, [...rows, ...replies])
  const [repliesOf, mentionsOf] = [ofRemark(replies.sort(inOrder)), ofRemark(mentions)]
  return [...rows].sort(inOrder).map((row) =>
    remarkOf(row, {
      ...{ replies: repliesOf.get(row.id) ?? [], mentions: mentionsOf.get(row.id) ?? [], names },
    }),
  )
}

/** A draft keeps so many remarks for each that may be open: asking and withdrawing again and again ends somewhere. */
const closedToo = 10

async function add({ write }: Database, remark: NewRemark, mostOpen: number): Promise<'kept' | 'full'> {
  const { id, spaceId, draftId, at, by } = remark
  return write.transaction().execute(async (db) => {
    if (await db.selectFrom('remarks').select('id').where('id', '=', id).executeTakeFirst()) return 'kept'
    const { open, all } = await db
      .selectFrom('remarks')
      .select(({ fn }) => [
        fn.countAll().as('all'),
        fn.count<number>('id').filterWhere('status', '=', 'open').as('open'),
      ])
      .where('space_id', '=', spaceId)
      .where('draft_id', '=', draftId)
      .executeTakeFirstOrThrow()
    if (Number(open) >= mostOpen || Number(all) >= mostOpen * closedToo) return 'full'
    const made = await db
      .insertInto('remarks')
      .values(newRow(remark))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (Number(made.numInsertedOrUpdatedRows ?? 0) === 0) return 'kept'
    const mentions = mentionRows(id, '', remark)
    if (mentions.length > 0) await db.insertInto('remark_mentions').values(mentions).execute()
    const line = { act: 'ask', participantId: by.participantId, at } as const
    const { anchor, text, proposal } = remark
    await noteAct(db, { id, line, change: { anchor, text, proposal } })
    return 'kept'
  })
}

interface Adding {
  readonly reply: KeptReply
  readonly most: number
}

async function addReply(
  { write }: Database,
  remarkId: string,
  { reply, most }: Adding,
): Promise<'kept' | 'full'> {
  return write.transaction().execute(async (db) => {
    const known = await db
      .selectFrom('remark_replies')
      .select('id')
      .where('remark_id', '=', remarkId)
      .execute()
    if (known.some(({ id }) => id === reply.id)) return 'kept'
    if (known.length >= most) return 'full'
    const { id, at, text, by } = reply
    const made = await db
      .insertInto('remark_replies')
      .values({ id, remark_id: remarkId, at, text, ...spokenBy(by) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (Number(made.numInsertedOrUpdatedRows ?? 0) === 0) return 'kept'
    const mentions = mentionRows(remarkId, id, reply)
    if (mentions.length > 0) await db.insertInto('remark_mentions').values(mentions).execute()
    return 'kept'
  })
}

interface Noted {
  readonly id: string
  readonly line: ActLine
  readonly change: RemarkChange
}

async function noteAct(db: Writing, { id, line, change }: Noted): Promise<void> {
  const { last } = await db
    .selectFrom('remark_acts')
    .select(({ fn }) => fn.max('n').as('last'))
    .where('remark_id', '=', id)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('remark_acts')
    .values({
      ...{ remark_id: id, n: Number(last ?? 0) + 1, act: line.act },
      ...{ participant_id: line.participantId, at: line.at, change: JSON.stringify(change) },
    })
    .execute()
}
