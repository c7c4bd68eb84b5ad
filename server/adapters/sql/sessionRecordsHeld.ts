// Which sessions were held, in SQL.
import type { Database } from '#server/adapters/sql/database.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import type { HeldSession, SessionRecords } from '#server/ports/sessionRecords.ts'

type Held = Pick<SessionRecords, 'hold' | 'endOthers' | 'heldSession' | 'heldInRoom' | 'heldByGroup'>

export function sqlHeldSessions({ read, write }: Database): Held {
  const withGroups = async (rows: readonly Schema['held_sessions'][]): Promise<HeldSession[]> => {
    if (rows.length === 0) return []
    const groups = await read
      .selectFrom('held_session_groups')
      .selectAll()
      .where(
        'session_id',
        'in',
        rows.map(({ id }) => id),
      )
      .orderBy('place')
      .execute()
    const sessions = rows.map((row) =>
      fromRow(
        row,
        groups.filter(({ session_id }) => session_id === row.id).map(({ group_id }) => group_id),
      ),
    )
    // Sorted here: the two databases do not sort text alike.
    return sessions.sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1))
  }
  const all = read.selectFrom('held_sessions').selectAll('held_sessions')
  return {
    async hold(session) {
      const row = toRow(session)
      const { ended_at, outcomes } = row
      await write.transaction().execute(async (db) => {
        await db
          .insertInto('held_sessions')
          .values(row)
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ ended_at, outcomes }))
          .execute()
        if (session.groupIds.length === 0) return
        await db
          .insertInto('held_session_groups')
          .values(session.groupIds.map((group_id, place) => ({ session_id: session.id, group_id, place })))
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      })
    },
    async endOthers(roomId, sessionId, at) {
      const open = write
        .updateTable('held_sessions')
        .set({ ended_at: at })
        .where('room_id', '=', roomId)
        .where('ended_at', 'is', null)
      await (sessionId === null ? open : open.where('id', '!=', sessionId)).execute()
    },
    heldSession: async (id) => (await withGroups(await all.where('id', '=', id).execute()))[0],
    heldInRoom: async (roomId) => withGroups(await all.where('room_id', '=', roomId).execute()),
    heldByGroup: async (groupId) =>
      withGroups(
        await all
          .innerJoin('held_session_groups', 'held_session_groups.session_id', 'held_sessions.id')
          .where('held_session_groups.group_id', '=', groupId)
          .execute(),
      ),
  }
}

const toRow = (session: HeldSession): Schema['held_sessions'] => ({
  id: session.id,
  room_id: session.roomId,
  title: session.title,
  date: session.date,
  cycle_session_id: session.cycleSessionId,
  started_at: session.startedAt,
  ended_at: session.endedAt,
  outcomes: JSON.stringify(session.outcomes),
})

const fromRow = (row: Schema['held_sessions'], groupIds: readonly string[]): HeldSession => ({
  id: row.id,
  roomId: row.room_id,
  groupIds,
  title: row.title,
  date: row.date,
  cycleSessionId: row.cycle_session_id,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  outcomes: JSON.parse(row.outcomes) as HeldSession['outcomes'], // written by toRow only
})
