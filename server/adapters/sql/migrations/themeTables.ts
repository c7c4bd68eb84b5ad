// Proposals for the next cycle's themes.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `create table theme_acts (
    id text primary key, cycle_id text not null, place bigint not null, body text not null, done_by text not null,
    by_name text not null, at bigint not null, day text not null, unique (cycle_id, place))`,
]

export const themeTables = (): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
