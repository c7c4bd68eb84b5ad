// The follow-up: acts that are only appended, who follows what, and the recommendations of earlier cycles.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  // One place a target: of two who act on what both saw, one is told.
  `create table follow_up_acts (
    id text primary key, target text not null, target_id text not null, place bigint not null, body text not null,
    day text not null, at bigint not null, by text not null, by_name text not null, unique (target, target_id, place))`,
  'create index follow_up_acts_by_day on follow_up_acts (day)',
  `create table follows (
    account_id text not null references accounts (id) on delete cascade, target text not null, target_id text not null,
    at bigint not null, primary key (account_id, target, target_id))`,
  `create table follow_news_seen (
    account_id text primary key references accounts (id) on delete cascade, at bigint not null)`,
  `create table past_imports (
    id text primary key, name text not null, by_name text not null, at bigint not null, withdrawn_at bigint, withdrawn_by text)`,
  `create table past_recommendations (
    import_id text not null references past_imports (id) on delete cascade, place bigint not null, id text not null unique,
    year bigint not null, body text not null, primary key (import_id, place))`,
]

export const followUpTables = (): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
