// Acts about a cycle's groups and sessions, in SQL.
import type { Database } from '#server/adapters/sql/database.ts'
import type { CycleMarks, MarkKind } from '#server/ports/cycleMarks.ts'

export const sqlCycleMarks = ({ read, write }: Database): CycleMarks => ({
  async mark({ at, by, day, kind, on, roomId, targetId, version }) {
    const made = await write
      .insertInto('cycle_marks')
      .values({ kind, target_id: targetId, version, is_on: on ? 1 : 0, by, day, at, room_id: roomId })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return Number(made.numInsertedOrUpdatedRows ?? 0) === 0 ? 'stale' : 'saved'
  },
  async marks() {
    const rows = await read
      .selectFrom('cycle_marks')
      .selectAll()
      .orderBy('kind')
      .orderBy('target_id')
      .orderBy('version')
      .execute()
    return rows.map(({ at, by, day, is_on, kind, room_id, target_id, version }) => ({
      ...{ at, by, day, version, on: is_on === 1, roomId: room_id, targetId: target_id },
      kind: kind as MarkKind, // written above only
    }))
  },
})
