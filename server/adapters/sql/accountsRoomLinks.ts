// Long links of rooms in SQL.
import type { Database } from '#server/adapters/sql/database.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import type { RoomLink, RoomLinks } from '#server/ports/roomLinks.ts'

const fromRow = ({ room_id, generation, hash, code_until }: Schema['room_links']): RoomLink => ({
  ...{ roomId: room_id, generation, hash, codeUntil: code_until },
})

export function sqlRoomLinks({ read, write }: Database): RoomLinks {
  const one = async (column: 'room_id' | 'hash', value: string): Promise<RoomLink | undefined> => {
    const row = await read.selectFrom('room_links').selectAll().where(column, '=', value).executeTakeFirst()
    return row && fromRow(row)
  }
  return {
    ofRoom: (roomId) => one('room_id', roomId),
    byHash: (hash) => one('hash', hash),
    all: async () => (await read.selectFrom('room_links').selectAll().execute()).map(fromRow),
    async save({ roomId, generation, hash, codeUntil }) {
      const rest = { generation, hash, code_until: codeUntil }
      await write
        .insertInto('room_links')
        .values({ room_id: roomId, ...rest })
        .onConflict((conflict) => conflict.column('room_id').doUpdateSet(rest))
        .execute()
    },
  }
}
