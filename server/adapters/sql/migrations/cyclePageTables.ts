// The page of the cycle: names of those who register, places, acts about groups and sessions, calendars.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  // The answers themselves are in `comings`, with those that are given on a group's page.
  `create table registration_names (
    session_id text not null, author text not null, name text not null, at bigint not null,
    room_id text references rooms (id) on delete cascade, primary key (session_id, author))`,
  'create index comings_by_session on comings (session_id)',
  'create index comings_by_author on comings (author)',
  `create table session_places (
    session_id text primary key, room bigint, remote bigint, room_id text references rooms (id) on delete cascade)`,
  `create table cycle_marks (
    kind text not null, target_id text not null, version bigint not null, is_on bigint not null, by text not null,
    day text not null, at bigint not null, room_id text references rooms (id) on delete cascade,
    primary key (kind, target_id, version))`,
  `create table calendar_feeds (
    id text primary key, hash text not null unique, author text not null, group_id text, made_at bigint not null,
    revoked bigint not null)`,
  'create index calendar_feeds_by_author on calendar_feeds (author)',
  `create table told_sessions (
    session_id text primary key, sequence bigint not null, fingerprint text not null, body text not null)`,
]

export const cyclePageTables = (): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
