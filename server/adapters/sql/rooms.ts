// Rooms, their state and their journal in SQL.
import type { Database } from '#server/adapters/sql/database.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import type {
  JournalEntry,
  MoreToSave,
  Room,
  RoomSession,
  RoomState,
  Rooms,
  SaveOutcome,
} from '#server/ports/rooms.ts'
import type { Aparte } from '#shared/people/access.ts'

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
  parent_id: room.aparte?.parentId ?? null,
  aparte: room.aparte ? JSON.stringify({ seats: room.aparte.seats, closed: room.aparte.closed }) : null,
  session: room.jointSession ? JSON.stringify(room.jointSession) : null,
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
  ...(row.session === null ? {} : { jointSession: JSON.parse(row.session) as RoomSession }), // written by toRow only
  ...(row.parent_id === null || row.aparte === null
    ? {}
    : { aparte: { parentId: row.parent_id, ...(JSON.parse(row.aparte) as Omit<Aparte, 'parentId'>) } }), // written by toRow only
})

/** Sorted here: the two databases do not sort text alike. */
const byCode = (rows: readonly Row[]): Room[] => rows.map(fromRow).sort((a, b) => (a.code < b.code ? -1 : 1))

/** JSON text; null for undefined, which JSON does not know. */
const toText = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))
const fromText = (text: string | null): unknown => (text === null ? undefined : JSON.parse(text))

export function sqlRooms(database: Database): Rooms {
  const { read, write } = database

  const saveState = async (
    roomId: string,
    version: number,
    state: RoomState['state'],
    entry: JournalEntry & { readonly more?: MoreToSave },
  ): Promise<SaveOutcome> => {
    const { commandId, command, participantId, at } = entry
    const { secret, effects } = entry.more ?? {}
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
      secret: secret
        ? { slice: secret.slice, value: secret.value === null ? null : JSON.stringify(secret.value) }
        : null,
      effects: (effects ?? []).map((effect) => ({ ...effect, input: JSON.stringify(effect.input ?? null) })),
    })
    if (saved.kind === 'unknown') throw new Error(`no such room: ${roomId}`)
    if (saved.kind === 'saved') return { kind: 'saved' }
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
      const rows = await read.selectFrom('rooms').selectAll().where('parent_id', 'is', null).execute()
      return byCode(rows)
    },
    async apartes(parentId) {
      const every = read.selectFrom('rooms').selectAll()
      const rows = await (parentId === undefined
        ? every.where('parent_id', 'is not', null)
        : every.where('parent_id', '=', parentId)
      ).execute()
      return byCode(rows)
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
      await write
        .deleteFrom('rooms')
        .where((at) => at.or([at('id', '=', id), at('parent_id', '=', id)]))
        .execute()
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
    async secrets(roomId) {
      const rows = await read.selectFrom('room_secrets').selectAll().where('room_id', '=', roomId).execute()
      return Object.fromEntries(rows.map(({ slice, value }) => [slice, JSON.parse(value) as unknown]))
    },
    saveState,
    async pendingEffects(roomId) {
      const all = read.selectFrom('room_effects').selectAll()
      const rows = await (roomId === undefined ? all : all.where('room_id', '=', roomId))
        .orderBy('room_id')
        .orderBy('version')
        .orderBy('place')
        .execute()
      return rows.map(({ id, room_id, slice, kind, input }) => ({
        id,
        roomId: room_id,
        slice,
        kind,
        input: JSON.parse(input) as unknown,
      }))
    },
    async effectDone(id) {
      await write.deleteFrom('room_effects').where('id', '=', id).execute()
    },
    async journal(roomId, { after, limit }) {
      const rows = await read
        .selectFrom('journal')
        .selectAll()
        .where('room_id', '=', roomId)
        .where('version', '>', after)
        .orderBy('version')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        version: row.version,
        commandId: row.command_id,
        command: row.command,
        participantId: row.participant_id,
        input: fromText(row.input),
        answer: fromText(row.answer),
        at: row.at,
      }))
    },
  }
}
