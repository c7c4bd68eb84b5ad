// The library's entries in SQL.
import type { Database } from '#server/adapters/sql/database.ts'
import { inOwnOrder } from '#server/adapters/sql/inOwnOrder.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import type { LibraryRecords } from '#server/ports/library.ts'
import {
  type EntryBody,
  type EntryKind,
  entryBodies,
  type LibraryEntry,
} from '#shared/library/libraryEntries.ts'

export function sqlLibrary({ read, write }: Database): LibraryRecords {
  return {
    async addEntry({ kind, subject, groupId, roomId, body, day, at, by, byName }, seen) {
      const made = await write
        .insertInto('library_entries')
        .values({
          ...{ kind, subject, version: seen + 1, group_id: groupId, room_id: roomId },
          ...{ body: JSON.stringify(body), day, at, by, by_name: byName },
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return Number(made.numInsertedOrUpdatedRows ?? 0) === 1 ? 'kept' : 'stale'
    },
    async entries(kind, { subject, groupId } = {}) {
      let query = read.selectFrom('library_entries').selectAll().where('kind', '=', kind)
      if (subject !== undefined) query = query.where('subject', '=', subject)
      if (groupId !== undefined) query = query.where('group_id', '=', groupId)
      const rows = await query.orderBy('at').orderBy('subject').orderBy('version').execute()
      const inOrder = inOwnOrder(
        rows,
        ({ subject }) => subject,
        ({ version }) => version,
      )
      return inOrder.map((row) => fromRow(kind, row))
    },
  }
}

function fromRow<K extends EntryKind>(kind: K, row: Schema['library_entries']): LibraryEntry<K> {
  const { subject, version, group_id, day, at, by, by_name } = row
  const body = entryBodies[kind].parse(JSON.parse(row.body)) as EntryBody<K> // the schema of this very kind
  return { kind, subject, version, groupId: group_id, body, day, at, by, byName: by_name }
}
