// Joint sessions: invitations between groups with every act about them, and when the rights in a joint room end.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  'alter table rooms add column session text',
  // With its room, or with the room from which it was sent, an invitation goes.
  `create table joint_invitations (
    id text primary key, version bigint not null, status text not null, made_at bigint not null, body text not null,
    home_room_id text references rooms (id) on delete cascade, room_id text references rooms (id) on delete cascade)`,
  `create table joint_invitation_groups (
    invitation_id text not null references joint_invitations (id) on delete cascade, group_id text not null,
    place bigint not null, primary key (invitation_id, group_id))`,
  'create index joint_invitation_groups_by_group on joint_invitation_groups (group_id)',
  `create table joint_acts (
    invitation_id text not null references joint_invitations (id) on delete cascade, version bigint not null, act text not null,
    group_id text not null, by text not null, at bigint not null, primary key (invitation_id, version))`,
]

export const jointTables = (): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
