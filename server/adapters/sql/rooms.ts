// Rooms, their state and their journal in SQL.
import type { Database } from '#server/adapters/sql/database.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import type { JournalEntry, Room, RoomState, Rooms, SaveOutcome } from '#server/ports/rooms.ts'

type Row = Schema['rooms']

const toRow = (room: Room): Row => ({
  id: room.id,
  code: room.code.toUpperCase(),
  title: room.title,
  kind: room.kind,
  group_ids: JSON.stringify(room.groupIds),
  spaces: JSON.stringify(room.spaces),
  door_open: room.doorOpen ? 1 : 0,
  session_id: room.sessionId,
})

const fromRow = (row: Row): Room => ({
  id: row.id,
  code: row.code,
  title: row.title,
  kind: row.kind as Room['kind'], // written by toRow only
  groupIds: JSON.parse(row.group_ids) as Room['groupIds'], // written by toRow only
  spaces: JSON.parse(row.spaces) as Room['spaces'], // written by toRow only
  doorOpen: row.door_open === 1,
  sessionId: row.session_id,
})

/** JSON text; null for undefined, which JSON does not know. */
const toText = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))
const fromText = (text: string | null): unknown => (text === null ? undefined : JSON.parse(text))

export function sqlRooms(database: Database): Rooms {
  const { read, write } = database

  const saveState = async (
    roomId: string,
    version: number,
    state: RoomState['state'],
    entry: JournalEntry,
  ): Promise<SaveOutcome> => {
    const { commandId, command, participantId, at } = entry
    const line = {
      commandId,
      command,
      participantId,
      at,
      input: toText(entry.input),
      answer: toText(entry.answer),
    }
    const saved = await database.run('saveRoomState', {
      roomId,
      version,
      state: JSON.stringify(state),
      entry: line,
    })
    if (saved.kind === 'unknown') throw new Error(`no such room: ${roomId}`)
    return saved.kind === 'duplicate' ? { kind: 'duplicate', answer: fromText(saved.answer) } : saved
  }

  return {
    async roomByCode(code) {
      const row = await read
        .selectFrom('rooms')
        .selectAll()
        .where('code', '=', code.toUpperCase())
        .executeTakeFirst()
      return row && fromRow(row)
    },
    async room(id) {
      const row = await read.selectFrom('rooms').selectAll().where('id', '=', id).executeTakeFirst()
      return row && fromRow(row)
    },
    async all() {
      const rows = await read.selectFrom('rooms').selectAll().execute()
      // Sorted here: the two databases do not sort text alike.
      return rows.map(fromRow).sort((a, b) => (a.code < b.code ? -1 : 1))
    },
    async saveRoom(room) {
      const { id, ...rest } = toRow(room)
      await write
        .insertInto('rooms')
        .values({ id, ...rest })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
        .execute()
    },
    async removeRoom(id) {
      await write.deleteFrom('rooms').where('id', '=', id).execute()
    },
    async state(roomId) {
      const row = await read
        .selectFrom('room_states')
        .selectAll()
        .where('room_id', '=', roomId)
        .executeTakeFirst()
      return row
        ? { version: row.version, state: JSON.parse(row.state) as RoomState['state'] }
        : { version: 0, state: {} } // written by saveState only
    },
    saveState,
  }
}
