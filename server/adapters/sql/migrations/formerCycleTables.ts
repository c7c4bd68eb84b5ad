// What was made here in cycles that another one has followed, row by row as it stood.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `create table former_rows (
    cycle text not null, of_table text not null, place bigint not null, body text not null,
    primary key (cycle, of_table, place))`,
]

export const formerCycleTables = (): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
