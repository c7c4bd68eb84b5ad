// The groups that an invited expert reads, in the account and in each room that it is in.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  'alter table accounts add column reads_group_ids text',
  'alter table participants add column reads_group_ids text',
]

export const expertColumns = (): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
