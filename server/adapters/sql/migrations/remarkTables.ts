// Remarks on drafts, what was done to each, and who has looked. A remark goes with the room in which it was said.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const spoken = `participant_id text not null, account_id text, group_id text, standing text not null,
    at bigint not null, text text not null`

const statements = [
  `create table remarks (
    id text primary key, room_id text not null references rooms (id) on delete cascade, space_id text not null,
    draft_id text not null, kind text not null, anchor text, proposal text, edited_at bigint, status text not null,
    closed_by text, closed_at bigint, closed_reason text, accepting text, ${spoken})`,
  'create index remarks_by_draft on remarks (space_id, draft_id)',
  `create table remark_replies (
    id text primary key, remark_id text not null references remarks (id) on delete cascade, ${spoken})`,
  'create index remark_replies_by_remark on remark_replies (remark_id)',
  `create table remark_mentions (
    remark_id text not null references remarks (id) on delete cascade, reply_id text not null, place bigint not null,
    kind text not null, named_id text not null, name text not null, at bigint not null,
    primary key (remark_id, reply_id, place))`,
  'create index remark_mentions_by_named on remark_mentions (named_id)',
  `create table remark_acts (
    remark_id text not null references remarks (id) on delete cascade, n bigint not null, act text not null,
    participant_id text not null, at bigint not null, change text not null,
    primary key (remark_id, n))`,
  `create table remark_looks (
    viewer text not null, space_id text not null, draft_id text not null, at bigint not null,
    primary key (viewer, space_id, draft_id))`,
]

export const remarkTables = (): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
