// Subscribed calendars and what they were told, in SQL.
import type { Database } from '#server/adapters/sql/database.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import type { CalendarFeed, Calendars, ToldSession } from '#server/ports/calendars.ts'

const fromRow = ({ author, group_id, id, made_at }: Schema['calendar_feeds']): CalendarFeed => ({
  ...{ id, author, groupId: group_id, madeAt: made_at },
})

export function sqlCalendars(database: Database): Calendars {
  const { read, write } = database
  return {
    async makeFeed({ author, groupId, hash, id, madeAt }) {
      await write
        .insertInto('calendar_feeds')
        .values({ id, hash, author, group_id: groupId, made_at: madeAt, revoked: 0 })
        .execute()
    },
    async feedByHash(hash) {
      const row = await read
        .selectFrom('calendar_feeds')
        .selectAll()
        .where('hash', '=', hash)
        .where('revoked', '=', 0)
        .executeTakeFirst()
      return row && fromRow(row)
    },
    async feeds(author) {
      const rows = await read
        .selectFrom('calendar_feeds')
        .selectAll()
        .where('author', '=', author)
        .where('revoked', '=', 0)
        .execute()
      return rows.map(fromRow).sort((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? -1 : 1))
    },
    async revokeFeed(author, id) {
      const gone = await write
        .updateTable('calendar_feeds')
        .set({ revoked: 1 })
        .where('id', '=', id)
        .where('author', '=', author)
        .where('revoked', '=', 0)
        .executeTakeFirst()
      return Number(gone.numUpdatedRows) > 0
    },
    tell: (sessions) => tell(database, sessions),
    async told() {
      const rows = await read.selectFrom('told_sessions').selectAll().orderBy('session_id').execute()
      return rows.map(({ body, fingerprint, session_id }) => ({ sessionId: session_id, fingerprint, body }))
    },
  }
}

async function tell(
  { read, write }: Database,
  sessions: readonly ToldSession[],
): Promise<ReadonlyMap<string, number>> {
  if (sessions.length === 0) return new Map()
  const ids = sessions.map(({ sessionId }) => sessionId)
  const known = async () => {
    const rows = await read.selectFrom('told_sessions').selectAll().where('session_id', 'in', ids).execute()
    return new Map(rows.map((row) => [row.session_id, row]))
  }
  const before = await known()
  const changed = sessions.filter(({ sessionId, ...now }) => {
    const then = before.get(sessionId)
    return then?.fingerprint !== now.fingerprint || then.body !== now.body
  })
  if (changed.length === 0) return sequences(before)
  await write.transaction().execute(async (db) => {
    for (const { sessionId, fingerprint, body } of changed) {
      const then = before.get(sessionId)
      if (!then)
        await db
          .insertInto('told_sessions')
          .values({ session_id: sessionId, sequence: 0, fingerprint, body })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      // Whoever tells the same change at the same instant raises it once.
      else
        await db
          .updateTable('told_sessions')
          .set({ fingerprint, body, sequence: then.sequence + Number(then.fingerprint !== fingerprint) })
          .where('session_id', '=', sessionId)
          .where('fingerprint', '=', then.fingerprint)
          .execute()
    }
  })
  return sequences(await known())
}

const sequences = (rows: ReadonlyMap<string, { readonly sequence: number }>): ReadonlyMap<string, number> =>
  new Map([...rows].map(([id, { sequence }]) => [id, sequence]))
