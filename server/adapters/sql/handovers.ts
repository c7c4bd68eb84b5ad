// Handed-over lists in SQL.
import type { Database } from '#server/adapters/sql/database.ts'
import type { HandoverTables } from '#server/adapters/sql/handoversSchema.ts'
import type { Handovers, KeptHandover } from '#server/ports/handovers.ts'
import type { HandoverBody, HandoverHead } from '#shared/handover/handedOver.ts'
import type { HandoverOutcome } from '#shared/handover/handoverState.ts'

type Row = HandoverTables['handovers']
type HeadRow = Omit<Row, 'body' | 'room_id'>

const headColumns = [
  ...(['id', 'group_id', 'number', 'outcome', 'text_count', 'fingerprint', 'at', 'date'] as const),
  ...(['taken_back_at', 'taken_back_by', 'taken_back_reason'] as const),
] as const

export function sqlHandovers({ read, write }: Database): Handovers {
  return {
    async keepHandover({ id, roomId, groupId, number, outcome, textCount, fingerprint, at, date, body }) {
      await write
        .insertInto('handovers')
        .values({
          ...{ id, room_id: roomId, group_id: groupId, number, outcome, text_count: textCount, fingerprint },
          ...{ at, date, body: JSON.stringify(body) },
          ...{ taken_back_at: null, taken_back_by: null, taken_back_reason: null },
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async takeBackHandover(id, { at, name, reason }) {
      await write
        .updateTable('handovers')
        .set({ taken_back_at: at, taken_back_by: name, taken_back_reason: reason })
        .where('id', '=', id)
        .where('taken_back_at', 'is', null)
        .execute()
    },
    async handover(id) {
      const row = await read.selectFrom('handovers').selectAll().where('id', '=', id).executeTakeFirst()
      return row && keptOf(row)
    },
    async handoversOfGroup(groupId) {
      const rows = await read
        .selectFrom('handovers')
        .select(headColumns)
        .where('group_id', '=', groupId)
        .orderBy('number', 'desc')
        .execute()
      return rows.map(headOf)
    },
    async standingHandovers() {
      const rows = await read
        .selectFrom('handovers')
        .selectAll()
        .where('taken_back_at', 'is', null)
        .orderBy('group_id')
        .orderBy('number')
        .execute()
      return rows.filter((row, n) => rows[n + 1]?.group_id !== row.group_id).map(keptOf)
    },
  }
}

const headOf = (row: HeadRow): HandoverHead => ({
  ...{ id: row.id, groupId: row.group_id, number: row.number, textCount: row.text_count },
  outcome: row.outcome as HandoverOutcome, // written by `keepHandover` only, as the body is
  ...{ fingerprint: row.fingerprint, at: row.at, date: row.date },
  takenBack:
    row.taken_back_at === null
      ? null
      : { at: row.taken_back_at, name: row.taken_back_by ?? '', reason: row.taken_back_reason ?? '' },
})

const keptOf = (row: Row): KeptHandover => ({
  ...headOf(row),
  roomId: row.room_id,
  body: JSON.parse(row.body) as HandoverBody,
})
