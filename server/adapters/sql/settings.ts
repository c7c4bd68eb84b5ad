// The settings table.
import type { Database } from '#server/adapters/sql/database.ts'
import type { Settings } from '#server/ports/settings.ts'

export function sqlSettings({ read, write }: Database): Settings {
  return {
    async get(key) {
      const row = await read.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst()
      return row?.value
    },
    async set(key, value) {
      await write
        .insertInto('settings')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute()
    },
    async remove(key) {
      await write.deleteFrom('settings').where('key', '=', key).execute()
    },
    list: (prefix) =>
      read.selectFrom('settings').selectAll().where('key', 'like', `${prefix}%`).orderBy('key').execute(),
  }
}
