// The boards' desks: acts that are only appended, and what members keep for themselves.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  // One place a target: of two who act on what both saw, one is told.
  `create table instruction_acts (
    id text primary key, target text not null, place bigint not null, body text not null, day text not null,
    at bigint not null, by text not null, by_name text not null, unique (target, place))`,
  `create table instruction_own (
    account_id text not null references accounts (id) on delete cascade, board_id text not null,
    recommendation_id text not null, avis text, line text not null, note text not null, read_version bigint not null,
    opened_at bigint not null, primary key (account_id, board_id, recommendation_id))`,
]

export const instructionTables = (): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
