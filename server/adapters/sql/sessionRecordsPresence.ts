// Who took part in a session, in SQL. A line that was taken away stays as an empty mark, so that it is not noticed again.
import type { Database } from '#server/adapters/sql/database.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import { forUpdate, portions } from '#server/adapters/sql/scope.ts'
import type { PresenceKept, PresenceWords, SessionRecords } from '#server/ports/sessionRecords.ts'

type Presence = Pick<SessionRecords, 'notice' | 'lines' | 'writeLine' | 'removeLine'>

export function sqlPresenceLines({ kind, read, write }: Database): Presence {
  return {
    async notice(sessionId, lines) {
      for (const rows of portions(lines.map((line) => noticedRow(sessionId, line))))
        await write
          .insertInto('presence_lines')
          .values(rows)
          .onConflict((conflict) =>
            conflict
              .columns(['session_id', 'id'])
              .doUpdateSet((given) => ({
                name: given.ref('excluded.name'),
                side: given.ref('excluded.side'),
                headcount: given.ref('excluded.headcount'),
                person_id: given.ref('excluded.person_id'),
                group_id: given.ref('excluded.group_id'),
              }))
              .where('presence_lines.source', '=', 'noticed')
              .where('presence_lines.removed', '=', 0),
          )
          .execute()
    },
    async lines(sessionIds) {
      if (sessionIds.length === 0) return new Map()
      const rows = await read
        .selectFrom('presence_lines')
        .selectAll()
        .where('session_id', 'in', sessionIds)
        .where('removed', '=', 0)
        .execute()
      return new Map(
        sessionIds.map((id) => [
          id,
          rows
            .filter(({ session_id }) => session_id === id)
            .map(fromRow)
            .sort((a, b) => a.name.localeCompare(b.name, 'fr') || (a.id < b.id ? -1 : 1)),
        ]),
      )
    },
    async writeLine(sessionId, line, was) {
      return write.transaction().execute(async (db) => {
        const row = await db
          .selectFrom('presence_lines')
          .selectAll()
          .where('session_id', '=', sessionId)
          .where('id', '=', line.id)
          .modifyEnd(forUpdate(kind))
          .executeTakeFirst()
        const here = row && row.removed === 0 ? fromRow(row) : null
        if (here && sameWords(here, line)) return true
        if (was !== undefined && !(was && here ? sameWords(was, here) : was === here)) return false
        const words = { name: line.name, side: line.side, headcount: line.headcount }
        // Another name is another person, until that person signs in.
        const person_id = row?.name === line.name ? row.person_id : null
        const written = { ...words, person_id, source: 'written', removed: 0 }
        await db
          .insertInto('presence_lines')
          .values({ session_id: sessionId, id: line.id, group_id: null, ...written })
          .onConflict((conflict) => conflict.columns(['session_id', 'id']).doUpdateSet(written))
          .execute()
        return true
      })
    },
    async removeLine(sessionId, lineId) {
      // Nobody's name is left behind.
      await write
        .updateTable('presence_lines')
        .set({ removed: 1, name: '', person_id: null })
        .where('session_id', '=', sessionId)
        .where('id', '=', lineId)
        .execute()
    },
  }
}

const sameWords = (a: PresenceWords, b: PresenceWords): boolean =>
  a.name === b.name && a.side === b.side && a.headcount === b.headcount

const noticedRow = (sessionId: string, line: Omit<PresenceKept, 'source'>): Schema['presence_lines'] => ({
  session_id: sessionId,
  id: line.id,
  name: line.name,
  side: line.side,
  headcount: line.headcount,
  source: 'noticed',
  person_id: line.personId,
  group_id: line.groupId,
  removed: 0,
})

const fromRow = (row: Schema['presence_lines']): PresenceKept => ({
  id: row.id,
  name: row.name,
  side: row.side as PresenceKept['side'], // written here only
  headcount: row.headcount,
  source: row.source as PresenceKept['source'], // written here only
  personId: row.person_id,
  groupId: row.group_id,
})
