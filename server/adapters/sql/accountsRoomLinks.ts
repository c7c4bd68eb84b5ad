// Long links of rooms in SQL.
import type { Database } from '#server/adapters/sql/database.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import type { RoomLink, RoomLinks } from '#server/ports/roomLinks.ts'

const fromRow = (row: Schema['room_links']): RoomLink => ({
  ...{ roomId: row.room_id, generation: row.generation, hash: row.hash },
  ...{ codeUntil: row.code_until, linkUntil: row.link_until ?? null },
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
    async keep({ roomId, generation, hash, codeUntil, linkUntil }) {
      await write
        .insertInto('room_links')
        .values({ room_id: roomId, generation, hash, code_until: codeUntil, link_until: linkUntil })
        .onConflict((conflict) => conflict.column('room_id').doNothing())
        .execute()
    },
    async replace({ roomId, generation, hash, linkUntil }) {
      const replaced = await write
        .updateTable('room_links')
        .set({ generation, hash, link_until: linkUntil })
        .where('room_id', '=', roomId)
        .where('generation', '=', generation - 1)
        .executeTakeFirst()
      return Number(replaced.numUpdatedRows) > 0
    },
    async endCode(roomId, codeUntil) {
      await write
        .updateTable('room_links')
        .set({ code_until: codeUntil })
        .where('room_id', '=', roomId)
        .execute()
    },
  }
}
