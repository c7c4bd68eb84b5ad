// Held sessions, who took part, what was begun, and what arrives between sessions. All of it goes with its room.

import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `create table held_sessions (
    id text primary key, room_id text not null references rooms (id) on delete cascade, title text not null, date text not null,
    cycle_session_id text, started_at bigint not null, ended_at bigint, outcomes text not null)`,
  'create index held_sessions_by_room on held_sessions (room_id)',
  `create table held_session_groups (
    session_id text not null references held_sessions (id) on delete cascade, group_id text not null, place bigint not null,
    primary key (session_id, group_id))`,
  'create index held_session_groups_by_group on held_session_groups (group_id)',
  `create table presence_lines (
    session_id text not null references held_sessions (id) on delete cascade, id text not null, name text not null,
    side text not null, headcount bigint not null, source text not null, person_id text, group_id text, removed bigint not null,
    primary key (session_id, id))`,
  `create table started_initiatives (
    id text primary key, room_id text not null references rooms (id) on delete cascade, space_id text not null,
    draft_id text not null, title text not null, first_step text not null, who text not null, due text not null,
    since text not null, withdrawn_at bigint)`,
  `create table started_initiative_groups (
    initiative_id text not null references started_initiatives (id) on delete cascade, group_id text not null,
    place bigint not null, primary key (initiative_id, group_id))`,
  'create index started_initiative_groups_by_group on started_initiative_groups (group_id)',
  `create table contributions (
    group_id text not null, id text not null, room_id text references rooms (id) on delete cascade, kind text not null,
    text text not null, degree bigint, space_id text, draft_id text, name text not null, author text not null,
    at bigint not null, taken_at bigint, primary key (group_id, id))`,
  `create table personal_links (
    id text primary key, group_id text not null, room_id text references rooms (id) on delete cascade, hash text not null unique,
    name text not null, member_id text, made_at bigint not null, expires_at bigint not null, last_used_at bigint,
    revoked bigint not null)`,
  'create index personal_links_by_group on personal_links (group_id)',
  `create table comings (
    group_id text not null, session_id text not null, author text not null,
    room_id text references rooms (id) on delete cascade, answer text not null, primary key (group_id, session_id, author))`,
]

export const sessionRecordTables = (): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
