// Adopted versions of texts, and the words that were consented to. All of it goes with its room.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `create table adopted_versions (
    id text primary key, room_id text not null references rooms (id) on delete cascade, space_id text not null,
    draft_id text not null, number bigint not null, title text not null, fingerprint text not null, at bigint not null,
    date text not null, reserved text, body text not null, withdrawn_at bigint, withdrawn_by text, withdrawn_reason text)`,
  'create index adopted_versions_by_draft on adopted_versions (space_id, draft_id)',
  `create table adopted_version_groups (
    version_id text not null references adopted_versions (id) on delete cascade, group_id text not null,
    place bigint not null, primary key (version_id, group_id))`,
  'create index adopted_version_groups_by_group on adopted_version_groups (group_id)',
  `create table consented_texts (
    room_id text not null references rooms (id) on delete cascade, fingerprint text not null, body text not null,
    primary key (room_id, fingerprint))`,
]

export const versionTables = (): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
