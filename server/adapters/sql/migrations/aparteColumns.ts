// A room may be apart from another: whose it is, and whether everybody came back from it.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  'alter table rooms add column parent_id text',
  'alter table rooms add column aparte text',
  'create index rooms_by_parent on rooms (parent_id)',
]

export const aparteColumns = (): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
