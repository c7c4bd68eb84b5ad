// Until when a room's long link opens, and the address that stops the mails of which one is.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  'alter table room_links add column link_until bigint',
  'alter table mails add column stop_address text',
]

export const linkColumns = (): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
