// Notices: who wants to be told how often, until when they were told, and when each happening was first seen.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `create table notice_states (
    account_id text primary key references accounts (id) on delete cascade, rhythm text, own_texts bigint not null,
    told_until bigint not null, telling bigint, stop_token text not null unique)`,
  'create table notice_happenings (id text primary key, seen_at bigint not null)',
]

export const noticeTables = (): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
